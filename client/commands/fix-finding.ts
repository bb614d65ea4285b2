import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { atFinding } from '../findings.ts';

/** Offers the quick fixes of the finding under the cursor, or of the next one after it. */
export const fixFinding: Command = {
  id: 'sayswho.fixFinding',
  run: async ({ shown }) => {
    if (await atFinding(shown)) await vscode.commands.executeCommand('editor.action.quickFix');
  },
};
