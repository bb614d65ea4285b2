import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { notice } from '../notice.ts';

/** Starts the language server afresh, also one that was left stopped. */
export const restartServer: Command = {
  id: 'sayswho.restartServer',
  run: async ({ server }) => {
    await server.restart();
    notice(vscode.l10n.t('The Says Who language server was restarted.'));
  },
};
