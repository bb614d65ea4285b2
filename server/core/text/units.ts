import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';

/** A sentence of more tokens is tagged in stretches of as many, so that scratch space stays small whatever the text is. */
export const maxTokens = 400;
/** A word with more hyphens is not cut. */
const maxHyphens = 8;
/** The most units that a stretch of tokens can be cut into. */
export const maxUnits = maxTokens * (maxHyphens + 1);

/**
 * What the tagger tags. A unit is a token or a part of one, cut as Universal Dependencies cuts words: a negation or a shortened
 * verb from its host ("do|n't", "they|'ll"), and a compound at its hyphens ("well|known") but not behind a prefix ("anti-war").
 * The arrays are scratch space that is filled anew for every sentence; only the first `count` entries mean anything.
 */
export interface Units {
  count: number;
  /** Index of the token that the unit is in. */
  readonly token: Int32Array;
  /** Where the unit starts and ends in the text of its token. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export const newUnits = (): Units => ({
  count: 0,
  token: new Int32Array(maxUnits),
  start: new Int32Array(maxUnits),
  end: new Int32Array(maxUnits),
});

/** Affixes that Universal Dependencies leaves joined to their word across a hyphen. */
const prefixes = wordSet(
  'a ad ante anti bi co counter cross de dis e ex extra inter intra macro meta micro mid mini multi non over pan para peri post pre pro proto pseudo psycho quasi re semi socio sub super supra tri u ultra un under uni vice',
);
const suffixes = wordSet('esque ette fest fold gate ish itis less most rama s wise');

/** Words that are written as one and are two, with the length of the first. */
const contractions = new Map([
  ['cannot', 3],
  ['im', 1],
  ['wont', 2],
  ...'gonna wanna gotta dunno lemme gimme'.split(' ').map(word => [word, 3] as const),
  ...'dont cant didnt doesnt isnt wasnt arent werent couldnt wouldnt shouldnt havent hasnt hadnt'
    .split(' ')
    .map(word => [word, word.length - 2] as const),
]);

/** Cuts a half-open range of tokens, at most `maxTokens`, into units. */
export function cutUnits(units: Units, tokens: readonly Token[], first: number, end: number): void {
  units.count = 0;
  for (let i = first; i < end; i++) {
    const { text, normal } = tokens[i] as Token;
    const length = text.length;
    const cut = length < 3 ? 0 : cliticAt(text, length) || (length < 9 ? (contractions.get(normal) ?? 0) : 0);
    if (cut > 0) {
      add(units, i, 0, cut);
      add(units, i, cut, length);
    } else if (length > 2 && isCompound(text)) cutCompound(units, i, text);
    else add(units, i, 0, length);
  }
}

/** Where "n't", "'ll", "'re", "'ve", "'m" or "'d" starts at the end of a word, or 0. */
function cliticAt(text: string, length: number): number {
  for (let at = length - 2; at >= length - 3 && at > 0; at--) {
    const mark = text.charCodeAt(at);
    if (mark !== 0x27 && mark !== 0x2019) continue;
    const next = text.charCodeAt(at + 1) | 0x20;
    const after = at + 2 < length ? text.charCodeAt(at + 2) | 0x20 : 0;
    if (after === 0) {
      if (next === 0x74 && at > 1 && (text.charCodeAt(at - 1) | 0x20) === 0x6e) return at - 1;
      return next === 0x6d || next === 0x64 ? at : 0;
    }
    const isVerb = (next === 0x6c && after === 0x6c) || ((next === 0x72 || next === 0x76) && after === 0x65);
    return isVerb ? at : 0;
  }
  return 0;
}

export const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

function isCompound(text: string): boolean {
  let hyphens = 0;
  for (let i = 1; i < text.length - 1; i++) if (isHyphen(text.charCodeAt(i)) && ++hyphens > maxHyphens) return false;
  return hyphens > 0;
}

function cutCompound(units: Units, token: number, text: string): void {
  const before = units.count;
  let start = 0;
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && !isHyphen(text.charCodeAt(i))) continue;
    const part = text.slice(from, i).toLowerCase();
    from = i + 1;
    if (i < text.length && prefixes.has(part)) continue;
    if (units.count > before && suffixes.has(part)) units.end[units.count - 1] = i;
    else if (i > start) add(units, token, start, i);
    start = i + 1;
  }
}

function add(units: Units, token: number, start: number, end: number): void {
  units.token[units.count] = token;
  units.start[units.count] = start;
  units.end[units.count] = end;
  units.count++;
}
