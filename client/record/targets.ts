import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { notice } from '../notice.ts';
import { rowLabel } from '../outline/looks.ts';
import { type GroupNode, type RowNode, rowAt, rowId, rowsUnder } from '../outline/model.ts';
import type { Row } from '../outline/rows.ts';

/** The draft and the claims in it that a command is about. */
export interface Targets {
  readonly document: vscode.TextDocument;
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
  /** True where a group of the view stood for claims that were not chosen themselves, and may be more than are in sight. */
  readonly isGroup: boolean;
}

/** What a keybinding of the view gives a command, because the editor gives it nothing. */
export const fromView = 'view';

/** What a keybinding of the text gives a command: whoever writes there does not mean what is selected elsewhere. */
export const fromText = 'text';

/**
 * The claims that a command is about: those that a menu of the view names, those selected in the view, or the one under the cursor.
 * A group stands for the claims under it that are shown.
 * Says so and answers nothing where there is none.
 *
 * @param given The arguments of the command: a row and the whole selection from a menu, `view` or `text` from a keybinding of either, a claim from a code action.
 */
export async function targetsOf(app: App, given: readonly unknown[]): Promise<Targets | undefined> {
  const { loader, shown } = app;
  const document = shown.current;
  if (!document) {
    notice(vscode.l10n.t('Open a draft to check its claims.'));
    return undefined;
  }
  await loader.catchUp();
  const chosenIds = new Set(await chosen(app, given));
  const nodes = rowsUnder(app.outline.model, [...chosenIds]);
  if (nodes.length === 0) {
    notice(
      vscode.l10n.t(
        'The cursor is in no claim. Put it into one, choose claims in the view, or list its sentence first.',
      ),
    );
    return undefined;
  }
  const rows = nodes.map(({ row }) => row);
  const isGroup = nodes.some(({ id }) => !chosenIds.has(id));
  return { document, rows, ids: rows.map(({ item }) => item.id), isGroup };
}

/** The elements of the view that are chosen. */
async function chosen({ outline, shown }: App, [first, all]: readonly unknown[]): Promise<readonly string[]> {
  if (first === fromView) return outline.aimed();
  const { model, selection } = outline;
  const named = Array.isArray(all) && all.includes(first) ? all : [first];
  const known = named.flatMap(id =>
    typeof id === 'string' ? [id, rowId(id)].filter(own => model.nodes.has(own)).slice(0, 1) : [],
  );
  if (known.length > 0) return known;
  // From the palette nobody sees which group is selected, and that is much to change unseen.
  const rows = first === fromText ? [] : selection.filter(id => model.nodes.get(id)?.kind === 'row');
  // The cursor takes the selection along: what it cannot have selected was chosen after it moved last.
  if (rows.length > 1 || rows.some(id => isOrphan(model.nodes.get(id)))) return rows;
  const editor = vscode.window.activeTextEditor;
  const under = editor && editor.document === shown.current && rowAt(model, editor.selection.active);
  return under ? [under.id] : [];
}

const isOrphan = (node: RowNode | GroupNode | undefined): boolean =>
  node?.kind === 'row' && node.row.item.range === undefined;

/** The one claim in its own words, or how many there are. */
export const titleOf = ({ rows }: Targets): string => {
  const [only] = rows;
  return rows.length === 1 && only ? shortened(rowLabel(only)) : vscode.l10n.t('{0} claims', rows.length);
};

const longestTitle = 60;
const shortened = (words: string): string =>
  words.length <= longestTitle ? words : `${words.slice(0, longestTitle - 1).trimEnd()}…`;
