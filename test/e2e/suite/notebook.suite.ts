import * as vscode from 'vscode';
import { assert, assertEqual, eventually, pause } from './assert.ts';
import { CLAIM, closeEditors, extension, findingOf, findings, ONE_FINDING, showText } from './workbench.ts';

/** Opens a notebook as its user does, with a Markdown cell and a code cell that says the same. */
async function showNotebook(): Promise<{ readonly text: vscode.TextDocument; readonly code: vscode.TextDocument }> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'no workspace folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, 'inquiry.ipynb');
  const cell = (type: string, more = {}) => ({ cell_type: type, metadata: {}, source: [ONE_FINDING], ...more });
  const notebook = {
    cells: [cell('markdown'), cell('code', { execution_count: null, outputs: [] })],
    metadata: { language_info: { name: 'html' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(notebook)));
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually('the cells', () => {
    const opened = vscode.workspace.notebookDocuments.find(found => found.uri.toString() === uri.toString());
    const [text, code] = opened?.getCells().map(({ document }) => document) ?? [];
    return text && code && { text, code };
  });
}

suite('Notebooks', () => {
  teardown(closeEditors);

  test('a Markdown cell is read and can be fixed; a code cell is left alone', async () => {
    await extension().activate();
    const { text, code } = await showNotebook();
    const finding = await findingOf('vague-source', text);
    // Until a cell is edited, the editor itself has no text of it to fix.
    await vscode.commands.executeCommand('notebook.cell.edit');
    const actions = await eventually('a quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        text.uri,
        finding.range,
      );
      const fixes = found.filter(({ kind }) => kind && vscode.CodeActionKind.QuickFix.contains(kind));
      return fixes.length > 0 && fixes;
    });
    assert(
      actions.some(({ title }) => /who\?/.test(title)),
      'no quick fix asks who it was',
    );
    await pause(500);
    assertEqual(findings(code), [], 'findings in the code cell');
  });

  test('the claims of the draft behind a notebook are put away', async () => {
    const { claims } = await extension().activate();
    await showText(CLAIM.text);
    const ofTheDraft = async () => (await claims()).some(({ label }) => label.includes(CLAIM.words));
    await eventually('the claims of the draft', ofTheDraft);
    await showNotebook();
    await eventually('other claims, or none', async () => !(await ofTheDraft()));
  });
});
