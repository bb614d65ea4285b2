import * as vscode from 'vscode';
import { type LibraryItem, type LibraryResult, libraryRequest } from '../server/protocol/bibliography.ts';
import type { DocumentParams } from '../server/protocol/messages.ts';
import type { Server } from './language-client.ts';

/** Lets the user pick a work of a draft's bibliography by author, title, year or key; answers its key. */
export async function pickWork(
  { client }: Server,
  { uri }: vscode.TextDocument,
  title: string,
): Promise<string | undefined> {
  const params: DocumentParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } };
  const picked = await vscode.window.showQuickPick(itemsFor(client.sendRequest(libraryRequest, params)), {
    title,
    placeHolder: vscode.l10n.t('Search by author, title, year or key'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.key;
}

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
