import * as vscode from 'vscode';
import type { LedgerSpeaker } from '../../server/protocol/ledger.ts';
import type { ClaimsLoader } from '../claims-loader.ts';
import { nobodyName } from './looks.ts';
import { toRange } from './view.ts';

/** A speaker, or one of the places where they are quoted or reported. */
type Element = { readonly speaker: LedgerSpeaker } | { readonly place: vscode.Range };

/** The Speakers view: who is quoted or reported in the draft, how often, and whether a reader could ask them. */
export function showSpeakers(loader: ClaimsLoader): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Element> = {
    onDidChangeTreeData: changed.event,
    getChildren: element => {
      if (!element) return (loader.current.rows?.speakers ?? []).map(speaker => ({ speaker }));
      return 'speaker' in element ? element.speaker.ranges.map(range => ({ place: toRange(range) })) : [];
    },
    getTreeItem: element => ('speaker' in element ? speakerItem(element.speaker) : placeItem(element.place, loader)),
  };
  const view = vscode.window.createTreeView('sayswho.speakers', { treeDataProvider: provider, showCollapseAll: true });
  const redraw = () => {
    changed.fire(undefined);
    view.description = shareText(loader.current.rows?.speakers ?? []);
  };
  redraw();
  return vscode.Disposable.from(view, changed, loader.onDidChange(redraw));
}

const timesOf = ({ direct, indirect }: LedgerSpeaker): number => direct + indirect;

/** For example "20 % unnamed": the share of what is quoted and reported that nobody could be asked about. */
function shareText(speakers: readonly LedgerSpeaker[]): string {
  const all = speakers.reduce((sum, speaker) => sum + timesOf(speaker), 0);
  if (all === 0) return '';
  const unnamed = speakers.reduce((sum, speaker) => sum + (speaker.named ? 0 : timesOf(speaker)), 0);
  return vscode.l10n.t('{0} % unnamed', Math.round((100 * unnamed) / all));
}

function speakerItem(speaker: LedgerSpeaker): vscode.TreeItem {
  const name = speaker.name || nobodyName();
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = speaker.key;
  const counts = [
    ...(speaker.direct > 0 ? [vscode.l10n.t('{0} quoted', speaker.direct)] : []),
    ...(speaker.indirect > 0 ? [vscode.l10n.t('{0} reported', speaker.indirect)] : []),
    ...(speaker.named ? [] : [vscode.l10n.t('unnamed')]),
  ];
  item.description = counts.join(', ');
  item.iconPath = speaker.named
    ? new vscode.ThemeIcon(
        speaker.type === 'document' ? 'file' : speaker.type === 'organisation' ? 'organization' : 'person',
      )
    : new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}

function placeItem(place: vscode.Range, { current: { document } }: ClaimsLoader): vscode.TreeItem {
  const words = document?.lineCount && place.end.line < document.lineCount ? document.getText(place) : '';
  const item = new vscode.TreeItem(words.replace(/\s+/g, ' ').trim());
  item.description = vscode.l10n.t('line {0}', place.start.line + 1);
  if (document)
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to Quotation'),
      arguments: [document.uri, { selection: place }],
    };
  return item;
}
