import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { notice } from '../notice.ts';
import { rowLabel } from '../outline/looks.ts';
import { type GroupNode, type RowNode, rowHolding, rowsUnder } from '../outline/model.ts';
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
  const { rows, isGroup } = await chosen(app, given);
  if (rows.length === 0) {
    notice(
      vscode.l10n.t(
        'The cursor is in no claim. Put it into one, choose claims in the view, or list its sentence first.',
      ),
    );
    return undefined;
  }
  return { document, rows, ids: rows.map(({ item }) => item.id), isGroup };
}

type Chosen = Pick<Targets, 'rows' | 'isGroup'>;

async function chosen(app: App, [first, all]: readonly unknown[]): Promise<Chosen> {
  const { model } = app.outline;
  if (first === fromView) return inView(app, await app.outline.aimed());
  const named = Array.isArray(all) && all.includes(first) ? all : [first];
  const elements = named.filter((id): id is string => typeof id === 'string' && model.nodes.has(id));
  if (elements.length > 0) return inView(app, elements);
  const byId = allRows(app).filter(({ item }) => item.id === first || (first !== undefined && item.claimId === first));
  if (byId.length > 0) return { rows: byId, isGroup: false };
  // From the palette nobody sees which group is selected, and that is much to change unseen.
  const selected = first === fromText ? [] : app.outline.selection.filter(id => model.nodes.get(id)?.kind === 'row');
  // The cursor takes the selection along: what it cannot have selected was chosen after it moved last.
  if (selected.length > 1 || selected.some(id => isOrphan(model.nodes.get(id)))) return inView(app, selected);
  const editor = vscode.window.activeTextEditor;
  const under = editor && editor.document === app.shown.current && rowHolding(allRows(app), editor.selection.active);
  return { rows: under ? [under] : [], isGroup: false };
}

/** The claims that elements of the view are or hold. */
function inView({ outline }: App, elements: readonly string[]): Chosen {
  const nodes = rowsUnder(outline.model, elements);
  return { rows: nodes.map(({ row }) => row), isGroup: nodes.some(({ id }) => !elements.includes(id)) };
}

/** Every claim of the draft that stands in it, also those that the view leaves out. */
const allRows = ({ loader }: App): readonly Row[] => loader.current.rows?.rows ?? [];

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
