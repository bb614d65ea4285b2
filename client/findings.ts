import * as vscode from 'vscode';
import { notice } from './notice.ts';
import { bringToFront, type ShownDocument } from './shown-document.ts';

/** How the server signs its diagnostics. */
const source = 'Says Who';

/** The findings of Says Who in a document, in order of position. */
export const findingsIn = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(diagnostic => diagnostic.source === source)
    .sort((a, b) => a.range.start.compareTo(b.range.start) || b.range.end.compareTo(a.range.end));

/** The findings whose words the position touches. */
export const findingsAt = (document: vscode.TextDocument, position: vscode.Position): vscode.Diagnostic[] =>
  findingsIn(document).filter(({ range }) => range.contains(position));

/** The findings behind a position in order, and then those before it. */
export function findingsFrom(document: vscode.TextDocument, position: vscode.Position): vscode.Diagnostic[] {
  const findings = findingsIn(document);
  const isBehind = ({ range }: vscode.Diagnostic) => range.start.isAfter(position);
  return [...findings.filter(isBehind), ...findings.filter(finding => !isBehind(finding))];
}

/** The rule that a finding comes from; absent for a notice, which has no page to link to. */
export const ruleOf = ({ code }: vscode.Diagnostic): string | undefined =>
  typeof code === 'object' ? String(code.value) : undefined;

/** The editor of the shown document with its cursor at a finding: the one under it, or else the next; undefined where there is none, which is said. */
export async function atFinding(shown: ShownDocument): Promise<vscode.TextEditor | undefined> {
  const editor = await bringToFront(shown);
  if (!editor) {
    notice(vscode.l10n.t('Open a document to fix its findings.'));
    return undefined;
  }
  const cursor = editor.selection.active;
  if (findingsAt(editor.document, cursor).length > 0) return editor;
  const [target] = findingsFrom(editor.document, cursor);
  if (target) goTo(editor, target);
  else notice(vscode.l10n.t('Says Who has found nothing in this document.'));
  return target && editor;
}

/** Puts the cursor where a finding starts and brings it into view. */
export function goTo(editor: vscode.TextEditor, { range }: vscode.Diagnostic): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
