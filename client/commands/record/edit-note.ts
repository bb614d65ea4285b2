import * as vscode from 'vscode';
import type { Command } from '../../app.ts';
import { type Targets, targetsOf, titleOf } from '../../record/targets.ts';

/** Asks for a note on claims; an empty one takes it away. */
export const editNote: Command = {
  id: 'sayswho.editNote',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    if (!targets) return;
    const note = await askNote(
      targets,
      vscode.l10n.t('A note for whoever checks next. Leave it empty to take it away.'),
    );
    if (note !== undefined) await app.record.change(targets.document, [{ kind: 'note', ids: targets.ids, note }]);
  },
};

/** A note on claims, from the one that they all have; undefined where the question was dismissed. */
export async function askNote(targets: Targets, prompt: string): Promise<string | undefined> {
  const notes = new Set(targets.rows.map(({ item }) => item.note ?? ''));
  const [only = ''] = notes.size === 1 ? notes : [];
  const note = await vscode.window.showInputBox({ title: titleOf(targets), prompt, value: only });
  return note?.trim();
}
