import * as vscode from 'vscode';
import type { App, Command } from '../../app.ts';
import { notice } from '../../notice.ts';
import { stepTo } from '../../outline/model.ts';
import { bringToFront } from '../../shown-document.ts';
import { showSentence } from '../reveal-claim.ts';

/** Goes to the next claim that is not settled, from the last one on to the first, in the text and in the view. */
export const nextUnchecked: Command = { id: 'sayswho.nextUnchecked', run: app => step(app, 1) };
export const previousUnchecked: Command = { id: 'sayswho.previousUnchecked', run: app => step(app, -1) };

async function step({ loader, outline, shown }: App, direction: 1 | -1): Promise<void> {
  const editor = await bringToFront(shown);
  if (!editor) return notice(vscode.l10n.t('Open a draft to check its claims.'));
  await loader.catchUp();
  const node = stepTo(outline.model, editor.selection.active, direction, ({ item }) => !item.settled);
  if (!node) return notice(vscode.l10n.t('Every claim that is shown is settled.'));
  showSentence(editor, node.row);
  outline.select(node);
}
