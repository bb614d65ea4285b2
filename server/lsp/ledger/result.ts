import { type Article, claimState } from '../../core/index.ts';
import type { Conflicted } from '../../ledger/merge.ts';
import { printEntry } from '../../ledger/print.ts';
import type { LedgerEntry } from '../../ledger/record.ts';
import { speakersOf } from '../../ledger/speakers.ts';
import type { Loaded } from '../../ledger/store.ts';
import type { CheckedClaim, LedgerView } from '../../ledger/view.ts';
import { changesSince } from '../../ledger/word-changes.ts';
import type { LedgerConflict, LedgerItem, LedgerResult, LedgerSection } from '../../protocol/ledger.ts';
import type { Converter } from '../convert.ts';
import type { Reading } from '../readings.ts';
import { sectionsOf } from '../sections.ts';

/** Where a record lies, and which others might be its draft's. */
type Where = Pick<LedgerResult, 'recordUri' | 'adoptable'>;

/** Makes what travels to a client, whose positions `convert` writes. */
export function createResults(
  convert: Converter,
): (reading: Reading, view: LedgerView, loaded: Loaded, where: Where) => LedgerResult {
  /** A claim that is the same object stands where it stood, as the sentences do that it was found among. */
  const known = new WeakMap<CheckedClaim, LedgerItem>();
  return (reading, view, loaded, where) => resultOf(reading, view, loaded, where, convert, known);
}

/** A draft and its record as they travel to the client. */
function resultOf(
  { article, document, version }: Reading,
  view: LedgerView,
  loaded: Loaded,
  where: Where,
  convert: Converter,
  known: WeakMap<CheckedClaim, LedgerItem>,
): LedgerResult {
  const speakers = speakersOf(article);
  const sectionOf = sectionsOfBlocks(article);
  const placedItem = (claim: CheckedClaim): LedgerItem => {
    const unit = view.units[claim.unit as number];
    const speaker = unit && speakers.of(unit);
    return {
      ...itemOf(claim),
      ...(unit ? { range: convert.toRange(document, unit), section: sectionOf[unit.block] as number } : {}),
      ...(speaker === undefined ? {} : { speaker }),
    };
  };
  const items = view.claims.map((claim): LedgerItem => {
    let item = known.get(claim);
    if (!item) known.set(claim, (item = placedItem(claim)));
    return item;
  });
  const orphans = view.orphans.map(itemOf);
  const { open, progress, progressIn } = countsOf(items, orphans);
  const sections = sectionsOf(article).map(
    ({ heading }, index): LedgerSection => ({
      ...(heading ? { title: heading.title, range: convert.toRange(document, heading) } : {}),
      progress: progressIn.get(index) ?? { settled: 0, total: 0 },
    }),
  );
  return {
    version,
    state: loaded.kind,
    ...('message' in loaded ? { message: loaded.message } : {}),
    canSetAside: loaded.kind === 'unreadable' && loaded.salvaged !== undefined,
    ...where,
    items,
    orphans,
    sections,
    progress,
    open,
    speakers: speakers.all.map(({ places, ...speaker }) => ({
      ...speaker,
      ranges: places.map(place => convert.toRange(document, place)),
    })),
    conflicts: loaded.kind === 'conflict' ? loaded.conflicts.map(conflict => conflictOf(conflict, loaded.labels)) : [],
  };
}

/** How far a draft is and each of its sections, in one go over thousands. */
function countsOf(items: readonly LedgerItem[], orphans: readonly LedgerItem[]) {
  const progress = { settled: 0, total: items.length };
  const progressIn = new Map<number | undefined, { settled: number; total: number }>();
  let open = orphans.filter(({ mustCheck, settled }) => mustCheck && !settled).length;
  for (const { mustCheck, section, settled } of items) {
    let own = progressIn.get(section);
    if (!own) progressIn.set(section, (own = { settled: 0, total: 0 }));
    own.total++;
    if (settled) {
      own.settled++;
      progress.settled++;
    } else if (mustCheck) open++;
  }
  return { open, progress, progressIn };
}

/** For each block, how many headings stand before it or are it. */
function sectionsOfBlocks({ blocks }: Article): readonly number[] {
  let section = 0;
  return blocks.map(({ block }) => (block.kind === 'heading' ? ++section : section));
}

function itemOf(claim: CheckedClaim): LedgerItem {
  const { altered, anchor, distance, entry, id, mustCheck, placed, settled, stale, status, text } = claim;
  return {
    id,
    ...(placed ? { claimId: placed.id, state: claimState(placed.claim) } : {}),
    text,
    kinds: placed?.claim.kinds ?? (entry ? [entry.kind] : []),
    status,
    ...saidOf(entry),
    anchor,
    distance,
    stale,
    ...(stale && entry?.signed !== undefined ? { changes: changesSince(entry.signed, text) } : {}),
    altered,
    settled,
    mustCheck,
  };
}

const saidOf = (
  entry: LedgerEntry | undefined,
): Pick<LedgerItem, 'sources' | 'reason' | 'note' | 'checker' | 'date' | 'listed'> => ({
  sources: entry?.sources ?? [],
  ...(entry?.reason ? { reason: entry.reason } : {}),
  ...(entry?.note === undefined ? {} : { note: entry.note }),
  ...(entry?.checker === undefined ? {} : { checker: entry.checker }),
  ...(entry?.date === undefined ? {} : { date: entry.date }),
  ...(entry?.listed ? { listed: true } : {}),
});

const conflictOf = (
  { id, ours, theirs }: Conflicted['conflicts'][number],
  labels: Conflicted['labels'],
): LedgerConflict => ({
  id,
  text: ours.exact,
  ours: { label: labels.ours, status: ours.status, entry: printEntry(ours) },
  theirs: { label: labels.theirs, status: theirs.status, entry: printEntry(theirs) },
});
