import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { type CiteParams, citeRequest } from '../../server/protocol/bibliography.ts';
import type { Command } from '../app.ts';
import { notice } from '../notice.ts';
import { pickWork } from '../pick-work.ts';
import { bringToFront } from '../shown-document.ts';

/**
 * Lets the writer pick a work by author, title, year or key, and cites it at the cursor or where the finding there wants its
 * source. A code action says where.
 */
export const citeFromBibliography: Command = {
  id: 'sayswho.citeFromBibliography',
  run: async ({ server, shown }, _uri, given) => {
    const { client } = server;
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to cite in it.'));
    const { document } = editor;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const position = isPosition(given) ? given : client.code2ProtocolConverter.asPosition(editor.selection.active);
    const key = await pickWork(server, document, vscode.l10n.t('Cite from the Bibliography'));
    if (key === undefined) return;
    const params: CiteParams = { textDocument, position, key };
    const edit = await client.sendRequest<WorkspaceEdit | null>(citeRequest, params);
    const converted = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
    if (!converted || !(await vscode.workspace.applyEdit(converted)))
      notice(vscode.l10n.t('Nothing was inserted, since the document or its bibliography has changed. Try again.'));
  },
};

const isPosition = (given: unknown): given is CiteParams['position'] =>
  typeof given === 'object' && given !== null && 'line' in given && 'character' in given;
