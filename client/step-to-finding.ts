import * as vscode from 'vscode';
import { findingsIn, goTo } from './findings.ts';
import { notice } from './notice.ts';
import { bringToFront, type ShownDocument } from './shown-document.ts';

/** Goes to the next finding or the one before, round the ends of the document, and shows what it says. */
export async function stepToFinding(shown: ShownDocument, direction: 1 | -1): Promise<void> {
  const editor = await bringToFront(shown);
  if (!editor) return notice(vscode.l10n.t('Open a document to go through its findings.'));
  const findings = findingsIn(editor.document);
  const cursor = editor.selection.active;
  const index =
    direction === 1
      ? findings.findIndex(({ range }) => range.start.isAfter(cursor))
      : findings.findLastIndex(({ range }) => range.start.isBefore(cursor));
  const target = findings.at(index >= 0 ? index : direction === 1 ? 0 : -1);
  if (!target) return notice(vscode.l10n.t('Says Who has found nothing in this document.'));
  goTo(editor, target);
  notice(vscode.l10n.t('Finding {0} of {1}', findings.indexOf(target) + 1, findings.length));
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
