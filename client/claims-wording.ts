import * as vscode from 'vscode';
import type { ClaimItem, ClaimState } from '../server/protocol/messages.ts';

/** How a state is drawn and said. Shape and word say what the colour says, for those who do not see it. */
export interface Look {
  readonly icon: string;
  /** A theme colour; absent for the colour of the text. */
  readonly color?: string;
  /** A few words. */
  readonly name: string;
  /** One sentence for the tooltip. */
  readonly meaning: string;
}

export function stateLook(state: ClaimState): Look {
  switch (state) {
    case 'open':
      return {
        icon: 'unverified',
        color: 'list.warningForeground',
        name: vscode.l10n.t('No source'),
        meaning: vscode.l10n.t('Nothing in the text backs this.'),
      };
    case 'vague':
      return {
        icon: 'person',
        color: 'list.warningForeground',
        name: vscode.l10n.t('Unnamed source'),
        meaning: vscode.l10n.t('Only a source that cannot be identified backs this.'),
      };
    case 'placeholder':
      return {
        icon: 'tag',
        color: 'charts.blue',
        name: vscode.l10n.t('Marked for a source'),
        meaning: vscode.l10n.t('A placeholder asks for a source here.'),
      };
    case 'sourced':
      return {
        icon: 'verified',
        color: 'charts.green',
        name: vscode.l10n.t('Sourced'),
        meaning: vscode.l10n.t('The text says where this comes from.'),
      };
    case 'noted':
      return {
        icon: 'circle-small',
        color: 'descriptionForeground',
        name: vscode.l10n.t('Not asked for'),
        meaning: vscode.l10n.t('This could be checked, but few editors would ask for a source.'),
      };
  }
}

/** A kind of claim in words; a kind that a newer server brings is shown as it is. */
export function kindName(kind: string): string {
  switch (kind) {
    case 'accusation':
      return vscode.l10n.t('accusation');
    case 'poll':
      return vscode.l10n.t('poll');
    case 'quantity':
      return vscode.l10n.t('quantity');
    case 'comparison':
      return vscode.l10n.t('comparison');
    case 'trend':
      return vscode.l10n.t('trend');
    case 'causal':
      return vscode.l10n.t('cause');
    case 'law':
      return vscode.l10n.t('law or rule');
    case 'motive':
      return vscode.l10n.t('motive');
    case 'absolute':
      return vscode.l10n.t('absolute');
    case 'history':
      return vscode.l10n.t('history');
    case 'event':
      return vscode.l10n.t('event');
    case 'statement':
      return vscode.l10n.t('statement');
    case 'condition':
      return vscode.l10n.t('condition');
    default:
      return kind;
  }
}

export function evidenceName(evidence: string): string {
  switch (evidence) {
    case 'none':
      return vscode.l10n.t('none within reach');
    case 'nearby':
      return vscode.l10n.t('a source stands nearby');
    case 'vague':
      return vscode.l10n.t('an unnamed source');
    case 'named':
      return vscode.l10n.t('a named source');
    case 'cited':
      return vscode.l10n.t('a citation or link');
    case 'own':
      return vscode.l10n.t('the writer’s own experience');
    default:
      return evidence;
  }
}

/** The sentence on one line, as the view and the clipboard show it. */
export const claimLabel = ({ text }: ClaimItem): string => text.replace(/\s+/g, ' ').trim();

export const kindNames = ({ kinds }: ClaimItem): string => kinds.map(kindName).join(', ');

/** Words that mean nothing but themselves. VS Code's own `appendText` makes every space unbreakable, so that lines break within words. */
export const asMarkdown = (words: string): string =>
  words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+\-.!|>~$]/g, '\\$&');
