import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { notice } from '../notice.ts';
import { type RowNode, rowAt, rowId } from '../outline/model.ts';
import type { Row } from '../outline/rows.ts';

/** The draft and the claims in it that a command is about. */
export interface Targets {
  readonly document: vscode.TextDocument;
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
}

/** What a keybinding of the view gives a command, because the editor gives it nothing. */
export const fromView = 'view';

/**
 * The claims that a command is about: those that a menu of the view names, those selected in the view, or the one under the cursor.
 * Says so and answers nothing where there is none.
 *
 * @param given The arguments of the command: a row and the whole selection from a menu, `view` from a keybinding of the view, a claim from a code action.
 */
export async function targetsOf(app: App, given: readonly unknown[]): Promise<Targets | undefined> {
  const { loader, shown } = app;
  const document = shown.current;
  if (!document) {
    notice(vscode.l10n.t('Open a draft to check its claims.'));
    return undefined;
  }
  if (loader.current.document !== document || loader.current.rows?.version !== document.version) await loader.refresh();
  const nodes = chosen(app, given);
  if (nodes.length === 0) {
    notice(vscode.l10n.t('There is no claim under the cursor, nor one selected in the Claims view.'));
    return undefined;
  }
  const rows = nodes.map(({ row }) => row);
  return { document, rows, ids: rows.map(({ item }) => item.id) };
}

function chosen({ outline, shown }: App, [first, all]: readonly unknown[]): readonly RowNode[] {
  if (first === fromView) return outline.selection;
  const named = Array.isArray(all) && all.includes(first) ? all : [first];
  const nodes = named.flatMap(id => {
    const node =
      typeof id === 'string' ? (outline.model.nodes.get(id) ?? outline.model.nodes.get(rowId(id))) : undefined;
    return node?.kind === 'row' ? [node] : [];
  });
  if (nodes.length > 0) return nodes;
  const editor = vscode.window.activeTextEditor;
  const under = editor && editor.document === shown.current && rowAt(outline.model, editor.selection.active);
  return under ? [under] : outline.selection;
}
