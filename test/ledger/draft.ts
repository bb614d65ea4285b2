import { claimsOf, read } from '../../server/core/index.ts';
import { applyChanges, type Change } from '../../server/ledger/changes.ts';
import { newRecord } from '../../server/ledger/print.ts';
import type { LedgerRecord } from '../../server/ledger/record.ts';
import { type LedgerView, viewOf } from '../../server/ledger/view.ts';
import type { LedgerChange } from '../../server/protocol/ledger.ts';

/** Five claims, two of them in the same words. */
export const draft = `# The quay

Landings at Ostrey have fallen by 40 per cent since 2015. The council sold 12 boats in 2019.

The ice house burnt down in 1987. Rents in Vell rose by 7 per cent last year.

Landings at Ostrey have fallen by 40 per cent since 2015.
`;

export const by = { checker: 'Ana Ruiz', date: '2026-05-12' };

export function viewOfText(record: LedgerRecord | undefined, text: string): LedgerView {
  const article = read(text, 'markdown');
  return viewOf(record, article, claimsOf(article));
}

/** Makes changes to a record for a text; throws where they are refused. */
export function changed(record: LedgerRecord, text: string, ...changes: readonly LedgerChange[]): Change {
  const change = applyChanges(record, viewOfText(record, text), changes, by);
  if ('refused' in change) throw new Error(change.refused);
  return change;
}

/** The record of the draft above with its first claim verified. */
export function recorded(): { readonly record: LedgerRecord; readonly ids: readonly string[] } {
  const ids = viewOfText(undefined, draft).claims.map(({ id }) => id);
  const { record } = changed(newRecord('op-ed.md'), draft, {
    kind: 'status',
    ids: ids.slice(0, 1),
    status: 'verified',
  });
  return { record, ids };
}
