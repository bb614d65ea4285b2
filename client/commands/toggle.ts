import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { notice } from '../notice.ts';

/** Turns the checking on or off: in the folder that sets it, or else in the workspace, or else for the user. */
export const toggle: Command = {
  id: 'sayswho.toggle',
  run: async ({ shown }) => {
    const settings = vscode.workspace.getConfiguration('sayswho', shown.current);
    const enable = !settings.get('enable', true);
    const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
    const set = settings.inspect<boolean>('enable');
    const forUser = set?.globalValue ?? true;
    // In a workspace of one folder, its settings and the workspace's are the same file, and both values come from it.
    const folders = vscode.workspace.workspaceFile !== undefined;
    const [target, otherwise] =
      folders && set?.workspaceFolderValue !== undefined
        ? [WorkspaceFolder, set.workspaceValue ?? forUser]
        : vscode.workspace.workspaceFolders
          ? [Workspace, forUser]
          : [Global, true];
    // A value that would hold in any case is not written down.
    await settings.update('enable', enable === otherwise ? undefined : enable, target);
    notice(enable ? vscode.l10n.t('Says Who is turned on.') : vscode.l10n.t('Says Who is turned off.'));
  },
};
