import * as vscode from 'vscode';
import {
  type InsertPlaceholderParams,
  type InsertPlaceholderResult,
  insertPlaceholderRequest,
  type PlaceholderChoicesResult,
  placeholderChoicesRequest,
} from '../../../server/protocol/messages.ts';
import type { Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { bringToFront } from '../../shown-document.ts';
import { applyEdit } from './apply-edit.ts';

/** Lets the writer choose what a placeholder at the cursor asks for, and how it is written. The placeholder under the cursor becomes the new one. */
export const choosePlaceholder: Command = {
  id: 'sayswho.choosePlaceholder',
  run: async ({ server, shown }) => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to insert a placeholder in it.'));
    const { document } = editor;
    const { client } = server;
    const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, editor.selection.end);
    const offered = await client.sendRequest<PlaceholderChoicesResult | null>(placeholderChoicesRequest, params);
    if (!offered) return;
    const need = await vscode.window.showQuickPick(
      offered.needs.map(({ need, choices }) => ({
        label: missing(need),
        description: choices[0]?.text ?? '',
        need,
        choices,
      })),
      {
        title: vscode.l10n.t('Insert Placeholder'),
        placeHolder: vscode.l10n.t('What is missing?'),
        matchOnDescription: true,
      },
    );
    if (!need) return;
    const chosen = await vscode.window.showQuickPick(
      need.choices.map(({ text, style }) => ({
        label: text,
        description: style ?? vscode.l10n.t('as in the settings'),
        style,
      })),
      { title: need.label, placeHolder: vscode.l10n.t('How is it to be written?'), matchOnDescription: true },
    );
    if (!chosen) return;
    const asked: InsertPlaceholderParams = {
      ...params,
      need: need.need,
      ...(chosen.style !== undefined && { style: chosen.style }),
    };
    const result = await client.sendRequest<InsertPlaceholderResult | null>(insertPlaceholderRequest, asked);
    // The position was that of the text for which the choice was offered.
    if (result) await applyEdit(server, document, { ...result, version: offered.version });
  },
};

function missing(need: string): string {
  switch (need) {
    case 'source':
      return vscode.l10n.t('A source');
    case 'who':
      return vscode.l10n.t('Who says or thinks so');
    case 'by-whom':
      return vscode.l10n.t('By whom it was done or said');
    case 'which':
      return vscode.l10n.t('Which one is meant');
    case 'when':
      return vscode.l10n.t('When it was');
    case 'how-many':
      return vscode.l10n.t('How many they are');
    case 'quote':
      return vscode.l10n.t('The words themselves');
    case 'page':
      return vscode.l10n.t('The page');
    default:
      return need;
  }
}
