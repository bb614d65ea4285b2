import * as vscode from 'vscode';
import {
  type DocumentParams,
  type PlaceholdersResult,
  placeholdersRequest,
} from '../../../server/protocol/messages.ts';
import type { App, Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { toRange } from '../../outline/view.ts';
import { bringToFront } from '../../shown-document.ts';

/** Selects the next placeholder or the one before, round the ends of the document, so that it can be typed over. */
async function step({ server, shown }: App, direction: 1 | -1): Promise<void> {
  const editor = await bringToFront(shown);
  if (!editor) return notice(vscode.l10n.t('Open a document to go through its placeholders.'));
  const { client } = server;
  const params: DocumentParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
  };
  const result = await client.sendRequest<PlaceholdersResult | null>(placeholdersRequest, params);
  const ranges = (result?.ranges ?? []).map(toRange);
  const { start, end } = editor.selection;
  const index =
    direction === 1
      ? ranges.findIndex(range => range.start.isAfterOrEqual(end) && !range.isEqual(editor.selection))
      : ranges.findLastIndex(range => range.end.isBeforeOrEqual(start) && !range.isEqual(editor.selection));
  const target = ranges.at(index >= 0 ? index : direction === 1 ? 0 : -1);
  if (!target) return notice(vscode.l10n.t('There is no placeholder in this document.'));
  editor.selection = new vscode.Selection(target.start, target.end);
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  notice(vscode.l10n.t('Placeholder {0} of {1}', ranges.indexOf(target) + 1, ranges.length));
}

export const placeholderSteps: readonly Command[] = [
  { id: 'sayswho.nextPlaceholder', run: app => step(app, 1) },
  { id: 'sayswho.previousPlaceholder', run: app => step(app, -1) },
];
