import { wordSet } from '../lexicon/word-set.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseEnd, nounPhraseStart } from './noun-phrase.ts';

const verbs = wordSet('put puts');
const counting = wordSet('counted tallied logged');

/** "The statistics office puts the figure at 4 per cent", "the coastguard counted 212 boats": somebody counted, and says how many. */
export const findPutAt: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (let i = sentence.firstToken; i < end; i++) {
    const counts = counting.has(tokens[i]?.normal ?? '');
    if (!counts && !verbs.has(tokens[i]?.normal ?? '')) continue;
    const auxiliary = /^(?:has|have|had)$/.test(tokens[i - 1]?.normal ?? '') ? 1 : 0;
    const first = nounPhraseStart(tokens, i - auxiliary, sentence.firstToken);
    const object = nounPhraseEnd(tokens, i + 1, end);
    const isTold = counts ? opensWithFigure(tokens, i + 1, end) : atBefore(tokens, i + 1, object) >= 0;
    if (first >= i - auxiliary || !isTold) continue;
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

const bounding = wordSet('about around at fewer least less more nearly some than');

/** "212 boats", "more than 40", "some 12,000". */
function opensWithFigure(tokens: Parameters<Pattern>[0]['tokens'], from: number, end: number): boolean {
  let at = from;
  while (at < end && bounding.has(tokens[at]?.normal ?? '')) at++;
  return at < end && tokens[at]?.kind === 'number';
}

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
