import * as vscode from 'vscode';
import type { WordChange } from '../../../server/protocol/ledger.ts';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { targetsOf, titleOf } from '../../record/targets.ts';

const scheme = 'sayswho-change';

/** Shows beside each other what a claim said at sign-off and what it says now. */
export const showChange: Command = {
  id: 'sayswho.showChange',
  run: async (app, ...given) => {
    const targets = await targetsOf(app, given);
    const changed = targets?.rows.find(({ item }) => item.changes);
    if (!targets) return;
    if (!changed?.item.changes) return notice(vscode.l10n.t('This claim has not changed since it was signed off.'));
    const { changes, id } = changed.item;
    // Long lines of Markdown are wrapped, those of other text are cut off at the edge.
    const place = (side: string, left: WordChange['kind']) =>
      vscode.Uri.from({ scheme, path: `/${side}/${id}.md`, query: textOf(changes, left) });
    await vscode.commands.executeCommand(
      'vscode.diff',
      place('signed-off', 'added'),
      place('now', 'removed'),
      vscode.l10n.t('Signed off ↔ now: {0}', titleOf({ ...targets, rows: [changed] })),
    );
  },
};

/** Serves the two sides, which their addresses hold. */
export const serveChanges = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => query });

/** One side of a change: everything but what the other side has alone. */
const textOf = (changes: readonly WordChange[], left: WordChange['kind']): string =>
  changes
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');
