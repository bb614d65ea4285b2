import * as vscode from 'vscode';
import { assert, assertEqual, eventually } from './assert.ts';
import { CLAIM, closeEditors, findingOf, findings, noFindings, ONE_FINDING, showText } from './workbench.ts';

suite('Commands', () => {
  teardown(closeEditors);

  test('the next and the previous finding are gone to, round the ends', async () => {
    const editor = await showText(`${ONE_FINDING}\n\nNothing here.\n\n${ONE_FINDING}\n`);
    await eventually('two findings', () => findings(editor.document).length === 2);
    const lines = [];
    for (const command of ['nextFinding', 'nextFinding', 'previousFinding']) {
      await vscode.commands.executeCommand(`sayswho.${command}`);
      lines.push(editor.selection.active.line);
    }
    assertEqual(lines, [4, 0, 4], 'the lines that were gone to');
  });

  test('a fix is applied at the next finding that has it, and at none that has not', async () => {
    const editor = await showText(`Nothing here.\n\n${ONE_FINDING}\n\nThe reform may perhaps help.\n`);
    const { document } = editor;
    await findingOf('vague-source', document);
    await findingOf('stacked-hedges', document);
    await vscode.commands.executeCommand('sayswho.dropWords');
    await eventually('a hedge less', () => document.getText().includes('The reform may help.'));
    const before = document.getText();
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await vscode.commands.executeCommand('sayswho.giveDate');
    assertEqual(document.getText(), before, 'the text');
  });

  test('the page of a rule opens', async () => {
    await vscode.commands.executeCommand('sayswho.openRule', 'vague-source');
    const label = await eventually('a tab', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label);
    assert(label.includes('vague-source'), `the tab is called “${label}”`);
  });

  test('the sample opens as an unsaved copy, and is read', async () => {
    await vscode.commands.executeCommand('sayswho.openSample');
    const { document } = await eventually('an editor', () => vscode.window.activeTextEditor);
    assert(document.isUntitled, 'the copy has a file');
    await findingOf('vague-source', document);
  });

  test('the checking is turned off and on again', async () => {
    const { document } = await showText(ONE_FINDING);
    await findingOf('vague-source', document);
    await vscode.commands.executeCommand('sayswho.toggle');
    await noFindings(document);
    await vscode.commands.executeCommand('sayswho.toggle');
    await findingOf('vague-source', document);
    const { workspaceValue } = vscode.workspace.getConfiguration('sayswho').inspect('enable') ?? {};
    assertEqual(workspaceValue, undefined, 'what is left behind in the settings of the workspace');
  });

  test('the claims are copied as a list', async () => {
    await showText(CLAIM.text);
    const copied = await eventually('a list of claims', async () => {
      await vscode.commands.executeCommand('sayswho.copyClaims');
      const text = await vscode.env.clipboard.readText();
      return text.includes(CLAIM.words) && text;
    });
    assert(/^- \[[ x]\] /m.test(copied), `no list: ${copied}`);
  });

  test('the server starts afresh, and reads what is open', async () => {
    const { document } = await showText(ONE_FINDING);
    await findingOf('vague-source', document);
    await vscode.commands.executeCommand('sayswho.restartServer');
    await findingOf('vague-source', document);
  });
});
