import * as vscode from 'vscode';

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

/** The rule that a finding comes from; absent for a notice, which has no page to link to. */
export const ruleOf = ({ code }: vscode.Diagnostic): string | undefined =>
  typeof code === 'object' ? String(code.value) : undefined;

/** Puts the cursor where a finding starts and brings it into view. */
export function goTo(editor: vscode.TextEditor, { range }: vscode.Diagnostic): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
