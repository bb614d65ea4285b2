import { sidesOf } from './anchor-sides.ts';
import { wholeContext } from './anchor-thresholds.ts';
import type { Anchoring, Attachment } from './anchoring.ts';
import type { LedgerEntry } from './record.ts';

export type Direction = -1 | 1;
export const directions: readonly Direction[] = [-1, 1];

/**
 * How a place speaks for an entry on one side: there stands the sentence that was recorded beside it; or what is written down of
 * the surroundings and stands nowhere else; or something that may be said of other places, too.
 */
export type Voice = 'neighbour' | 'surroundings' | 'perhaps' | undefined;

export const isSure = (voice: Voice): boolean => voice === 'neighbour' || voice === 'surroundings';

/** What a place, by the index of its sentence, has to say on one side for an entry. */
export type VoiceOf = (at: number, unit: number, direction: Direction) => Voice;

/** The entry that was recorded right beside another. */
export type NeighbourOf = (at: number, direction: Direction) => number | undefined;

/** @param before What is attached, and how surely. */
export function voicesOf(
  anchoring: Anchoring,
  before: readonly (Attachment | undefined)[],
  neighbour: NeighbourOf,
): VoiceOf {
  return (at, unit, direction) => {
    const other = neighbour(at, direction);
    if (other !== undefined) {
      const found = before[other];
      if (found?.unit !== unit + direction) return undefined;
      return found.isCertain ? 'neighbour' : 'perhaps';
    }
    const { likeness, isGood, isWhole } = sidesOf(anchoring, at, unit)[direction < 0 ? 0 : 1];
    if (isWhole) return 'surroundings';
    return isGood && likeness >= wholeContext ? 'perhaps' : undefined;
  };
}

/** Entries that were recorded one behind the other, with nothing between them. */
export function neighboursOf(entries: readonly LedgerEntry[]): NeighbourOf {
  const order = entries
    .map((_, at) => at)
    .toSorted((a, b) => (entries[a] as LedgerEntry).start - (entries[b] as LedgerEntry).start || a - b);
  const ranks: number[] = [];
  for (const [rank, at] of order.entries()) ranks[at] = rank;
  return (at, direction) => {
    const other = order[(ranks[at] as number) + direction];
    if (other === undefined) return undefined;
    const isNext = isBeside(entries[other] as LedgerEntry, entries[at] as LedgerEntry, direction < 0 ? 1 : -1);
    return isNext ? other : undefined;
  };
}

/** The words of one entry are written down beside another, which stands behind it (1) or before it (-1), as far as there was room. */
export const isBeside = ({ exact }: LedgerEntry, { prefix, suffix }: LedgerEntry, direction: Direction): boolean =>
  direction === 1
    ? prefix !== '' && prefix.endsWith(`${exact} `.slice(-prefix.length))
    : suffix !== '' && suffix.startsWith(` ${exact}`.slice(0, suffix.length));
