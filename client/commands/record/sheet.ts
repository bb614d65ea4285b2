import * as vscode from 'vscode';
import {
  applyImportRequest,
  type ChangeLedgerResult,
  type ExportLedgerResult,
  exportLedgerRequest,
  type PreviewImportResult,
  previewImportRequest,
  type SheetFormat,
  sheetFormats,
} from '../../../server/protocol/ledger.ts';
import type { App, Command } from '../../app.ts';
import { notice } from '../../notice.ts';

/** Writes the fact-check sheet of the draft in a format and to a place that are given, or that the user chooses. */
export const exportSheet: Command = {
  id: 'sayswho.exportSheet',
  run: async ({ record, shown }, given, place) => {
    const document = shown.current;
    if (!document) return notice(vscode.l10n.t('Open a draft to export its fact-check sheet.'));
    const format = sheetFormats.find(known => known === given) ?? (await askFormat());
    if (!format) return;
    const sheet = await record.ask<ExportLedgerResult>(exportLedgerRequest, document, { format });
    if (!sheet) return;
    const target = place instanceof vscode.Uri ? place : await askPlace(document, sheet.fileName);
    if (!target) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(sheet.content));
    notice(vscode.l10n.t('Sheet written to {0}', vscode.workspace.asRelativePath(target)));
  },
};

/** Takes over what a checker wrote into an exported CSV sheet, after showing what would change. */
export const importSheet: Command = {
  id: 'sayswho.importSheet',
  run: async (app, given) => {
    const document = app.shown.current;
    if (!document) return notice(vscode.l10n.t('Open the draft that the sheet is about.'));
    const file = given instanceof vscode.Uri ? given : await askFile(document);
    if (!file) return;
    const csv = decoded(await vscode.workspace.fs.readFile(file));
    if (csv === undefined)
      return void vscode.window.showWarningMessage(
        vscode.l10n.t('The sheet is neither UTF-8 nor UTF-16, so nothing was changed. Save it as “CSV UTF-8”.'),
      );
    const preview = await app.record.ask<PreviewImportResult>(previewImportRequest, document, { csv });
    if (!preview) return;
    for (const problem of preview.problems) app.log.warn(problem);
    if (preview.problems.length > 0) void tellProblems(app, preview.problems);
    if (preview.rows.length === 0) return notice(vscode.l10n.t('The sheet changes nothing.'));
    const picked = await vscode.window.showQuickPick(
      preview.rows.map(({ id, text, row, fields }) => ({
        label: text,
        description: vscode.l10n.t('row {0}', row),
        detail: fields.map(({ field, before, after }) => `${field}: ${before || '–'} → ${after || '–'}`).join('; '),
        picked: true,
        id,
      })),
      {
        canPickMany: true,
        title: vscode.l10n.t('Import the Fact-Check Sheet'),
        placeHolder: vscode.l10n.t('Which changes are to be taken over?'),
        matchOnDetail: true,
        ignoreFocusOut: true,
      },
    );
    if (!picked || picked.length === 0) return;
    const applied = await app.record.ask<ChangeLedgerResult>(applyImportRequest, document, {
      csv,
      ids: picked.map(({ id }) => id),
    });
    if (!applied) return;
    app.record.remember(document, applied.inverse);
    notice(
      applied.changed === 1 ? vscode.l10n.t('1 claim changed') : vscode.l10n.t('{0} claims changed', applied.changed),
    );
  },
};

const formatNames = (): Record<SheetFormat, { readonly label: string; readonly detail: string }> => ({
  html: { label: 'HTML', detail: vscode.l10n.t('The annotated draft with its sheet, to read and to print.') },
  markdown: { label: 'Markdown', detail: vscode.l10n.t('The same as text.') },
  csv: { label: 'CSV', detail: vscode.l10n.t('For spreadsheet programs; can be imported again.') },
  'csl-json': { label: 'CSL-JSON', detail: vscode.l10n.t('The sources, for reference managers.') },
  annotations: {
    label: 'Web Annotation',
    detail: vscode.l10n.t('W3C Web Annotations in JSON-LD, for other programs.'),
  },
});

async function askFormat(): Promise<SheetFormat | undefined> {
  const names = formatNames();
  const picked = await vscode.window.showQuickPick(
    sheetFormats.map(format => ({ ...names[format], format })),
    { placeHolder: vscode.l10n.t('In which format?') },
  );
  return picked?.format;
}

const askPlace = ({ uri }: vscode.TextDocument, fileName: string): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Fact-Check Sheet'),
    defaultUri: vscode.Uri.joinPath(uri, '..', fileName),
  });

const askFile = async ({ uri }: vscode.TextDocument): Promise<vscode.Uri | undefined> =>
  (
    await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import a Fact-Check Sheet'),
      defaultUri: vscode.Uri.joinPath(uri, '..'),
      filters: { [vscode.l10n.t('Comma-separated values')]: ['csv'], [vscode.l10n.t('All files')]: ['*'] },
    })
  )?.[0];

/** Spreadsheet programs write UTF-8, or UTF-16 with a mark in front; undefined where a letter would be lost, as in older encodings. */
function decoded(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function tellProblems({ log }: App, problems: readonly string[]): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const [first] = problems;
  const message =
    problems.length === 1 && first
      ? first
      : vscode.l10n.t('{0} rows of the sheet could not be taken; the first: {1}', problems.length, first ?? '');
  if ((await vscode.window.showWarningMessage(message, showLog)) === showLog) log.show();
}
