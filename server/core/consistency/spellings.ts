import type { Article, PlacedBlock } from '../model/article.ts';
import { nameWord } from '../values/name-sorts.ts';
import { type NameWord, namedIn } from './named.ts';

/** A name that is spelt once in another way than elsewhere. */
export interface Misspelling {
  readonly here: NameWord;
  readonly placed: PlacedBlock;
  /** The first of the other places. */
  readonly there: NameWord;
  readonly otherPlaced: PlacedBlock;
  /** How often the other spelling stands in the article. */
  readonly times: number;
}

interface Spelling {
  readonly word: NameWord;
  readonly placed: PlacedBlock;
  times: number;
  readonly before: Set<string>;
}

/** A spelling that stands this often is the one that the writer means. */
const oftenEnough = 2;

/** The names of an article that stand once, one letter away from a name that stands several times. In order of position. */
export function misspellings({ blocks }: Article): Misspelling[] {
  const spellings = new Map<string, Spelling>();
  for (const placed of blocks)
    for (const word of namedIn(placed.block).words) {
      const known = spellings.get(word.word);
      if (known) {
        known.times++;
        if (word.before) known.before.add(word.before);
      } else spellings.set(word.word, { word, placed, times: 1, before: new Set(word.before ? [word.before] : []) });
    }
  // One slip leaves the first two letters or the last two as they are.
  const usual = new Map<string, Spelling[]>();
  for (const spelling of spellings.values())
    if (spelling.times >= oftenEnough)
      for (const key of keysOf(spelling.word.word)) {
        const sharing = usual.get(key);
        if (sharing) sharing.push(spelling);
        else usual.set(key, [spelling]);
      }
  const found: Misspelling[] = [];
  for (const odd of spellings.values()) {
    if (odd.times > 1) continue;
    const meant = keysOf(odd.word.word)
      .flatMap(key => usual.get(key) ?? [])
      .filter(other => isSlip(odd, other));
    // Two names that it might be a slip for show that it is a name of its own.
    const [other] = meant;
    if (!other || meant.some(one => one !== other)) continue;
    found.push({
      here: odd.word,
      placed: odd.placed,
      there: other.word,
      otherPlaced: other.placed,
      times: other.times,
    });
  }
  return found.sort((a, b) => a.placed.start + a.here.start - (b.placed.start + b.here.start));
}

const keysOf = (word: string): readonly [string, string] => [
  `${word.slice(0, 2)}-`,
  `${word.charAt(0)}-${word.slice(-2)}`,
];

function isSlip({ word: odd, before }: Spelling, { word: usual, before: usualBefore }: Spelling): boolean {
  const [a, b] = [odd.word, usual.word];
  if (Math.abs(a.length - b.length) > 1 || a.charAt(0) !== b.charAt(0)) return false;
  // “Korean” and “Clintons” are made from the name, and “Germans” from what “Germany” is made from; they are not slips for it.
  if (a.startsWith(b) || b.startsWith(a) || a.slice(0, -1) === b.slice(0, -1)) return false;
  // What the lists know as names and nouns are words of their own, such as “Adrian” and “Adriana”.
  if (nameWord(a.toLowerCase()) !== undefined) return false;
  if (!isOneEditAway(a, b)) return false;
  // “Anna Lindt” and “Carl Lind” are two people; “Anna Lindt” and “Anna Lind” are one.
  const given = [...before][0];
  return given === undefined || usualBefore.size === 0 || usualBefore.has(given);
}

/** Whether one letter was left out, put in, changed, or swapped with its neighbour (Damerau, 1964). */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const left = short.length - start - end;
  if (long.length > short.length) return left === 0;
  return left <= 1 || (left === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]);
}
