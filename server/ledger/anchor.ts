import { once } from '../core/model/once.ts';
import type { AnchorState } from '../protocol/ledger.ts';
import { weighNeighbours } from './anchor-neighbours.ts';
import { attachReworded } from './anchor-reworded.ts';
import { attachWordForWord } from './anchor-word-for-word.ts';
import type { Anchoring, Attachment } from './anchoring.ts';
import type { LedgerEntry } from './record.ts';
import { distanceBetween } from './similarity.ts';
import type { Unit } from './units.ts';
import { sameWords, worded } from './words.ts';

/** Where an entry of the record was found in a version of the draft. */
export interface Anchor {
  readonly state: Exclude<AnchorState, 'new'>;
  /** Index of the sentence among the draft's; absent for an orphan. */
  readonly unit?: number;
  /** Share of characters that differ between the recorded words and those found, 0 to 1. */
  readonly distance: number;
}

/** What was asked of a version of the draft last. */
const last = new WeakMap<
  readonly Unit[],
  { readonly entries: readonly LedgerEntry[]; readonly anchors: readonly Anchor[] }
>();

/**
 * Finds the entries of a record in a version of the draft. What is said of claims changes more often than where they are, so that
 * the answer is remembered with the draft's sentences as long as the record looks for the same.
 *
 * @returns One anchor for each entry, in order.
 */
export function anchor(entries: readonly LedgerEntry[], units: readonly Unit[]): readonly Anchor[] {
  const before = last.get(units);
  const isSame =
    before?.entries.length === entries.length && entries.every((entry, at) => looksFor(entry, before.entries[at]));
  const anchors = before && isSame ? before.anchors : findAnew(entries, units);
  last.set(units, { entries, anchors });
  return anchors;
}

/** True where two entries look for the same sentence. */
const looksFor = (a: LedgerEntry, b: LedgerEntry | undefined): boolean =>
  a === b ||
  (a.exact === b?.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.start === b.start &&
    a.detached === b.detached);

/**
 * First what stands there word for word, then what was reworded; each sentence takes the entry that fits best and each entry goes to
 * one sentence, so that a likeness that belongs to another entry misleads none. What is attached without the state `uncertain` fits so much better than anything else that it can be relied on.
 */
function findAnew(entries: readonly LedgerEntry[], units: readonly Unit[]): readonly Anchor[] {
  const anchoring: Anchoring = {
    entries,
    units,
    recorded: entries.map(wordsOf),
    attached: entries.map(() => undefined),
    taken: units.map(() => 0),
  };
  attachWordForWord(anchoring);
  attachReworded(anchoring);
  weighNeighbours(anchoring);
  const inOrder = longestRun(entries, anchoring.attached);
  return entries.map((entry, at): Anchor => {
    const found = anchoring.attached[at];
    if (!found) return { state: 'orphaned', distance: 1 };
    const { text } = units[found.unit] as Unit;
    const distance = sameWords(text, entry.exact) ? 0 : distanceBetween(entry.exact, text);
    const certain = distance > 0 ? 'reworded' : inOrder.has(at) ? 'exact' : 'moved';
    return { state: found.isCertain ? certain : 'uncertain', unit: found.unit, distance };
  });
}

const wordsOf = once(({ exact }: LedgerEntry) => worded(exact));

/**
 * The entries that stand in the order in which they stood: the most that can be said to be in place, the others having moved
 * (a longest increasing subsequence, in n log n).
 */
function longestRun(entries: readonly LedgerEntry[], attached: Anchoring['attached']): ReadonlySet<number> {
  const order = entries
    .map((_, at) => at)
    .filter(at => attached[at])
    .toSorted((a, b) => (entries[a] as LedgerEntry).start - (entries[b] as LedgerEntry).start || a - b);
  const unit = (at: number) => (attached[at] as Attachment).unit;
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const at of order) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (unit(ends[middle] as number) <= unit(at)) low = middle + 1;
      else high = middle;
    }
    previous.set(at, ends[low - 1]);
    ends[low] = at;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) run.add(at);
  return run;
}
