import * as vscode from 'vscode';
import type { Command } from '../../app.ts';
import { targetsOf } from '../../record/targets.ts';
import { titleOf } from './set-status.ts';

/** Asks for a note on claims; an empty one takes it away. */
export const editNote: Command = {
  id: 'sayswho.editNote',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const { document, rows, ids } = targets;
    const notes = new Set(rows.map(({ item }) => item.note ?? ''));
    const note = await vscode.window.showInputBox({
      title: titleOf(targets),
      prompt: vscode.l10n.t('A note for whoever checks next. Leave it empty to take it away.'),
      value: notes.size === 1 ? ([...notes][0] as string) : '',
    });
    if (note !== undefined) await app.record.change(document, [{ kind: 'note', ids, note: note.trim() }]);
  },
};
