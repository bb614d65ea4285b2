import type { Anchoring } from './anchoring.ts';
import type { LedgerEntry } from './record.ts';

/** The sentences between two: both exclusive. */
export interface Gap {
  readonly after: number;
  readonly upTo: number;
}

/** Between which sentences an entry must lie if nothing moved: those of the entries that stood before and behind it. */
export function gapsOf({ attached, entries, units }: Anchoring): (entry: number) => Gap {
  const order = entries
    .map((_, at) => at)
    .toSorted((a, b) => (entries[a] as LedgerEntry).start - (entries[b] as LedgerEntry).start || a - b);
  const gaps: Gap[] = [];
  let after = -1;
  for (const at of order) {
    const found = attached[at];
    gaps[at] = { after, upTo: units.length };
    if (found?.isCertain) after = found.unit;
  }
  let upTo = units.length;
  for (const at of order.toReversed()) {
    const found = attached[at];
    gaps[at] = { after: (gaps[at] as Gap).after, upTo };
    if (found?.isCertain) upTo = found.unit;
  }
  return entry => gaps[entry] as Gap;
}
