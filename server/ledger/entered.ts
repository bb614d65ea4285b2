import { isUntouched, type LedgerEntry, type LedgerRecord, newEntry } from './record.ts';
import { contextSimilarity } from './similarity.ts';
import { before, behind, selectorsOf } from './units.ts';
import { type CheckedClaim, claimsById, type LedgerView } from './view.ts';

/** Below this likeness on both sides, the surroundings that are written down no longer help to find a claim. */
const leastContext = 0.5;

/** Claims whose entries serve as they are. */
const serving = new WeakSet<CheckedClaim>();

/**
 * The record as it is written along with a change: claims that are new in the draft have entries, what was surely found has the words
 * that it has now, and entries that nobody has said anything of are gone with their claims. Everything else stands as it stood, so that
 * reviewers see what was done and no more.
 */
export function entered(record: LedgerRecord, view: LedgerView): LedgerRecord {
  const isAll = record.entries.length === view.claims.length + view.orphans.length;
  if (isAll && view.claims.every(({ entry }) => entry)) return renewed(record, view);
  const claims = claimsById(view);
  const entries = record.entries.flatMap(entry => {
    const claim = claims.get(entry.id);
    return claim ? [refreshed(entry, claim, view)] : isUntouched(entry) ? [] : [entry];
  });
  const places = new Map(entries.map((entry, at) => [entry.id, at]));
  // New entries by the entry that they follow, as their claims follow its claim.
  const following = new Map<number, LedgerEntry[]>();
  let last = -1;
  for (const claim of view.claims) {
    const at = places.get(claim.id);
    if (at !== undefined) last = at;
    else following.set(last, [...(following.get(last) ?? []), entryFor(claim, view)]);
  }
  const all = [...(following.get(-1) ?? []), ...entries.flatMap((entry, at) => [entry, ...(following.get(at) ?? [])])];
  return { ...record, entries: all };
}

/** The record where nothing came to it and nothing went. */
function renewed(record: LedgerRecord, view: LedgerView): LedgerRecord {
  const fresh = new Map<LedgerEntry, LedgerEntry>();
  for (const claim of view.claims) {
    const entry = claim.entry as LedgerEntry;
    const next = serving.has(claim) ? entry : refreshed(entry, claim, view);
    if (next !== entry) fresh.set(entry, next);
  }
  return fresh.size === 0 ? record : { ...record, entries: record.entries.map(entry => fresh.get(entry) ?? entry) };
}

const entryFor = ({ id, placed, unit }: CheckedClaim, { units }: LedgerView): LedgerEntry =>
  newEntry(id, placed?.claim.kinds[0] ?? 'statement', selectorsOf(units, unit as number));

/** An entry with the words of its claim as they stand now, where it was surely found and what is written down does not serve any more. */
function refreshed(entry: LedgerEntry, claim: CheckedClaim, { units }: LedgerView): LedgerEntry {
  const { anchor, text, unit } = claim;
  if (unit === undefined || anchor === 'uncertain' || serving.has(claim)) return entry;
  const isSame =
    text === entry.exact &&
    (contextSimilarity(entry.prefix, before(units, unit), 'before') >= leastContext ||
      contextSimilarity(entry.suffix, behind(units, unit), 'behind') >= leastContext);
  if (!isSame) return { ...entry, ...selectorsOf(units, unit) };
  serving.add(claim);
  return entry;
}
