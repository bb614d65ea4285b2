import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { nameWord } from '../values/name-sorts.ts';
import { keptInStep } from './in-step.ts';
import { type NameWord, namedIn } from './named.ts';
import { placesOf } from './places.ts';

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

/** A spelling that stands this often is the one that the writer means. */
const oftenEnough = 2;

interface Place {
  readonly word: NameWord;
  readonly block: Block;
}

/** The name words of an article by how they are spelt. */
interface Index {
  readonly places: Map<string, Place[]>;
  /** Spellings that begin alike or end alike. */
  readonly byKey: Map<string, Set<string>>;
  /** Spellings that a slip of the pen may turn into each other. */
  readonly near: Map<string, Set<string>>;
}

const indexOf = keptInStep<Index>({
  create: () => ({ places: new Map(), byKey: new Map(), near: new Map() }),
  add(index, blocks) {
    for (const block of blocks)
      for (const word of namedIn(block).words) {
        const places = index.places.get(word.word);
        if (places) places.push({ word, block });
        else {
          index.places.set(word.word, [{ word, block }]);
          enter(index, word.word);
        }
      }
  },
  remove(index, blocks) {
    for (const block of blocks)
      for (const { word } of namedIn(block).words) {
        const left = index.places.get(word)?.filter(place => place.block !== block) ?? [];
        if (left.length > 0) index.places.set(word, left);
        else if (index.places.delete(word)) leave(index, word);
      }
  },
});

function enter({ byKey, near }: Index, word: string): void {
  for (const key of keysOf(word)) {
    const sharing = byKey.get(key);
    for (const other of sharing ?? [])
      if (isSlip(word, other)) {
        near.set(word, (near.get(word) ?? new Set()).add(other));
        near.set(other, (near.get(other) ?? new Set()).add(word));
      }
    if (sharing) sharing.add(word);
    else byKey.set(key, new Set([word]));
  }
}

function leave({ byKey, near }: Index, word: string): void {
  for (const key of keysOf(word)) {
    const sharing = byKey.get(key);
    sharing?.delete(word);
    if (sharing?.size === 0) byKey.delete(key);
  }
  for (const other of near.get(word) ?? []) {
    const others = near.get(other);
    others?.delete(word);
    if (others?.size === 0) near.delete(other);
  }
  near.delete(word);
}

/** One slip leaves the first two letters of a word or its last two as they are. */
const keysOf = (word: string): readonly [string, string] => [
  `${word.slice(0, 2)}-`,
  `${word.charAt(0)}-${word.slice(-2)}`,
];

/** The names of an article that stand once, one letter away from a name that stands several times. In order of position. */
export function misspellings(article: Article): Misspelling[] {
  const slips = slipsIn(indexOf(article));
  const standing = placesOf(
    article,
    slips.flatMap(({ odd, usual }) => [odd.block, ...usual.map(({ block }) => block)]),
  );
  return slips
    .flatMap(({ odd, usual }) => {
      const [placed, another] = standing.get(odd.block) ?? [];
      if (!placed || another) return [];
      const there = firstOf(usual, standing);
      const times = usual.reduce((sum, { block }) => sum + (standing.get(block)?.length ?? 0), 0);
      return [{ here: odd.word, placed, there: there.word, otherPlaced: there.placed, times }];
    })
    .sort((a, b) => a.placed.start + a.here.start - (b.placed.start + b.here.start));
}

/** A name that is in one block only, and the places of the one that it may be a slip for. */
interface Slip {
  readonly odd: Place;
  readonly usual: readonly Place[];
}

function slipsIn({ near, places }: Index): Slip[] {
  const found: Slip[] = [];
  for (const [word, others] of near) {
    const own = places.get(word);
    const odd = own?.[0];
    if (!odd || own.length > 1 || isOwnWord(word)) continue;
    const meant: Place[][] = [];
    for (const other of others) {
      const all = places.get(other) ?? [];
      if (all.length >= oftenEnough && isOneBearer(odd, all)) meant.push(all);
    }
    // Two names that it might be a slip for show that it is a name of its own.
    const [usual] = meant;
    if (usual && meant.length === 1) found.push({ odd, usual });
  }
  return found;
}

/** The place that comes first in the article. */
function firstOf(
  places: readonly Place[],
  standing: ReturnType<typeof placesOf>,
): Pick<Misspelling, 'placed'> & { word: NameWord } {
  const placed = places.map(({ word, block }) => ({ word, placed: standing.get(block)?.[0] as PlacedBlock }));
  return placed.reduce((first, one) =>
    one.placed.start + one.word.start < first.placed.start + first.word.start ? one : first,
  );
}

/** What the lists know as names and nouns are words of their own, such as “Adrian” and “Adriana”. */
const isOwnWord = (word: string): boolean => nameWord(word.toLowerCase()) !== undefined;

/** “Anna Lindt” and “Carl Lind” are two people; “Anna Lindt” and “Anna Lind” are one, and so are “Ana Lind” and “Anna Lind”. */
const isOneBearer = ({ word }: Place, usual: readonly Place[]): boolean =>
  (['before', 'after'] as const).every(
    side =>
      word[side] === '' ||
      usual.some(other => other.word[side] === word[side]) ||
      // A particle belongs to a name in full, which the usual one would have somewhere too.
      (!/^\p{Ll}/u.test(word[side]) && usual.every(other => other.word[side] === '')),
  );

function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.charAt(0) !== b.charAt(0)) return false;
  // “Korean” and “Clintons” are made from the name, and “Germans” from what “Germany” is made from; they are not slips for it.
  if (a.startsWith(b) || b.startsWith(a) || a.slice(0, -1) === b.slice(0, -1)) return false;
  return isOneEditAway(a, b);
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
