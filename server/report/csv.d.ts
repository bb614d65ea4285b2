import type { LedgerView } from '../ledger/view.ts';
import { type ImportedRow, type LedgerChange } from '../protocol/ledger.ts';
import type { Sheet } from './sheet.ts';
/** The sheet as CSV (RFC 4180) that spreadsheet programs open as it is meant. */
export declare function csvSheet({ facts }: Sheet): string;
/** What a sheet that came back would change. */
export interface Import {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly string[];
  readonly unchanged: number;
  /** The changes of each row, by its identifier. */
  readonly changes: ReadonlyMap<string, readonly LedgerChange[]>;
}
/** Compares an edited sheet with the record. A row that cannot be taken is named, and the others are taken all the same. */
export declare function importCsv(
  csv: string,
  view: LedgerView,
):
  | Import
  | {
      readonly refused: string;
    };
