import type { Article, PlacedClaim } from '../core/index.ts';
import { once } from '../core/model/once.ts';
import type { AnchorState, LedgerStatus } from '../protocol/ledger.ts';
import { type Anchor, anchor } from './anchor.ts';
import { isUntouched, type LedgerEntry, type LedgerRecord } from './record.ts';
import { isMustCheck, isSettled, isStale } from './status.ts';
import { type Unit, unitsOf } from './units.ts';

/** A claim of the draft with what the record says of it, or an entry of the record whose claim was not found. */
export interface CheckedClaim {
  /** That of the entry; for a claim without one, the one that its entry will get. */
  readonly id: string;
  readonly entry?: LedgerEntry;
  /** Index of its sentence in `LedgerView.units`; absent for an orphan. */
  readonly unit?: number;
  readonly placed?: PlacedClaim;
  /** As it stands in the draft; for an orphan, as it was last seen. */
  readonly text: string;
  readonly status: LedgerStatus;
  readonly anchor: AnchorState;
  readonly distance: number;
  readonly stale: boolean;
  readonly altered: boolean;
  readonly settled: boolean;
  readonly mustCheck: boolean;
}

/** A draft and its record, put together. */
export interface LedgerView {
  readonly units: readonly Unit[];
  /** In order of position. */
  readonly claims: readonly CheckedClaim[];
  /** In the order of the record. */
  readonly orphans: readonly CheckedClaim[];
}

/** The last view of each record, since whoever changes one has looked at it before. */
const last = new WeakMap<LedgerRecord, { readonly claims: readonly PlacedClaim[]; readonly view: LedgerView }>();

/**
 * Puts a draft and its record together. What stands as it stood is the same object as before. Entries of which nobody has said
 * anything and whose claim is gone are left out: they were there only because it was.
 *
 * @param claims The claims of the article in order, as `claimsOf` gives them: the view is remembered with them.
 */
export function viewOf(record: LedgerRecord | undefined, article: Article, claims: readonly PlacedClaim[]): LedgerView {
  const before = record && last.get(record);
  if (before?.claims === claims) return before.view;
  const view = viewAnew(record, article, claims);
  if (record) last.set(record, { claims, view });
  return view;
}

function viewAnew(record: LedgerRecord | undefined, article: Article, claims: readonly PlacedClaim[]): LedgerView {
  const units = unitsOf(article, claims);
  const entries = record?.entries ?? [];
  const anchors = anchor(entries, units);
  const ids = new Set(entries.map(({ id }) => id));
  const found: CheckedClaim[] = [];
  const orphans: CheckedClaim[] = [];
  const taken = new Set<number>();
  entries.forEach((entry, at) => {
    const claim = recordedClaim(entry, anchors[at] as Anchor, units);
    if (!claim) return;
    if (claim.unit === undefined) orphans.push(claim);
    else {
      taken.add(claim.unit);
      found.push(claim);
    }
  });
  units.forEach((place, unit) => {
    if (!place.claim || taken.has(unit)) return;
    const id = freeId(place.claim.id, ids);
    ids.add(id);
    found.push(newClaim(id, unit, place));
  });
  return { units, claims: found.toSorted((a, b) => (a.unit as number) - (b.unit as number)), orphans };
}

/** Every claim and orphan of a view by its identifier. */
export const claimsById = once(
  ({ claims, orphans }: LedgerView): ReadonlyMap<string, CheckedClaim> =>
    new Map([...claims, ...orphans].map(claim => [claim.id, claim])),
);

/** What an entry came to where it was found, remembered with it, since most entries stay as they are while one is changed. */
const known = new WeakMap<LedgerEntry, { readonly anchor: Anchor; readonly claim: CheckedClaim | undefined }>();

/** The claim of an entry; none for one of which nobody has said anything and whose claim is gone. */
function recordedClaim(entry: LedgerEntry, anchor: Anchor, units: readonly Unit[]): CheckedClaim | undefined {
  const before = known.get(entry);
  if (before?.anchor === anchor) return before.claim;
  const { distance, state, unit } = anchor;
  const place = unit === undefined ? undefined : units[unit];
  // It may not stand in the way of another's entry either, nor for what is no claim any more.
  const isGone = isUntouched(entry) && (!place?.claim || state === 'uncertain');
  const claim = isGone ? undefined : checked(entry.id, entry, unit, place, state, distance);
  known.set(entry, { anchor, claim });
  return claim;
}

const knownNew = new WeakMap<Unit, CheckedClaim>();

function newClaim(id: string, unit: number, place: Unit): CheckedClaim {
  let claim = knownNew.get(place);
  if (claim?.id !== id) knownNew.set(place, (claim = checked(id, undefined, unit, place, 'new', 0)));
  return claim;
}

function checked(
  id: string,
  entry: LedgerEntry | undefined,
  unit: number | undefined,
  place: Unit | undefined,
  state: AnchorState,
  distance: number,
): CheckedClaim {
  const text = place?.text ?? entry?.exact ?? '';
  const stale = entry !== undefined && place !== undefined && isStale(entry, text);
  return {
    id,
    ...(entry ? { entry } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(place?.claim ? { placed: place.claim } : {}),
    text,
    status: entry?.status ?? 'unchecked',
    anchor: state,
    distance,
    stale,
    altered: entry?.brokenSeal !== undefined && entry.status !== 'unchecked',
    settled: isSettled(entry, state, stale),
    mustCheck: isMustCheck(place?.claim?.claim, entry),
  };
}

/** The identifier of a claim, or one like it where an entry whose words have changed since has it already. */
export function freeId(id: string, taken: { has(id: string): boolean }): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}~${n}`;
  return free;
}
