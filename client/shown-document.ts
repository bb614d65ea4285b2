import * as vscode from 'vscode';
import { isServed, servedLanguages } from './served.ts';

/** The document that the Claims view and the status item speak of. */
export interface ShownDocument extends vscode.Disposable {
  /** Absent while no document that is served was looked at last. */
  readonly current: vscode.TextDocument | undefined;
  /** True while the document in front is in a language that is served, but is left alone; see `isServed`. */
  readonly leftAlone: boolean;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Follows the active editor. A preview, a picture or a rule's page has no text editor: while one is in front,
 * the document behind it stays shown as long as it has a tab, so that reading up on a finding does not empty the view.
 * A notebook is a draft itself: the claims of another one beside it would pass for its own.
 */
export function followActiveEditor(): ShownDocument {
  const changed = new vscode.EventEmitter<void>();
  let current: vscode.TextDocument | undefined;
  let leftAlone = false;

  const update = () => {
    const editor = vscode.window.activeTextEditor;
    // The output panel and comment inputs are editors too, but stand in no column; nor does a cell, which may be served.
    const looksElsewhere = !editor || (editor.viewColumn === undefined && !isServed(editor.document));
    const next = !looksElsewhere ? editor.document : inNotebook() ? undefined : stillOpen(current);
    const served = next && isServed(next) ? next : undefined;
    const isLeftAlone = !served && next !== undefined && servedLanguages.includes(next.languageId);
    if (served === current && isLeftAlone === leftAlone) return;
    current = served;
    leftAlone = isLeftAlone;
    void vscode.commands.executeCommand('setContext', 'sayswho.hasDocument', current !== undefined);
    changed.fire();
  };
  update();

  const listeners = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeActiveNotebookEditor(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    // A document whose language changes is closed and opened again.
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidCloseTextDocument(update),
  );
  return {
    get current() {
      return current;
    },
    get leftAlone() {
      return leftAlone;
    },
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  };
}

/** The editor of the shown document, with the keyboard in it, also where a preview or a walkthrough stood in front. */
export async function bringToFront({ current }: ShownDocument): Promise<vscode.TextEditor | undefined> {
  if (!current) return undefined;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor?.document === current) return activeTextEditor;
  const column = visibleTextEditors.find(({ document }) => document === current)?.viewColumn;
  return vscode.window.showTextDocument(current, column);
}

/** True for a notebook in front, no cell of which is being edited. */
const inNotebook = (): boolean =>
  vscode.window.activeNotebookEditor !== undefined && vscode.window.activeTextEditor === undefined;

function stillOpen(document: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  if (!document || document.isClosed) return undefined;
  const uri = document.uri.toString();
  return vscode.window.tabGroups.all.some(group => group.tabs.some(tab => uriOf(tab.input)?.toString() === uri))
    ? document
    : undefined;
}

function uriOf(input: unknown): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
