import { goodSides, isBetweenTheSame, sidesOf, wholeSides } from './anchor-sides.ts';
import { type Anchoring, type Attachment, attach, fewWords } from './anchoring.ts';
import { gapsOf } from './gaps.ts';
import { groupBy } from './group-by.ts';
import type { LedgerEntry } from './record.ts';
import { distanceBetween } from './similarity.ts';
import type { Unit } from './units.ts';
import { isFigure, isTelling, type Worded } from './words.ts';

/** So many pairs of equal sentences are compared by their surroundings; beyond, only by order. */
const mostPairs = 20_000;
/** An equal sentence is surely the one where its surroundings are this much liker, on average of both sides, than any other's. */
const clearLead = 0.2;
const goodAverage = 0.55;
/** The same where one of the equals is gone, and another might be taken for it. */
const clearLeadOfSome = 0.35;
const goodContextOfSome = 0.7;
/** A sentence this much like the recorded one, by characters, may be the one, reworded, of which the other is a copy. */
const likeTheRecorded = 0.65;
/** So few words are written twice as a matter of course. */
const veryFewWords = 4;
/** Entries with more sentences than this between them say little of what lies there. */
const nearby = 12;

/** Attaches the entries whose words stand in the draft. Among equal sentences, what stands around them decides, then their order. */
export function attachWordForWord(anchoring: Anchoring): void {
  const { entries, units, recorded } = anchoring;
  const doubtful: number[] = [];
  const places = groupBy(units.keys(), at => units[at]?.key);
  const wanted = groupBy(recorded.keys(), at => recorded[at]?.key);
  for (const [key, own] of wanted) {
    const open = own.filter(at => !entries[at]?.detached);
    const there = !key ? [] : (places.get(key) ?? []);
    if (open.length === 1 && there.length === 1) attachOnly(anchoring, open[0] as number, there[0] as number);
    else if (open.length > 0 && there.length > 0) attachEqual(anchoring, open, there);
    // With more places than entries, or as many, each entry may have kept its own.
    if (open.length <= there.length) doubtful.push(...open.filter(at => anchoring.attached[at]?.isCertain === false));
  }
  confirmInPlace(anchoring, doubtful);
  doubtCopies(anchoring);
}

/**
 * Who copies a sentence to another place and rewords the first leaves the recorded words where nothing speaks for them, and
 * where they stood a sentence much like them. Which of the two the entry means, nobody but the writer can say.
 */
function doubtCopies(anchoring: Anchoring): void {
  const { attached, recorded, taken, units } = anchoring;
  const gaps = gapsOf(anchoring);
  for (const [at, found] of attached.entries()) {
    if (!found?.isCertain) continue;
    const { after, upTo } = gaps(at);
    const isInPlace = after < found.unit && found.unit < upTo;
    if (isInPlace || upTo - after > nearby || goodSides(sidesOf(anchoring, at, found.unit)) > 0) continue;
    const { key } = recorded[at] as Worded;
    for (let unit = after + 1; unit < upTo; unit++)
      if (!taken[unit] && 1 - distanceBetween(key, (units[unit] as Unit).key) >= likeTheRecorded)
        attached[at] = { unit: found.unit, isCertain: false };
  }
}

/** What lies between the entries between which it lay has not moved, and needs no more to speak for it. */
function confirmInPlace(anchoring: Anchoring, doubtful: readonly number[]): void {
  if (doubtful.length === 0) return;
  const gaps = gapsOf(anchoring);
  const { attached, recorded, units } = anchoring;
  for (const at of doubtful) {
    const { unit } = attached[at] as Attachment;
    const { after, upTo } = gaps(at);
    const isOnlyOne = () => {
      for (let other = after + 1; other < upTo; other++)
        if (other !== unit && units[other]?.key === units[unit]?.key) return false;
      return true;
    };
    const isInPlace = after < unit && unit < upTo && upTo - after <= nearby && isOnlyOne();
    const isLong = (recorded[at] as Worded).words.length > veryFewWords;
    if (isInPlace && (isLong || isBetweenTheSame(sidesOf(anchoring, at, unit))))
      attached[at] = { unit, isCertain: true };
  }
}

function attachOnly(anchoring: Anchoring, at: number, unit: number): void {
  const { words } = anchoring.recorded[at] as Worded;
  const sides = sidesOf(anchoring, at, unit);
  const isHere = isBetweenTheSame(sides) || (words.length > veryFewWords && goodSides(sides) === 1);
  attach(anchoring, at, unit, isHere || isOneOfItsKind(words));
}

/** Whoever writes so many words again, or gives the same figure in the same few, says the same, wherever it stands. */
const isOneOfItsKind = (words: readonly string[]): boolean =>
  words.some(isFigure) ? words.length >= veryFewWords : words.length > fewWords && words.slice(1).some(isTelling);

/** Attaches entries of the same words to sentences of these words. */
function attachEqual(anchoring: Anchoring, own: readonly number[], there: readonly number[]): void {
  const { entries } = anchoring;
  const inOrder = own.toSorted(
    (a, b) => (entries[a] as LedgerEntry).start - (entries[b] as LedgerEntry).start || a - b,
  );
  if (own.length * there.length > mostPairs) {
    const isCertain = own.length === there.length;
    for (const [n, unit] of there.entries()) {
      const at = inOrder[n];
      if (at !== undefined) attach(anchoring, at, unit, isCertain);
    }
    return;
  }
  const pairs: Pair[] = inOrder.flatMap((at, rank) =>
    there.map((unit, place) => {
      const sides = sidesOf(anchoring, at, unit);
      const context = (sides[0].likeness + sides[1].likeness) / 2;
      return { at, unit, context, whole: wholeSides(sides), good: goodSides(sides), shift: Math.abs(rank - place) };
    }),
  );
  const taken = new Set<number>();
  const done = new Set<number>();
  for (const pair of pairs.toSorted((a, b) => b.context - a.context || a.shift - b.shift)) {
    if (taken.has(pair.unit) || done.has(pair.at)) continue;
    const rivals = pairs.filter(
      other =>
        other !== pair &&
        (other.at === pair.at ? !taken.has(other.unit) : other.unit === pair.unit && !done.has(other.at)),
    );
    const rival = Math.max(-1, ...rivals.map(({ context }) => context));
    // As many as there were, in the places in which they were: nothing has happened to them that could be seen.
    const isUndisturbed =
      own.length === there.length &&
      pair.shift === 0 &&
      rival <= pair.context &&
      (pair.context >= 0.4 || pair.good > 0);
    const lead = pair.context - rival;
    const isClear =
      own.length === there.length
        ? pair.context >= goodAverage && lead >= clearLead
        : pair.context >= goodContextOfSome && lead >= clearLeadOfSome;
    // Next to what it stood next to, which is so of no other.
    const isAtHome = pairs.every(
      other => other === pair || (other.at !== pair.at && other.unit !== pair.unit) || other.good < pair.whole,
    );
    attach(anchoring, pair.at, pair.unit, isClear || isUndisturbed || (pair.whole > 0 && isAtHome));
    taken.add(pair.unit);
    done.add(pair.at);
  }
}

interface Pair {
  readonly at: number;
  readonly unit: number;
  readonly context: number;
  /** On how many sides stands the very same as stood there, and on how many something much like it. */
  readonly whole: number;
  readonly good: number;
  /** How many places further up or down it stands among its equals. */
  readonly shift: number;
}
