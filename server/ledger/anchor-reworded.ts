import {
  clearLead,
  fewestWithExchange,
  leastAlike,
  likelyAlike,
  mostJoined,
  mostLookedUp,
  mostLost,
  mostNeighbours,
  mostPostings,
  patternLead,
  sameSide,
  severalLost,
} from './anchor-thresholds.ts';
import { type Anchoring, attach } from './anchoring.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { groupBy } from './group-by.ts';
import type { LedgerEntry } from './record.ts';
import { contextSimilarity, type Similarity, similarity, type Weight } from './similarity.ts';
import { before, behind, type Unit } from './units.ts';
import type { Worded } from './words.ts';

/** A place that an entry may have. */
interface Candidate extends Similarity {
  readonly entry: number;
  readonly unit: number;
  /** Likeness with what speaks for the place: what stands around it, and between which entries it lies. */
  readonly total: number;
  /** Likeness of what stands before and behind, 0 to 1 each. */
  readonly left: number;
  readonly right: number;
  /** True where it lies between the entries between which it lay. */
  readonly isInGap: boolean;
}

/** Attaches the entries that were not found word for word, best fit first, to sentences that nothing else is attached to. */
export function attachReworded(anchoring: Anchoring): void {
  const { attached, entries, taken } = anchoring;
  const open = entries.map((_, at) => at).filter(at => !attached[at] && !entries[at]?.detached);
  if (open.length === 0) return;
  const candidates = candidatesOf(anchoring, open).toSorted(
    (a, b) => b.total - a.total || a.entry - b.entry || a.unit - b.unit,
  );
  const byEntry = groupBy(candidates, ({ entry }) => entry);
  const byUnit = groupBy(candidates, ({ unit }) => unit);
  const joined = new Map<number, number>();
  const isTold = tellsFromPattern(anchoring);
  const twins = groupBy(open, at => anchoring.recorded[at]?.key);
  const isOne = (at: number) => twins.get(anchoring.recorded[at]?.key)?.length === 1;
  for (const candidate of candidates) {
    const { entry, unit, isJoined, score, total } = candidate;
    if (attached[entry]) continue;
    const others = taken[unit] ?? 0;
    if (others > 0 && !(isJoined && others < mostJoined && joined.get(unit) === others)) continue;
    if (score < likelyAlike && !fitsPlace(candidate)) continue;
    const rival = Math.max(
      0,
      ...(byEntry.get(entry) ?? [])
        .filter(other => other.unit !== unit && !taken[other.unit])
        .map(other => other.total),
      ...(isJoined ? [] : (byUnit.get(unit) ?? []))
        .filter(other => other.entry !== entry && !attached[other.entry])
        .map(other => other.total),
    );
    attach(
      anchoring,
      entry,
      unit,
      total - rival >= clearLead && isReliable(candidate, anchoring) && isTold(candidate) && isOne(entry),
    );
    if (isJoined) joined.set(unit, (joined.get(unit) ?? 0) + 1);
  }
}

const fitsPlace = ({ isInGap, left, right }: Pick<Candidate, 'isInGap' | 'left' | 'right'>): boolean =>
  isInGap || left + right >= 1;

/**
 * A sentence that is much like the recorded one may still be another's: of the same pattern, or put in its place. So its place has to
 * speak for it, and more so where a figure or a name was exchanged; where several were, nothing tells it from a new claim.
 */
function isReliable({ entry, ...candidate }: Candidate, { recorded }: Anchoring): boolean {
  const { exchanged, isJoined, left, lost, right, score } = candidate;
  const { length } = (recorded[entry] as Worded).words;
  if (score < likelyAlike || lost > mostLost * length) return false;
  if (exchanged > 0) return lost <= 1 && left >= sameSide && right >= sameSide && length >= fewestWithExchange;
  const hasNeighbour = left >= sameSide || right >= sameSide;
  return isJoined ? lost === 0 && hasNeighbour : fitsPlace(candidate) && hasNeighbour;
}

/**
 * Whether a likeness is that of the sentence rather than of a pattern after which others of the draft are made, too: one that
 * has lost several words has to be clearly more like the recorded one than those are.
 */
function tellsFromPattern({ recorded, units }: Anchoring): (candidate: Candidate) => boolean {
  const weight = weightsOf(units);
  let postings: ReadonlyMap<string, readonly number[]> | undefined;
  return ({ entry, unit, lost, score }) => {
    if (lost < severalLost) return true;
    postings ??= postingsOf(units, []);
    const words = recorded[entry] as Worded;
    return lookUp(words, postings, weight).every(
      other => other === unit || score - similarity(words, units[other] as Unit, weight).score >= patternLead,
    );
  };
}

function candidatesOf(anchoring: Anchoring, open: readonly number[]): Candidate[] {
  const { entries, recorded, taken, units } = anchoring;
  const postings = postingsOf(units, taken);
  const weight = weightsOf(units);
  const gaps = gapsOf(anchoring);
  return open.flatMap(entry => {
    const words = recorded[entry] as Worded;
    const { prefix, suffix } = entries[entry] as LedgerEntry;
    const gap = gaps(entry);
    const near = unitsIn(gap, taken);
    const inGap = new Set(near);
    return [...new Set([...lookUp(words, postings, weight), ...near])].flatMap(unit => {
      const alike = similarity(words, units[unit] as Unit, weight);
      if (alike.score < leastAlike) return [];
      const left = contextSimilarity(prefix, before(units, unit), 'before');
      const right = contextSimilarity(suffix, behind(units, unit), 'behind');
      const isInGap = inGap.has(unit);
      const total = alike.score + 0.075 * (left + right) + (isInGap ? 0.1 : 0);
      return [{ ...alike, entry, unit, total, left, right, isInGap }];
    });
  });
}

/** For each word that is not too common, the free sentences in which it stands. */
function postingsOf(units: readonly Unit[], taken: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  units.forEach(({ words }, at) => {
    if (taken[at]) return;
    for (const word of new Set(words)) {
      const list = postings.get(word);
      if (!list) postings.set(word, [at]);
      else if (list.length <= mostPostings) list.push(at);
    }
  });
  return postings;
}

/** How much each word tells, from how many sentences of the draft it stands in; one that stands in none tells most. */
function weightsOf(units: readonly Unit[]): Weight {
  const counts = new Map<string, number>();
  for (const { words } of units) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.log(1 + units.length);
  return word => Math.max(0.15, 1 - Math.log(1 + (counts.get(word) ?? 0)) / (most + 1));
}

/** The free sentences that share most of the rare words. */
function lookUp(
  { words }: Worded,
  postings: ReadonlyMap<string, readonly number[]>,
  weight: Weight,
): readonly number[] {
  const sums = new Map<number, number>();
  for (const word of new Set(words)) {
    const list = postings.get(word) ?? [];
    if (list.length > mostPostings) continue;
    for (const unit of list) sums.set(unit, (sums.get(unit) ?? 0) + weight(word));
  }
  return [...sums]
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .slice(0, mostLookedUp)
    .map(([unit]) => unit);
}

function unitsIn({ after, upTo }: Gap, taken: readonly number[]): readonly number[] {
  const free: number[] = [];
  for (let unit = after + 1; unit < upTo && free.length < mostNeighbours; unit++) if (!taken[unit]) free.push(unit);
  return free;
}
