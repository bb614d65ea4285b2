import { confirmInPlace, doubtCopies, type Equals } from './anchor-in-place.ts';
import { goodSides, isTwinGone, sidesOf, wholeSides } from './anchor-sides.ts';
import {
  clearLeadOfEquals,
  clearLeadOfSome,
  fewestWithFigure,
  goodAverage,
  goodContextOfSome,
  mostPairs,
} from './anchor-thresholds.ts';
import { type Anchoring, attach, fewWords, isTiny } from './anchoring.ts';
import { groupBy } from './group-by.ts';
import type { LedgerEntry } from './record.ts';
import { isFigure, isTelling, type Worded } from './words.ts';

/** Attaches the entries whose words stand in the draft. Among equal sentences, what stands around them decides, then their order. */
export function attachWordForWord(anchoring: Anchoring): void {
  const { entries, units, recorded } = anchoring;
  const doubtful: Equals[] = [];
  const places = groupBy(units.keys(), at => units[at]?.key);
  const wanted = groupBy(recorded.keys(), at => recorded[at]?.key);
  for (const [key, own] of wanted) {
    const open = own.filter(at => !entries[at]?.detached);
    const there = !key ? [] : (places.get(key) ?? []);
    if (open.length === 1 && there.length === 1)
      doubtful.push(attachOnly(anchoring, open[0] as number, there[0] as number));
    else if (open.length > 0 && there.length > 0) doubtful.push(attachEqual(anchoring, open, there));
  }
  confirmInPlace(anchoring, doubtful);
  doubtCopies(anchoring);
}

function attachOnly(anchoring: Anchoring, at: number, unit: number): Equals {
  const own = anchoring.recorded[at] as Worded;
  const sides = sidesOf(anchoring, at, unit);
  const isHere = isTiny(own) ? goodSides(sides) === 2 : goodSides(sides) > 0;
  attach(anchoring, at, unit, !isTwinGone(anchoring, at, unit) && (isHere || isOneOfItsKind(own.words)));
  return { own: [at], there: [unit], likely: new Set() };
}

/**
 * Whoever writes so many words again, or gives the same figure in the same few, says the same, wherever it stands; but with a
 * pronoun at the beginning, few words say what those before them say it of.
 */
const isOneOfItsKind = (words: readonly string[]): boolean =>
  words.some(isFigure) && !pronoun.test(words[0] ?? '')
    ? words.length >= fewestWithFigure
    : words.length > fewWords && words.slice(1).some(isTelling);

const pronoun = /^(?:he|it|its|she|that|their|these|they|this|those)$/;

/** Attaches entries of the same words to sentences of these words. */
function attachEqual(anchoring: Anchoring, own: readonly number[], there: readonly number[]): Equals {
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
    return { own: [], there: [], likely: new Set() };
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
  const likely = new Set<number>();
  for (const pair of pairs.toSorted((a, b) => b.whole - a.whole || b.context - a.context || a.shift - b.shift)) {
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
    const isContested = rivals.some(({ good }) => good >= pair.good);
    const isClear =
      own.length === there.length
        ? pair.context >= goodAverage && lead >= clearLeadOfEquals
        : pair.context >= goodContextOfSome && lead >= clearLeadOfSome;
    // Next to what it stood next to, which is so of no other.
    const isAtHome = pairs.every(
      other => other === pair || (other.at !== pair.at && other.unit !== pair.unit) || other.good < pair.whole,
    );
    const hasReason = (isClear && !isContested) || isUndisturbed || (pair.whole === 2 && isAtHome);
    attach(anchoring, pair.at, pair.unit, hasReason && !isTwinGone(anchoring, pair.at, pair.unit));
    if (pair.whole > 0 && isAtHome) likely.add(pair.at);
    taken.add(pair.unit);
    done.add(pair.at);
  }
  return { own, there, likely };
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
