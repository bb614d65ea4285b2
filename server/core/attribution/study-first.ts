import type { Sentence, Token } from '../model/sentence.ts';
import { isMonth } from '../values/dates.ts';
import type { Pattern } from './attributions.ts';
import { contentEnd } from './noun-phrase.ts';
import { sourceNounKind } from './nouns.ts';
import { firstOfCue } from './reports.ts';
import { findSayings } from './sayings.ts';

/** Furthest that the noun stands from the opening, and the verb from the noun, in tokens. */
const farthestNoun = 6;
const farthestVerb = 32;

/**
 * "A survey by the Harbour Institute, a think tank, for the week to 3 May has found that …": a document that is named opens what it
 * found, however much stands between it and its verb.
 */
export const findStudyFirst: Pattern = ({ tokens }, sentence) => {
  const { firstToken } = sentence;
  const end = contentEnd(tokens, sentence);
  const head = documentAt(tokens, firstToken, end);
  if (head < 0) return [];
  const [match] = findSayings(tokens, head + 1, Math.min(end, head + farthestVerb)).filter(
    ({ first, end: behind }) => tokens[behind]?.normal === 'that' && !/ing$/.test((tokens[first] as Token).normal),
  );
  if (!match) return [];
  const cue = firstOfCue(tokens, match.first, sentence);
  const between = tokens.slice(head + 1, cue);
  const isOne = between.every(
    ({ pos, normal }) => pos !== 'aux' && (pos !== 'verb' || /(?:ed|ing|wn|en)$/.test(normal)),
  );
  if (cue <= head + 1 || !isOne || !between.some(isName)) return [];
  return [
    {
      source: [firstToken, cue],
      cue: [cue, match.end],
      content: [[match.end, end]],
      sense: 'found',
      isFirm: true,
      isWhole: true,
    },
  ];
};

/** The noun of the document that opens a sentence: the first noun, behind no more than its adjectives; -1 where there is none. */
function documentAt(tokens: readonly Token[], first: Sentence['firstToken'], end: number): number {
  for (let i = first; i < Math.min(end, first + farthestNoun); i++) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'noun') return sourceNounKind(normal) === 'document' ? i : -1;
    if (!/^(?:det|adj|num|propn|part|adv)$/.test(pos)) return -1;
  }
  return -1;
}

const isName = ({ pos, text, normal }: Token): boolean => pos === 'propn' && /^\p{Lu}/u.test(text) && !isMonth(normal);
