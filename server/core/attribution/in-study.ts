import type { Token } from '../model/sentence.ts';
import type { Pattern } from './attributions.ts';
import { contentEnd } from './noun-phrase.ts';
import { sourceNounKind } from './nouns.ts';

/** Longest such phrase, in tokens: "In a survey of the harbours of the coast by the Weather Office". */
const longest = 16;

/** "In a recent survey by the Weather Office, 40 per cent …": a document that is named opens what it found. One that is not is a gap. */
export const findInStudy: Pattern = ({ tokens }, sentence) => {
  const opening = sentence.firstToken;
  if (tokens[opening]?.normal !== 'in') return [];
  const end = contentEnd(tokens, sentence);
  const comma = commaAfter(tokens, opening + 1, Math.min(end, opening + longest));
  if (comma === undefined || comma + 1 >= end) return [];
  const phrase = tokens.slice(opening + 1, comma);
  const head = phrase.findIndex(({ normal, pos }) => pos === 'noun' && sourceNounKind(normal) === 'document');
  if (head < 0 || !phrase.slice(0, head).every(({ pos }) => belongs.test(pos)) || !isNamed(phrase, head)) return [];
  return [
    {
      source: [opening + 1, comma],
      cue: [opening, opening + 1],
      content: [[comma + 1, end]],
      sense: 'found',
      isFirm: true,
    },
  ];
};

/** What stands before the noun, a possessor included. */
const belongs = /^(?:det|adj|num|noun|propn|part|pron|verb)$/;

function commaAfter(tokens: readonly Token[], from: number, limit: number): number | undefined {
  for (let i = from; i < limit; i++) {
    const { text, kind, pos } = tokens[i] as Token;
    if (text === ',') return i;
    if (kind === 'punctuation' || kind === 'quote' || pos === 'aux') return undefined;
  }
  return undefined;
}

/** Somebody's name or a year tells which document: "the council's 2021 report", "a survey by Gallup"; what it was about does not. */
function isNamed(phrase: readonly Token[], head: number): boolean {
  return phrase.some(({ pos, text, kind }, i) =>
    kind === 'number'
      ? /^(?:19|20)\d\d$/.test(text)
      : pos === 'propn' && (i < head || /^(?:by|from)$/.test(behind(phrase, i))),
  );
}

/** The preposition before a name, with what opens its phrase. */
function behind(phrase: readonly Token[], i: number): string {
  for (let at = i - 1; at >= 0; at--) {
    const { pos, normal } = phrase[at] as Token;
    if (pos === 'adp') return normal;
    if (!/^(?:det|adj|noun|propn|num|part)$/.test(pos)) return '';
  }
  return '';
}
