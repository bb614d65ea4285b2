import type { SheetFormat } from '../protocol/ledger.ts';
import type { Sheet } from './sheet.ts';

interface SheetWriter {
  readonly write: (sheet: Sheet) => string;
  /** Stands behind the draft's name in that of the file. */
  readonly ending: string;
  readonly mimeType: string;
}
export declare const sheetWriters: Readonly<Record<SheetFormat, SheetWriter>>;
