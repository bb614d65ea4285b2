import * as vscode from 'vscode';
import type { App, Command } from '../app.ts';
import type { Row } from '../outline/rows.ts';
import { revealClaimCommand, toRange } from '../outline/view.ts';

/** Goes from a row of the Claims view to its sentence. Arguments: the document's address and the row's identifier. */
export const revealClaim: Command = {
  id: revealClaimCommand,
  run: async (app, uri, id) => {
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    await reveal(app, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)), id, false);
  },
};

/** Shows the sentence of the row that the keyboard is on, and leaves the keyboard there. A group is opened or closed. */
export const peekClaim: Command = {
  id: 'sayswho.peekClaim',
  run: async app => {
    const { document } = app.loader.current;
    const [id, more] = await app.outline.aimed();
    if (document && id && !more && app.outline.model.nodes.get(id)?.kind === 'row')
      await reveal(app, document, id, true);
    else await vscode.commands.executeCommand('list.toggleExpand');
  },
};

async function reveal(
  { loader, outline }: App,
  document: vscode.TextDocument,
  id: string,
  preserveFocus: boolean,
): Promise<void> {
  // A row may be older than the text; the claims are asked for again rather than showing a wrong place.
  await loader.catchUp();
  const node = loader.current.document === document ? outline.model.nodes.get(id) : undefined;
  const editor = await vscode.window.showTextDocument(document, { preserveFocus });
  if (node?.kind === 'row') showSentence(editor, node.row);
}

/** Puts the cursor at the sentence and tints it until the cursor moves on, so that it is seen but not overtyped. */
export function showSentence(editor: vscode.TextEditor, { item }: Row): void {
  // What the text does not hold any more has no place to go to.
  if (!item.range) return;
  const range = toRange(item.range);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);

  const tint = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
  });
  editor.setDecorations(tint, [range]);
  const listeners = vscode.Disposable.from(
    tint,
    vscode.window.onDidChangeTextEditorSelection(event => {
      const isStillThere = event.textEditor === editor && event.selections[0]?.active.isEqual(range.start);
      if (!isStillThere) listeners.dispose();
    }),
    vscode.workspace.onDidChangeTextDocument(event => event.document === editor.document && listeners.dispose()),
    vscode.window.onDidChangeActiveTextEditor(active => active !== editor && listeners.dispose()),
  );
}
