import type { Token } from '../model/sentence.ts';
import type { Parts, Pattern } from './attributions.ts';
import { contentEnd, nounPhraseEnd } from './noun-phrase.ts';

/** "According to the ministry, …", "…, in the words of Ms Lind": a source named by a preposition. */
export const findAccordingTo: Pattern = ({ tokens }, sentence) => {
  const found: Parts[] = [];
  const end = contentEnd(tokens, sentence);
  for (let i = sentence.firstToken; i < end; i++) {
    const length = cueLength(tokens, i);
    if (length === 0) continue;
    const sourceEnd = nounPhraseEnd(tokens, i + length, end);
    if (sourceEnd === i + length) continue;
    const comma = tokens[sourceEnd]?.text === ',' ? 1 : 0;
    const before = (tokens[i - 1]?.text === ',' ? i - 1 : i) - sentence.firstToken;
    found.push({
      source: [i + length, sourceEnd],
      cue: [i, i + length],
      isFirm: true,
      content: [
        [sentence.firstToken, sentence.firstToken + before],
        [sourceEnd + comma, end],
      ],
    });
    i = sourceEnd - 1;
  }
  return found;
};

/** Number of tokens of a prepositional cue at `i`, or 0. */
function cueLength(tokens: readonly Token[], i: number): number {
  const word = (offset: number) => tokens[i + offset]?.normal;
  if (word(0) === 'according' && word(1) === 'to') return 2;
  if (
    word(0) === 'in' &&
    word(1) === 'the' &&
    (word(2) === 'words' || word(2) === 'view' || word(2) === 'opinion') &&
    word(3) === 'of'
  )
    return 4;
  // "per the Census Bureau", and not "per cent" or "per year".
  if (
    word(0) === 'per' &&
    (/^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') || (word(1) === 'the' && /^\p{Lu}/u.test(tokens[i + 2]?.text ?? '')))
  )
    return 1;
  return 0;
}
