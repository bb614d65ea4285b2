import * as vscode from 'vscode';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { rowHolding } from '../../outline/model.ts';

/** Puts the sentence under the cursor on the list, for a checker who takes it for a claim where the analyser does not. */
export const listClaim: Command = {
  id: 'sayswho.listClaim',
  run: async ({ loader, record, shown }) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.document !== shown.current)
      return notice(vscode.l10n.t('Put the cursor into a sentence of a draft.'));
    await loader.catchUp();
    const { document, selection } = editor;
    if (rowHolding(loader.current.rows?.rows ?? [], selection.active))
      return notice(vscode.l10n.t('This sentence is among the claims already.'));
    if (await record.change(document, [{ kind: 'list', at: document.offsetAt(selection.active) }]))
      notice(vscode.l10n.t('The sentence is among the claims now.'));
  },
};
