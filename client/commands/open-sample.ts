import * as vscode from 'vscode';
import type { Command } from '../app.ts';

/** Opens an unsaved copy of the sample op-ed, to try things on. */
export const openSample: Command = {
  id: 'sayswho.openSample',
  run: async ({ context }) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'samples/op-ed.md'));
    const content = new TextDecoder().decode(bytes);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'markdown' }));
  },
};
