import * as vscode from 'vscode';
import {
  type LedgerItem,
  type LedgerSource,
  type LedgerStatus,
  type LetStandReason,
  ledgerStatuses,
  type WordChange,
} from '../../server/protocol/ledger.ts';
import { asMarkdown, evidenceName, kindName, type Look, stateLook } from '../claims-wording.ts';
import { addressesOf } from '../record/source-links.ts';
import { type GroupNames, sourceName } from './arrangement.ts';
import type { Row } from './rows.ts';

/** The shapes in `media/status`, of which each has a colour in the manifest. */
export const marks = [...ledgerStatuses, 'stale'] as const;
export type Mark = (typeof marks)[number];

/** The shape that stands for a claim, also for those who do not see colours. */
export const markOf = ({ status, stale, altered }: LedgerItem): Mark => (stale || altered ? 'stale' : status);

/** The theme colour of a shape. */
export const markColor = (mark: Mark): string =>
  `sayswho.${mark.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Foreground`;

const icons: Readonly<Record<LedgerStatus, string>> = {
  unchecked: 'circle-large-outline',
  'needs-source': 'question',
  sourced: 'link',
  verified: 'pass-filled',
  disputed: 'warning',
  cut: 'close',
  opinion: 'comment',
  'let-stand': 'bookmark',
};

export function statusName(status: LedgerStatus): string {
  switch (status) {
    case 'unchecked':
      return vscode.l10n.t('Unchecked');
    case 'needs-source':
      return vscode.l10n.t('Needs a source');
    case 'sourced':
      return vscode.l10n.t('Sourced');
    case 'verified':
      return vscode.l10n.t('Verified');
    case 'disputed':
      return vscode.l10n.t('Disputed');
    case 'cut':
      return vscode.l10n.t('Cut');
    case 'opinion':
      return vscode.l10n.t('Opinion');
    case 'let-stand':
      return vscode.l10n.t('Let stand');
  }
}

function statusMeaning(status: LedgerStatus): string {
  switch (status) {
    case 'unchecked':
      return vscode.l10n.t('Nobody has checked this yet.');
    case 'needs-source':
      return vscode.l10n.t('The writer has to name a source.');
    case 'sourced':
      return vscode.l10n.t('There is a source; it has not been compared with the text yet.');
    case 'verified':
      return vscode.l10n.t('The text was compared with its source.');
    case 'disputed':
      return vscode.l10n.t('What was found speaks against this.');
    case 'cut':
      return vscode.l10n.t('This is to go.');
    case 'opinion':
      return vscode.l10n.t('This is opinion, so nothing is to be checked.');
    case 'let-stand':
      return vscode.l10n.t('This stands without a source, for a reason.');
  }
}

export function reasonName(reason: LetStandReason): string {
  switch (reason) {
    case 'common-knowledge':
      return vscode.l10n.t('common knowledge');
    case 'own-experience':
      return vscode.l10n.t('own experience');
    case 'opinion':
      return vscode.l10n.t('opinion');
    case 'quoted':
      return vscode.l10n.t('quoted');
    case 'checked-elsewhere':
      return vscode.l10n.t('checked elsewhere');
    case 'other':
      return vscode.l10n.t('other');
  }
}

/** How a status is drawn and said. */
export const statusLook = (status: LedgerStatus): Look => ({
  icon: icons[status],
  color: markColor(status),
  name: statusName(status),
  meaning: statusMeaning(status),
});

/** How a row is drawn and said: by what wants attention in the record, else by its status, else by what the analyser says. */
export function rowLook({ item, claim }: Row): Look {
  const { anchor, stale, altered, status } = item;
  if (anchor === 'orphaned')
    return {
      icon: 'debug-disconnect',
      color: 'list.warningForeground',
      name: vscode.l10n.t('Not found'),
      meaning: vscode.l10n.t('The record speaks of this, but the text does not hold it any more.'),
    };
  if (anchor === 'uncertain')
    return {
      icon: 'git-compare',
      color: 'list.warningForeground',
      name: vscode.l10n.t('{0}, if this is it', statusName(status)),
      meaning: vscode.l10n.t('The record may speak of another sentence: confirm the match or undo it.'),
    };
  if (stale)
    return {
      icon: 'history',
      color: markColor('stale'),
      name: vscode.l10n.t('Stale: was {0}', statusName(status)),
      meaning: vscode.l10n.t('The text changed after it was signed off.'),
    };
  if (altered)
    return {
      icon: 'history',
      color: markColor('stale'),
      name: vscode.l10n.t('Altered: was {0}', statusName(status)),
      meaning: vscode.l10n.t('The record was changed by other means, so this has to be signed off again.'),
    };
  if (status === 'unchecked' && claim) return stateLook(claim.state);
  return statusLook(status);
}

