import * as vscode from 'vscode';
import type { AnalysedParams, WireRange } from '../../server/protocol/messages.ts';
import type { Analyses } from '../analyses.ts';
import type { ClaimsLoader } from '../claims-loader.ts';
import { debounced } from '../debounce.ts';
import { addressesOf } from '../record/source-links.ts';
import type { ShownDocument } from '../shown-document.ts';
import { isFiltering } from './arrangement.ts';
import { groupNames, isByHand, rowDescription, rowLabel, rowLook, rowTooltip, spokenRow } from './looks.ts';
import {
  arrange,
  childrenOf,
  type GroupNode,
  noRows,
  type OutlineModel,
  parentOf,
  type RowNode,
  redrawn,
  rowAt,
} from './model.ts';
import type { Preferences } from './preferences.ts';

export const claimsViewId = 'sayswho.claims';
export const revealClaimCommand = 'sayswho.revealClaim';

/** How long the cursor must rest before the view follows it, in milliseconds. */
const rest = 100;

/** The Claims view as the commands see it. */
export interface Outline extends vscode.Disposable {
  readonly model: OutlineModel;
  /** The elements that are selected in the view: claims and groups. Empty while the view is out of sight. */
  readonly selection: readonly string[];
  /** The elements that a key of the view is about: those that are selected if they are several, else the one that the keyboard is on. */
  aimed(): Promise<readonly string[]>;
  /** Selects a row and brings it into view, without taking the keyboard. */
  select(node: RowNode): void;
}

/** The Claims view: groups and their claims, with what is left to do on its icon. */
export function showOutline(
  loader: ClaimsLoader,
  shown: ShownDocument,
  analyses: Analyses,
  preferences: Preferences,
): Outline {
  const changed = new vscode.EventEmitter<string | readonly string[] | undefined>();
  const collapsed = new Set<string>();
  let drawn = noRows;

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event as vscode.Event<string | string[] | undefined>,
    getChildren: id => [...childrenOf(drawn, id)],
    getParent: id => parentOf(drawn, id),
    getTreeItem: id => {
      const node = drawn.nodes.get(id);
      if (node?.kind === 'row') return rowItem(node, loader.current.document);
      // An element that was asked for just before it went away is drawn empty until the new tree arrives.
      return node ? groupItem(node) : new vscode.TreeItem('');
    },
    // Tooltips are made when they are looked at, because there may be thousands of claims.
    resolveTreeItem: (item, id) => {
      const node = drawn.nodes.get(id);
      if (node?.kind === 'row') item.tooltip = rowTooltip(node.row);
      return item;
    },
  };
  const view = vscode.window.createTreeView(claimsViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });

  const redraw = () => {
    const { status, document, rows, record } = loader.current;
    const set = (name: string, value: unknown) => void vscode.commands.executeCommand('setContext', name, value);
    set('sayswho.claimsStatus', status);
    set('sayswho.recordState', record?.state);
    set('sayswho.canSetAside', record?.canSetAside === true);
    set('sayswho.canAdopt', (record?.adoptable.length ?? 0) > 0);
    const model = rows ? arrange(rows, preferences.current, groupNames()) : noRows;
    const elements = redrawn(drawn, model);
    drawn = model;
    if (elements === 'all') changed.fire(undefined);
    else if (elements.length > 0) changed.fire(elements);
    view.message = messages(document && whyEmpty(status, analyses.of(document)));
    const progress = record?.state === 'ok' ? record.progress : undefined;
    view.description = progress ? progressText(progress.settled, progress.total) : '';
    countOpen();
    follow();
  };

  /** What stands above the rows, if anything has to be said. */
  const messages = (why: string | undefined): string => {
    const { record } = loader.current;
    const parts = [why, record?.message];
    if (record && record.adoptable.length > 0)
      parts.push(vscode.l10n.t('A record without its draft lies beside this one: was the draft renamed?'));
    const { filter } = preferences.current;
    if (isFiltering(filter)) {
      const shownRows = [...drawn.nodes.values()].filter(({ kind }) => kind === 'row').length;
      const words = filter.text.trim();
      parts.push(
        words === ''
          ? vscode.l10n.t('{0} of {1} claims shown', shownRows, drawn.total)
          : vscode.l10n.t('{0} of {1} claims shown, filtered by “{2}”', shownRows, drawn.total, words),
      );
    }
    // The editor shows it as one paragraph.
    return parts.filter(Boolean).join(' ');
  };

  const countOpen = () => {
    const { document, record } = loader.current;
    if (record?.state === 'ok' && document === shown.current) {
      const { settled, total } = record.progress;
      view.badge = total > settled ? { value: total - settled, tooltip: progressText(settled, total) } : undefined;
      return;
    }
    const open = (shown.current && analyses.of(shown.current)?.open) ?? 0;
    const tooltip = open === 1 ? vscode.l10n.t('1 open claim') : vscode.l10n.t('{0} open claims', open);
    view.badge = open > 0 ? { value: open, tooltip } : undefined;
  };

  const select = ({ id, group }: RowNode) => {
    // A group that the user has collapsed stays so; it is selected in place of its claim.
    const target = group !== undefined && collapsed.has(group) ? group : id;
    if (view.selection.length === 1 && view.selection[0] === target) return;
    view.reveal(target, { select: true, focus: false }).then(undefined, () => {
      // The claim went away before the view had drawn it; the next version of the tree brings its own selection.
    });
  };

  /** The claim that the view last followed the cursor to. While the cursor stays in it, what is selected by hand stays selected. */
  let followed: string | undefined;
  const follow = debounced(rest, () => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== loader.current.document) return;
    // Before the claims of the newest text are drawn, their places are not those in the text.
    if (drawn.version !== editor.document.version) return;
    if (!vscode.workspace.getConfiguration('sayswho').get('claims.followCursor', true)) return;
    const node = rowAt(drawn, editor.selection.active);
    if (node && node.id !== followed) select(node);
    followed = node?.id;
  });
  const followAnew = () => {
    followed = undefined;
    follow();
  };

  redraw();
  loader.watch(view.visible);
  const listeners = vscode.Disposable.from(
    view,
    changed,
    follow,
    loader.onDidChange(redraw),
    preferences.onDidChange(redraw),
    shown.onDidChange(countOpen),
    analyses.onDidChange(countOpen),
    view.onDidChangeVisibility(({ visible }) => {
      loader.watch(visible);
      followAnew();
    }),
    view.onDidCollapseElement(({ element }) => collapsed.add(element)),
    view.onDidExpandElement(({ element }) => collapsed.delete(element)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) followAnew();
    }),
  );
  return {
    get model() {
      return drawn;
    },
    get selection() {
      return view.visible ? view.selection : [];
    },
    async aimed() {
      if (view.selection.length > 1) return view.selection;
      const id = await focusedIn(view);
      return id === undefined ? [] : [id];
    },
    select,
    dispose: () => listeners.dispose(),
  };
}

