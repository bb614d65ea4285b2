import * as vscode from 'vscode';
import type { Command } from '../app.ts';
import { findingsAt, findingsIn, goTo } from '../findings.ts';
import { notice } from '../notice.ts';
import { bringToFront } from '../shown-document.ts';

/** Offers the quick fixes of the finding under the cursor, or of the next one after it. */
export const fixFinding: Command = {
  id: 'sayswho.fixFinding',
  run: async ({ shown }) => {
    const editor = await bringToFront(shown);
    if (!editor) return notice(vscode.l10n.t('Open a document to fix its findings.'));
    const cursor = editor.selection.active;
    if (findingsAt(editor.document, cursor).length === 0) {
      const findings = findingsIn(editor.document);
      const target = findings.find(({ range }) => range.start.isAfter(cursor)) ?? findings[0];
      if (!target) return notice(vscode.l10n.t('Says Who has found nothing in this document.'));
      goTo(editor, target);
    }
    await vscode.commands.executeCommand('editor.action.quickFix');
  },
};
