/**
 * A list in terms of one that the other side has: what stands in both is named by where it stood, so that one change among
 * thousands takes few words. Words that are put in above only move what stands below them, which is said by how many lines.
 */
import { isAlike } from './alike.ts';
import type { WireRange } from './messages.ts';

/** Something that stands in a draft. */
export interface Placed {
  readonly range?: WireRange;
  readonly ranges?: readonly WireRange[];
  /** Under which of its headings. */
  readonly section?: number;
}

/** Items that follow each other: new ones, or old ones that differ by nothing but where they stand. */
export type Run<Item> = { readonly items: readonly Item[] } | OldRun;
interface OldRun {
  /** Index of the first one in the old list. */
  readonly from: number;
  readonly count: number;
  /** How many lines, and how many headings, further down they stand; 0 if absent. */
  readonly lines?: number;
  readonly sections?: number;
}

/** How much further down something stands. */
interface Shift {
  readonly lines: number;
  readonly sections: number;
}
const still: Shift = { lines: 0, sections: 0 };

/** What makes the new list of the old one, in which an item is looked for in its turn and then by what it is known by. */
export function runsBetween<Item extends Placed>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Run<Item>[] {
  let places: ReadonlyMap<string, number> | undefined;
  const placeOf = (item: Item): number =>
    (places ??= new Map(before.map((old, at) => [keyOf(old), at]))).get(keyOf(item)) ?? -1;
  const runs: ({ items: Item[] } | { from: number; count: number; shift: Shift })[] = [];
  let next = 0;
  for (const item of after) {
    const last = runs.at(-1);
    const inTurn = before[next];
    let from = next;
    let shift = shiftBetween(inTurn, item);
    if (!shift && !(inTurn && keyOf(inTurn) === keyOf(item)))
      shift = shiftBetween(before[(from = placeOf(item))], item);
    if (!shift) {
      if (last && 'items' in last) last.items.push(item);
      else runs.push({ items: [item] });
      next++;
      continue;
    }
    if (last && 'from' in last && last.from + last.count === from && isAlike(last.shift, shift)) last.count++;
    else runs.push({ from, count: 1, shift });
    next = from + 1;
  }
  return runs.map((run): Run<Item> => {
    if ('items' in run) return run;
    const { lines, sections } = run.shift;
    return { from: run.from, count: run.count, ...(lines !== 0 && { lines }), ...(sections !== 0 && { sections }) };
  });
}

/**
 * The new list. What has not even moved is the same object as in the old one.
 *
 * @throws RangeError where the runs speak of items that the old list does not have.
 */
export function withRuns<Item extends Placed>(before: readonly Item[], runs: readonly Run<Item>[]): readonly Item[] {
  return runs.flatMap(run => {
    if ('items' in run) return run.items;
    const { from, count, lines = 0, sections = 0 } = run;
    const old = before.slice(from, from + count);
    if (from < 0 || old.length !== count)
      throw new RangeError(`There are ${before.length} items and none from ${from} up to ${from + count}.`);
    return lines === 0 && sections === 0 ? old : old.map(item => moved(item, { lines, sections }));
  });
}

const whereItStands: ReadonlySet<string> = new Set<keyof Placed>(['range', 'ranges', 'section']);

/** How much further down an item stands that is the same otherwise; undefined where it is not. */
function shiftBetween<Item extends Placed>(before: Item | undefined, after: Item): Shift | undefined {
  if (before === after) return still;
  if (!before || !isAlike(before, after, whereItStands)) return undefined;
  const shift = {
    lines: (rangesOf(after)[0]?.start.line ?? 0) - (rangesOf(before)[0]?.start.line ?? 0),
    sections: (after.section ?? 0) - (before.section ?? 0),
  };
  return isAlike(moved(before, shift), after) ? shift : undefined;
}

const rangesOf = ({ range, ranges = [] }: Placed): readonly WireRange[] => (range ? [range, ...ranges] : ranges);

function moved<Item extends Placed>(item: Item, { lines, sections }: Shift): Item {
  const further = ({ start, end }: WireRange): WireRange => ({
    start: { ...start, line: start.line + lines },
    end: { ...end, line: end.line + lines },
  });
  const { range, ranges, section } = item;
  return {
    ...item,
    ...(range && { range: further(range) }),
    ...(ranges && { ranges: ranges.map(further) }),
    ...(section !== undefined && { section: section + sections }),
  };
}
