import type { LedgerItem, LedgerResult, LedgerSection, LedgerSpeaker } from '../../server/protocol/ledger.ts';
import type { ClaimItem, ClaimsResult } from '../../server/protocol/messages.ts';

/** A claim as the outline shows it: what the record says of it, and what the analyser does. */
export interface Row {
  readonly item: LedgerItem;
  /** Absent for what is no claim in the draft, or not any more. */
  readonly claim?: ClaimItem;
}

/** Everything that the outline can show of one version of a draft. */
export interface Rows {
  readonly version: number;
  /** In order of position. */
  readonly rows: readonly Row[];
  /** What the record speaks of and the text does not hold. */
  readonly orphans: readonly Row[];
  readonly sections: readonly Pick<LedgerSection, 'title'>[];
  readonly speakers: readonly LedgerSpeaker[];
}

/**
 * Puts together what the analyser and the record say. Where there is no word of a record, every claim is one that nobody has checked.
 */
export function rowsOf({ version, sections }: ClaimsResult, record: LedgerResult | null | undefined): Rows {
  if (!record) {
    const rows = sections.flatMap(({ claims }, section) =>
      claims.map(claim => ({ item: unchecked(claim, section), claim })),
    );
    return { version, rows, orphans: [], sections: sections.map(titleOf), speakers: [] };
  }
  const claims = new Map(sections.flatMap(section => section.claims.map(claim => [claim.id, claim])));
  const rowOf = (item: LedgerItem): Row => {
    const claim = item.claimId === undefined ? undefined : claims.get(item.claimId);
    return claim ? { item, claim } : { item };
  };
  return {
    version: record.version,
    rows: record.items.map(rowOf),
    orphans: record.orphans.map(rowOf),
    sections: record.sections.map(titleOf),
    speakers: record.speakers,
  };
}

const titleOf = ({ title }: { readonly title?: string }) => (title === undefined ? {} : { title });

/** A claim of which the record says nothing. */
export const unchecked = (
  { id, text, range, kinds, state }: Pick<ClaimItem, 'id' | 'text' | 'range' | 'kinds' | 'state'>,
  section: number,
): LedgerItem => ({
  id,
  claimId: id,
  text,
  range,
  section,
  kinds,
  status: 'unchecked',
  sources: [],
  anchor: 'new',
  distance: 0,
  stale: false,
  altered: false,
  settled: false,
  mustCheck: false,
  state,
});
