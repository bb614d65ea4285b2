import * as vscode from 'vscode';
import type { Server } from '../../language-client.ts';
import { notice } from '../../notice.ts';

/** Makes a change that the server worked out for a version of a document; worked out for a text that is no more, it would be misapplied. */
export async function applyEdit(
  { client }: Server,
  document: vscode.TextDocument,
  { edit, version }: { readonly edit?: unknown; readonly version: number },
): Promise<void> {
  const { asWorkspaceEdit } = client.protocol2CodeConverter;
  const converted = await asWorkspaceEdit(edit as Parameters<typeof asWorkspaceEdit>[0]);
  if (!converted || document.version !== version)
    return notice(vscode.l10n.t('The document changed meanwhile, so nothing was inserted. Try again.'));
  await vscode.workspace.applyEdit(converted);
}