/** The few words behind a row: how it stands, and whose word that is. */
export function rowDescription(row: Row): string {
  const { reason, checker } = row.item;
  const parts = [rowLook(row).name, reason && reasonName(reason), checker];
  return parts.filter(Boolean).join(' · ');
}

/** True for what is on the list only because somebody put it there. */
export const isByHand = ({ claimId, listed }: LedgerItem): boolean => listed === true && claimId === undefined;

export const rowLabel = ({ item }: Row): string => item.text.replace(/\s+/g, ' ').trim();

/** What a screen reader says: the state first, because the icon is not read. */
export const spokenRow = (row: Row): string =>
  `${rowDescription(row)}: ${rowLabel(row)} (${row.item.kinds.map(kindName).join(', ')})`;

/** What the record says of a claim, for the hover over its words; absent where it says nothing. */
export function recordTooltip(row: Row): vscode.MarkdownString | undefined {
  const { item } = row;
  const facts = recordFacts(item);
  if (item.status === 'unchecked' && facts.length === 0) return undefined;
  const { icon, name, meaning } = item.status === 'unchecked' ? statusLook(item.status) : rowLook(row);
  const paragraphs = [
    `$(${icon}) **${asMarkdown(name)}**: ${meaning}`,
    item.changes ? changesAsMarkdown(item.changes) : '',
    facts.join('  \n'),
  ];
  return new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'), true);
}

const fact = (label: string, words: string | undefined): string => (words ? `${label}: ${asMarkdown(words)}` : '');

/** Who checked a claim, and what was found, each in a line. */
const recordFacts = (item: LedgerItem): readonly string[] =>
  [
    fact(vscode.l10n.t('Checker'), [item.checker, item.date].filter(Boolean).join(', ')),
    fact(vscode.l10n.t('Reason'), item.reason && reasonName(item.reason)),
    fact(vscode.l10n.t('Note'), item.note),
    ...item.sources.map(sourceFact),
  ].filter(Boolean);

/** The hover of a row. */
export function rowTooltip(row: Row): vscode.MarkdownString {
  const { item, claim } = row;
  const { icon, name, meaning } = rowLook(row);
  const facts = [
    ...recordFacts(item),
    fact(vscode.l10n.t('Kinds'), item.kinds.map(kindName).join(', ')),
    fact(vscode.l10n.t('Evidence'), claim && evidenceName(claim.evidence)),
    claim ? vscode.l10n.t('Would an editor ask for a source? {0} % likely', Math.round(claim.needsSource * 100)) : '',
    item.anchor === 'reworded' || item.anchor === 'uncertain'
      ? vscode.l10n.t('Differs from the record by {0} %', Math.round(item.distance * 100))
      : '',
  ];
  const paragraphs = [
    `$(${icon}) **${asMarkdown(name)}**: ${meaning}`,
    item.changes ? changesAsMarkdown(item.changes) : asMarkdown(rowLabel(row)),
    facts.filter(Boolean).join('  \n'),
    (claim?.reasons ?? []).map(reason => `- ${asMarkdown(reason)}`).join('\n'),
  ];
  return new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'), true);
}

/** All that the record says of a source but its name. */
export const sourceDetails = ({ url, contact, archive, accessed, note }: LedgerSource): string[] =>
  [
    url,
    contact,
    archive && vscode.l10n.t('archived at {0}', archive),
    accessed && vscode.l10n.t('seen on {0}', accessed),
    note,
  ].flatMap(part => part || []);

/** A source in the hover, with links to where it can be looked at. */
function sourceFact(source: LedgerSource): string {
  const [page, ...others] = addressesOf(source);
  const name = asMarkdown(sourceName(source));
  const words = sourceDetails(source).filter(part => part !== page);
  return [
    `${vscode.l10n.t('Source')}: ${page === undefined ? name : `[${name}](<${page}>)`}`,
    ...words.map(part => {
      const address = others.find(other => part.includes(other));
      return address === undefined ? asMarkdown(part) : `[${vscode.l10n.t('archived copy')}](<${address}>)`;
    }),
  ].join(', ');
}

const changesAsMarkdown = (changes: readonly WordChange[]): string =>
  changes
    .map(({ kind, text }) => {
      const words = asMarkdown(text.trim());
      return kind === 'same' || words === '' ? words : kind === 'removed' ? `~~${words}~~` : `**${words}**`;
    })
    .join(' ');

/** What is reported with nobody behind it, as by "it is believed", is credited to. */
export const nobodyName = (): string => vscode.l10n.t('Nobody in particular');

export const groupNames = (): GroupNames => ({
  kind: kind => kindName(kind),
  status: row => (row.item.status === 'unchecked' ? statusName('unchecked') : rowLook(row).name),
  writer: vscode.l10n.t('The writer'),
  nobody: nobodyName(),
  noSource: vscode.l10n.t('No source in the record'),
  noKind: vscode.l10n.t('Of no kind'),
  orphans: vscode.l10n.t('Not found in the text'),
});
