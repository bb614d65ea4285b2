import { once } from '../core/model/once.ts';
import { goodContext, leastContext, wholeContext } from './anchor-thresholds.ts';
import type { Anchoring } from './anchoring.ts';
import type { LedgerEntry } from './record.ts';
import { contextSimilarity } from './similarity.ts';
import { before, behind, type Unit } from './units.ts';

/** What stood on a side of a recorded sentence, and how much what stands there in the draft is like it. */
export interface Side {
  readonly likeness: number;
  /** It is what stood there, if perhaps a little reworded. That nothing stood there says little: another sentence may come to stand last. */
  readonly isGood: boolean;
  /** It is the very same, and stands nowhere else in the draft. */
  readonly isWhole: boolean;
}

export function sidesOf({ entries, units }: Anchoring, at: number, unit: number): readonly [Side, Side] {
  const { prefix, suffix } = entries[at] as LedgerEntry;
  const side = (known: string, there: string, which: 'before' | 'behind'): Side => {
    const likeness = contextSimilarity(known, there, which);
    const isSame = likeness >= wholeContext && known.length >= leastContext;
    const isWhole = isSame && isOnce(units, there, which) && isOnceRecorded(entries, known, which);
    return { likeness, isGood: known !== '' && likeness >= goodContext, isWhole };
  };
  return [side(prefix, before(units, unit), 'before'), side(suffix, behind(units, unit), 'behind')];
}

/** On how many sides the draft has what stood there, if perhaps a little reworded. */
export const goodSides = (sides: readonly Side[]): number => sides.filter(({ isGood }) => isGood).length;

/** On how many sides it has the very same, and nowhere else. */
export const wholeSides = (sides: readonly Side[]): number => sides.filter(({ isWhole }) => isWhole).length;

/** What stands there speaks for the place by itself. */
export const isBetweenTheSame = (sides: readonly Side[]): boolean => goodSides(sides) === 2 || wholeSides(sides) > 0;

/**
 * A sentence that said the same stood next to the recorded one, with or without an entry of its own, and there the draft has it no
 * more: whether this one is left or that one, nobody can say.
 */
export function isTwinGone({ entries, recorded, units }: Anchoring, at: number, unit: number): boolean {
  const { exact, prefix, suffix } = entries[at] as LedgerEntry;
  const stands = (place: number) => units[place]?.key === recorded[at]?.key;
  return (
    (prefix.trimEnd().endsWith(exact) && !stands(unit - 1)) ||
    (suffix.trimStart().startsWith(exact) && !stands(unit + 1))
  );
}

/** Some words stand in a sentence, at whose beginning they may have had another capital. */
export const isPartOf = (words: string, sentence: string): boolean =>
  ` ${sentence} `.toLowerCase().includes(` ${words} `.toLowerCase());

/** Many sentences may open or close with the same words, which then say nothing of where one stood. */
const isOnce = onceAmong<Unit>((units, at) => [before(units, at), behind(units, at)]);
const isOnceRecorded = onceAmong<LedgerEntry>((entries, at) => {
  const { prefix, suffix } = entries[at] as LedgerEntry;
  return [prefix, suffix];
});

/** Tells whether a context stands once only. They are counted when it is first asked, since most drafts never ask. */
function onceAmong<T>(contexts: (items: readonly T[], at: number) => readonly [string, string]) {
  const countsIn = once((items: readonly T[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const at of items.keys()) {
      const [left, right] = contexts(items, at);
      for (const key of [`before ${left}`, `behind ${right}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
  return (items: readonly T[], context: string, side: 'before' | 'behind') =>
    countsIn(items).get(`${side} ${context}`) === 1;
}
