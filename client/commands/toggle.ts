import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { notice } from '../notice.ts';

/** Turns the checking on or off: in the folder that sets it, or else in the workspace, or else for the user. */
export const toggle: Command = {
  id: 'sayswho.toggle',
  run: async ({ shown }) => {
    const settings = vscode.workspace.getConfiguration('sayswho', shown.current);
    const enable = !settings.get('enable', true);
    const target = targetOf(settings.inspect('enable')?.workspaceFolderValue !== undefined);
    await settings.update('enable', enable, target);
    notice(enable ? vscode.l10n.t('Says Who is turned on.') : vscode.l10n.t('Says Who is turned off.'));
  },
};

function targetOf(isSetInFolder: boolean): vscode.ConfigurationTarget {
  if (isSetInFolder) return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}
