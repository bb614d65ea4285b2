import { nameOf } from '../../ledger/place.ts';
import {
  type ApplyImportParams,
  applyImportRequest,
  type ChangeLedgerResult,
  type ExportLedgerParams,
  type ExportLedgerResult,
  exportLedgerRequest,
  type ImportLedgerParams,
  type LedgerChange,
  type LedgerRefusal,
  type PreviewImportResult,
  previewImportRequest,
  sheetFormats,
} from '../../protocol/ledger.ts';
import type { Import } from '../../report/csv-import.ts';
import type { Context } from '../context.ts';
import { type Desk, type DraftAtDesk, recordIn } from './desk.ts';

/** Gives out fact-check sheets and takes the edited ones back. What that takes is loaded when it is asked for. */
export function serveSheets(
  { connection }: Context,
  desk: Desk,
  change: (
    draft: DraftAtDesk,
    changes: readonly LedgerChange[],
    checker: string | undefined,
  ) => Promise<ChangeLedgerResult>,
): void {
  connection.onRequest<ExportLedgerResult, never>(
    exportLedgerRequest,
    desk.answering<ExportLedgerParams, ExportLedgerResult>('export the sheet', async (draft, { format }) => {
      if (!sheetFormats.includes(format))
        return { kind: 'refused', message: `There is no sheet “${format}”; there are ${sheetFormats.join(', ')}.` };
      const loaded = await draft.store.load(draft.recordUri);
      if (loaded.kind !== 'ok' && loaded.kind !== 'none') return { kind: 'refused', message: loaded.message };
      const { sheetWriters } = await import('../../report/formats.ts');
      const { sheetOf } = await import('../../report/sheet.ts');
      const name = nameOf(draft.reading.uri);
      const { article, library } = draft.reading;
      const { date } = draft.by(undefined);
      const sheet = sheetOf(article, draft.viewWith(recordIn(loaded)), name, date, library?.library);
      const { ending, mimeType, write } = sheetWriters[format];
      return { kind: 'ok', content: write(sheet), fileName: name + ending, mimeType };
    }),
  );

  async function compare(draft: DraftAtDesk, csv: string): Promise<Import | LedgerRefusal> {
    const loaded = await draft.store.load(draft.recordUri);
    if (loaded.kind !== 'ok' && loaded.kind !== 'none') return { kind: 'refused', message: loaded.message };
    const { importCsv } = await import('../../report/csv-import.ts');
    const compared = importCsv(csv, draft.viewWith(recordIn(loaded)));
    return 'refused' in compared ? { kind: 'refused', message: compared.refused } : compared;
  }
  connection.onRequest<PreviewImportResult, never>(
    previewImportRequest,
    desk.answering<ImportLedgerParams, PreviewImportResult>('read the sheet', async (draft, { csv }) => {
      const compared = await compare(draft, csv);
      if ('kind' in compared) return compared;
      const { problems, rows, unchanged } = compared;
      return { kind: 'ok', problems, rows, unchanged };
    }),
  );
  connection.onRequest<ChangeLedgerResult, never>(
    applyImportRequest,
    desk.answering<ApplyImportParams, ChangeLedgerResult>(
      'take over the sheet',
      async (draft, { checker, csv, ids }) => {
        const compared = await compare(draft, csv);
        if ('kind' in compared) return compared;
        const changes = [...compared.changes].flatMap(([id, own]) =>
          ids === undefined || ids.includes(id) ? own : [],
        );
        return change(draft, changes, checker);
      },
    ),
  );
}
