import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type CiteParams,
  citeRequest,
  type LibraryItem,
  type LibraryParams,
  type LibraryResult,
  libraryRequest,
} from '../../server/protocol/bibliography.ts';
import type { Command } from '../app.ts';
import { notice } from '../notice.ts';
import { bringToFront } from '../shown-document.ts';

/**
 * Lets the writer pick a work by author, title, year or key, and cites it at the cursor or where the finding there wants its
 * source. A code action says where.
 */
export const citeFromBibliography: Command = {
  id: 'sayswho.citeFromBibliography',
  run: async ({ server: { client }, shown }, _uri, given) => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to cite in it.'));
    const { document } = editor;
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const position = isPosition(given) ? given : client.code2ProtocolConverter.asPosition(editor.selection.active);
    const picked = await vscode.window.showQuickPick(
      itemsFor(client.sendRequest(libraryRequest, { textDocument } satisfies LibraryParams)),
      {
        title: vscode.l10n.t('Cite from the Bibliography'),
        placeHolder: vscode.l10n.t('Search by author, title, year or key'),
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    if (!picked?.key) return;
    const params: CiteParams = { textDocument, position, key: picked.key };
    const edit = await client.sendRequest<WorkspaceEdit | null>(citeRequest, params);
    const converted = edit && (await client.protocol2CodeConverter.asWorkspaceEdit(edit));
    if (!converted || !(await vscode.workspace.applyEdit(converted)))
      notice(vscode.l10n.t('Nothing was inserted, since the document or its bibliography has changed. Try again.'));
  },
};

const isPosition = (given: unknown): given is CiteParams['position'] =>
  typeof given === 'object' && given !== null && 'line' in given && 'character' in given;

interface Item extends vscode.QuickPickItem {
  /** Absent where there is nothing to pick. */
  readonly key?: string;
}

async function itemsFor(answer: Promise<LibraryResult | null>): Promise<Item[]> {
  const entries = (await answer)?.entries ?? [];
  if (entries.length > 0) return entries.map(itemOf);
  return [
    {
      label: `$(info) ${vscode.l10n.t('This document has no bibliography.')}`,
      detail: vscode.l10n.t(
        'Name one in the document, put a .bib file into its folder, or use the setting “sayswho.bibliography.files”.',
      ),
    },
  ];
}

const itemOf = ({ key, authors, year, title, container }: LibraryItem): Item => ({
  key,
  label: [authors, year].filter(part => part !== '').join(' ') || title || key,
  description: key,
  detail: [title, container].filter(part => part !== '').join(' · '),
});
