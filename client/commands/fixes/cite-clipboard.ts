import * as vscode from 'vscode';
import {
  type CiteUrlParams,
  type CiteUrlResult,
  citeClipboardCommand,
  citeUrlRequest,
} from '../../../server/protocol/messages.ts';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { bringToFront } from '../../shown-document.ts';
import { applyEdit } from './apply-edit.ts';

/** Cites the web address on the clipboard where the cursor is. The clipboard is read here, when the writer asks for it, and nowhere else. */
export const citeClipboard: Command = {
  id: citeClipboardCommand,
  run: async ({ server, shown }) => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to cite a web address in it.'));
    const { document } = editor;
    const { client } = server;
    const params: CiteUrlParams = {
      ...client.code2ProtocolConverter.asTextDocumentPositionParams(document, editor.selection.active),
      url: await vscode.env.clipboard.readText(),
    };
    const result = await client.sendRequest<CiteUrlResult | null>(citeUrlRequest, params);
    if (!result) return;
    if (result.problem !== undefined) return notice(result.problem);
    await applyEdit(server, document, result);
  },
};
