import { wordSet } from '../lexicon/word-set.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseEnd, nounPhraseStart } from './noun-phrase.ts';

const verbs = wordSet('put puts');

/** "The statistics office puts the figure at 4 per cent": somebody counted, and says how many. */
export const findPutAt: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (let i = sentence.firstToken; i < end; i++) {
    if (!verbs.has(tokens[i]?.normal ?? '')) continue;
    const auxiliary = /^(?:has|have|had)$/.test(tokens[i - 1]?.normal ?? '') ? 1 : 0;
    const first = nounPhraseStart(tokens, i - auxiliary, sentence.firstToken);
    const object = nounPhraseEnd(tokens, i + 1, end);
    const at = atBefore(tokens, i + 1, object);
    if (first >= i - auxiliary || at < 0) continue;
    found.push({
      source: [first, i - auxiliary],
      cue: [i - auxiliary, i + 1],
      content: [[i + 1, end]],
      sense: 'found',
      isFirm: true,
    });
  }
  return found;
};

/** Index of the "at" before a figure, or -1. */
function atBefore(tokens: Parameters<Pattern>[0]['tokens'], from: number, end: number): number {
  for (let i = from + 1; i < end; i++)
    if (
      tokens[i]?.normal === 'at' &&
      tokens.slice(i + 1, i + 5).some(({ kind, pos }) => kind === 'number' || pos === 'num')
    )
      return i;
  return -1;
}