/**
 * The element that the keyboard is on, selected from then on. The editor tells an extension only which elements are selected,
 * and moving with the arrow keys selects nothing; but to have the selection of that one element turned over shows which it is.
 */
async function focusedIn(view: vscode.TreeView<string>): Promise<string | undefined> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  const id = after.find(own => !before.includes(own)) ?? before.find(own => !after.includes(own));
  if (id !== undefined) await view.reveal(id, { select: true, focus: true });
  return id;
}

/** For example "34 of 51 settled". */
export const progressText = (settled: number, total: number): string =>
  vscode.l10n.t('{0} of {1} settled', settled, total);

/** What the welcome texts, which are fixed in the manifest, cannot say: why this document was not read, or not all of it. */
function whyEmpty(status: string, analysed: AnalysedParams | undefined): string | undefined {
  if (status === 'notRead') return analysed?.notRead;
  if (status !== 'empty' || !analysed || analysed.foreign === 0) return undefined;
  return analysed.foreign === 1
    ? vscode.l10n.t('1 paragraph is not in English, so it was not checked.')
    : vscode.l10n.t('{0} paragraphs are not in English, so they were not checked.', analysed.foreign);
}

function groupItem({ id, label: named, open, settled, rows }: GroupNode): vscode.TreeItem {
  const label = named ?? vscode.l10n.t('Before the first heading');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  const parts = [
    rows.length === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', rows.length),
    ...(open > 0 ? [vscode.l10n.t('{0} open', open)] : []),
    ...(settled > 0 ? [vscode.l10n.t('{0} settled', settled)] : []),
  ];
  item.description = parts.join(', ');
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.contextValue = ' group ';
  return item;
}

function rowItem({ id, row }: RowNode, document: vscode.TextDocument | undefined): vscode.TreeItem {
  const look = rowLook(row);
  const item = new vscode.TreeItem(rowLabel(row));
  item.id = id;
  item.description = rowDescription(row);
  item.iconPath = new vscode.ThemeIcon(
    look.icon,
    look.color === undefined ? undefined : new vscode.ThemeColor(look.color),
  );
  item.accessibilityInformation = { label: spokenRow(row) };
  item.contextValue = contextOf(row);
  if (document && row.item.range)
    item.command = {
      command: revealClaimCommand,
      title: vscode.l10n.t('Go to Claim'),
      arguments: [document.uri.toString(), id],
    };
  return item;
}

/** What the menus of a row are chosen by, in words with a space around each. */
function contextOf({ item }: RowNode['row']): string {
  const { status, anchor, stale, sources } = item;
  const words = [
    'claim',
    status,
    anchor,
    ...(stale ? ['stale'] : []),
    ...(isByHand(item) ? ['listed'] : []),
    ...(sources.length > 0 ? ['backed'] : []),
    ...(sources.some(source => addressesOf(source).length > 0) ? ['linked'] : []),
  ];
  return ` ${words.join(' ')} `;
}

export const toRange = ({ start, end }: WireRange): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
