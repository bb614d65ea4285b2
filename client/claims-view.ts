import * as vscode from 'vscode';
import type { AnalysedParams, WireRange } from '../server/protocol/messages.ts';
import type { Analyses } from './analyses.ts';
import type { ClaimsLoader, ClaimsStatus } from './claims-loader.ts';
import { type ClaimNode, childrenOf, claimAt, noClaims, parentOf, redrawn, type SectionNode } from './claims-model.ts';
import { claimLabel, claimTooltip, spokenClaim, stateLook } from './claims-wording.ts';
import { debounced } from './debounce.ts';
import type { ShownDocument } from './shown-document.ts';

export const claimsViewId = 'sayswho.claims';
export const revealClaimCommand = 'sayswho.revealClaim';

/** How long the cursor must rest before the view follows it, in milliseconds. */
const rest = 100;

/** The Claims view: sections and their claims, with a count of the open ones on its icon. */
export function showClaimsView(loader: ClaimsLoader, shown: ShownDocument, analyses: Analyses): vscode.Disposable {
  const changed = new vscode.EventEmitter<string | readonly string[] | undefined>();
  const collapsed = new Set<string>();
  let drawn = noClaims;

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event as vscode.Event<string | string[] | undefined>,
    getChildren: id => [...childrenOf(drawn, id)],
    getParent: id => parentOf(drawn, id),
    getTreeItem: id => {
      const node = drawn.nodes.get(id);
      if (node?.kind === 'claim') return claimItem(node, loader.current.document);
      // An element that was asked for just before it went away is drawn empty until the new tree arrives.
      return node ? sectionItem(node) : new vscode.TreeItem('');
    },
    // Tooltips are made when they are looked at, because there may be thousands of claims.
    resolveTreeItem: (item, id) => {
      const node = drawn.nodes.get(id);
      if (node?.kind === 'claim') item.tooltip = claimTooltip(node.claim);
      return item;
    },
  };
  const view = vscode.window.createTreeView(claimsViewId, { treeDataProvider: provider, showCollapseAll: true });

  const redraw = () => {
    const { status, document, model } = loader.current;
    void vscode.commands.executeCommand('setContext', 'sayswho.claimsStatus', status);
    const elements = redrawn(drawn, model);
    drawn = model;
    if (elements === 'all') changed.fire(undefined);
    else if (elements.length > 0) changed.fire(elements);
    view.message = (document && whyEmpty(status, analyses.of(document))) ?? '';
    follow();
  };

  const countOpen = () => {
    const open = (shown.current && analyses.of(shown.current)?.open) ?? 0;
    const tooltip = open === 1 ? vscode.l10n.t('1 open claim') : vscode.l10n.t('{0} open claims', open);
    view.badge = open > 0 ? { value: open, tooltip } : undefined;
  };

  const follow = debounced(rest, () => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || editor.document !== loader.current.document) return;
    // Before the claims of the newest text are drawn, their places are not those in the text.
    if (drawn.version !== editor.document.version) return;
    if (!vscode.workspace.getConfiguration('sayswho').get('claims.followCursor', true)) return;
    const claim = claimAt(drawn, editor.selection.active);
    if (!claim) return;
    // A section that the user has collapsed stays so; it is selected in place of its claim.
    const target = claim.section !== undefined && collapsed.has(claim.section) ? claim.section : claim.id;
    if (view.selection[0] === target) return;
    view.reveal(target, { select: true, focus: false }).then(undefined, () => {
      // The claim went away before the view had drawn it; the next version of the tree brings its own selection.
    });
  });

  redraw();
  countOpen();
  loader.watch(view.visible);
  return vscode.Disposable.from(
    view,
    changed,
    follow,
    loader.onDidChange(redraw),
    shown.onDidChange(countOpen),
    analyses.onDidChange(countOpen),
    view.onDidChangeVisibility(({ visible }) => {
      loader.watch(visible);
      follow();
    }),
    view.onDidCollapseElement(({ element }) => collapsed.add(element)),
    view.onDidExpandElement(({ element }) => collapsed.delete(element)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow();
    }),
  );
}

/** What the welcome texts, which are fixed in the manifest, cannot say: why this document was not read, or not all of it. */
function whyEmpty(status: ClaimsStatus, analysed: AnalysedParams | undefined): string | undefined {
  if (status === 'notRead') return analysed?.notRead;
  if (status !== 'empty' || !analysed || analysed.foreign === 0) return undefined;
  return analysed.foreign === 1
    ? vscode.l10n.t('1 paragraph is not in English, so it was not checked.')
    : vscode.l10n.t('{0} paragraphs are not in English, so they were not checked.', analysed.foreign);
}

function sectionItem({ id, title, open, claims }: SectionNode): vscode.TreeItem {
  const label = title ?? vscode.l10n.t('Before the first heading');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  const count = claims.length === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims.length);
  item.description = open > 0 ? vscode.l10n.t('{0}, {1} open', count, open) : count;
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.contextValue = 'section';
  return item;
}

function claimItem({ id, claim }: ClaimNode, document: vscode.TextDocument | undefined): vscode.TreeItem {
  const look = stateLook(claim.state);
  const item = new vscode.TreeItem(claimLabel(claim));
  item.id = id;
  item.description = look.name;
  item.iconPath = new vscode.ThemeIcon(
    look.icon,
    look.color === undefined ? undefined : new vscode.ThemeColor(look.color),
  );
  item.accessibilityInformation = { label: spokenClaim(claim) };
  item.contextValue = `claim.${claim.state}`;
  if (document)
    item.command = {
      command: revealClaimCommand,
      title: vscode.l10n.t('Go to Claim'),
      arguments: [document.uri.toString(), id],
    };
  return item;
}

export const toRange = ({ start, end }: WireRange): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
