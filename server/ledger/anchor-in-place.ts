import { goodSides, isBetweenTheSame, isPartOf, isTwinGone, sidesOf } from './anchor-sides.ts';
import { likeTheRecorded, nearby } from './anchor-thresholds.ts';
import { type Anchoring, type Attachment, isTiny } from './anchoring.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { distanceBetween } from './similarity.ts';
import type { Unit } from './units.ts';
import type { Worded } from './words.ts';

/** Entries of the same words and the sentences of these words. */
export interface Equals {
  readonly own: readonly number[];
  readonly there: readonly number[];
  /** Entries that stand next to what they stood next to, as none of the others does. */
  readonly likely: ReadonlySet<number>;
}

const holds = ({ after, upTo }: Gap, unit: number): boolean => after < unit && unit < upTo;

/** They lie so close to each other that what lies between them is told by them. */
const isClose = (gap: Gap, unit: number): boolean => holds(gap, unit) && gap.upTo - gap.after <= nearby;

/** What lies between the entries between which it lay has not moved, and needs no more to speak for it. */
export function confirmInPlace(anchoring: Anchoring, doubtful: readonly Equals[]): void {
  const { attached, recorded } = anchoring;
  const open = doubtful.filter(({ own }) => own.some(at => attached[at]?.isCertain === false));
  if (open.length === 0) return;
  const gaps = gapsOf(anchoring);
  for (const { own, there, likely } of open)
    for (const at of own) {
      if (attached[at]?.isCertain !== false) continue;
      const { unit } = attached[at] as Attachment;
      if (isTwinGone(anchoring, at, unit)) continue;
      // Another entry of these words, which has no place of its own yet, may have lain there as well.
      const homeless = own.filter(other => other !== at && !attached[other]?.isCertain);
      if (homeless.some(other => isClose(gaps(other), unit))) continue;
      const gap = gaps(at);
      const isInPlace =
        (there.length === 1 ? holds(gap, unit) : isClose(gap, unit)) &&
        !there.some(other => other !== unit && holds(gap, other));
      // Where one of the equals is gone, its place may be what this one has come to stand in.
      const isLikely = likely.has(at) && own.length <= there.length;
      if (!isInPlace && !isLikely) continue;
      const isLong = !isTiny(recorded[at] as Worded);
      const sides = sidesOf(anchoring, at, unit);
      const speaks = (entry: number, place: number) => goodSides(sidesOf(anchoring, entry, place)) > 0;
      const speaksForOthers = () =>
        there.some(other => other !== unit && speaks(at, other)) || homeless.some(other => speaks(other, unit));
      if (isLikely || goodSides(sides) === 2 || ((isLong || isBetweenTheSame(sides)) && !speaksForOthers()))
        attached[at] = { unit, isCertain: true };
    }
}

/**
 * Who copies a sentence to another place and rewords the first leaves the recorded words where nothing speaks for them, and
 * where they stood a sentence much like them; and who joins a very short one to another may write it again beside it. Which of
 * the two the entry means, nobody but the writer can say.
 */
export function doubtCopies(anchoring: Anchoring): void {
  const { attached, recorded, taken, units } = anchoring;
  const gaps = gapsOf(anchoring);
  for (const [at, found] of attached.entries()) {
    if (!found?.isCertain) continue;
    const gap = gaps(at);
    if (gap.upTo - gap.after > nearby) continue;
    const own = recorded[at] as Worded;
    const isInPlace = holds(gap, found.unit);
    if (isInPlace && !isTiny(own)) continue;
    if (!isInPlace && goodSides(sidesOf(anchoring, at, found.unit)) > 0) continue;
    const isOther = (other: string) =>
      isInPlace ? isPartOf(own.key, other) : 1 - distanceBetween(own.key, other) >= likeTheRecorded;
    for (let unit = gap.after + 1; unit < gap.upTo; unit++)
      if (unit !== found.unit && !taken[unit] && isOther((units[unit] as Unit).key))
        attached[at] = { unit: found.unit, isCertain: false };
  }
}
