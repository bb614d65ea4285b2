import * as vscode from 'vscode';
import { assert, eventually } from './assert.ts';
import { closeEditors, findingOf, findings, ONE_FINDING, ruleOf, showText } from './workbench.ts';

suite('Quick fixes', () => {
  teardown(closeEditors);

  test('a finding has quick fixes', async () => {
    const { document } = await showText(ONE_FINDING);
    const finding = await findingOf('vague-source', document);
    const fixes = await fixesFor(document, finding.range);
    for (const { title, kind } of fixes) {
      assert(title.trim() !== '', 'a quick fix has no title');
      assert(kind !== undefined && vscode.CodeActionKind.QuickFix.contains(kind), `the kind of “${title}”`);
    }
  });

  test('applying one inserts a placeholder, and the finding is gone', async () => {
    const editor = await showText(ONE_FINDING);
    const { document } = editor;
    const finding = await findingOf('vague-source', document);
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await fixesFor(document, finding.range);
    // The command applies the fix as the editor does, with its snippet where it has one.
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
    await eventually('the text has a placeholder', () => /\[[^\]]+\]/.test(document.getText()));
    await eventually('the finding is gone', () => findings(document).every(other => ruleOf(other) !== 'vague-source'));
  });
});

/** The quick fixes at a place, asked for until the editor has them; no other extension has any for such a text. */
function fixesFor(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return eventually('a quick fix', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.length > 0 && actions;
  });
}
