import * as vscode from 'vscode';
import { assert, assertEqual, eventually } from './assert.ts';
import { hosts } from './hosts.ts';
import { closeEditors, extension } from './workbench.ts';

/** Two claims that can be told apart, each on a line of its own. */
const DRAFT = `# The harbour

Landings fell by 40 per cent between 2015 and 2020.

The new pier cost 12 million euros in 2019.
`;

const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const filesIn = async (folder: vscode.Uri) =>
  (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).toSorted();

suite('The record of checking', () => {
  const settings = () => vscode.workspace.getConfiguration('sayswho');
  let drafts = 0;
  let folder: vscode.Uri;

  suiteSetup(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert(workspace, 'no workspace folder is open');
    folder = vscode.Uri.joinPath(workspace.uri, 'checking');
    await settings().update('ledger.checker', 'ES', vscode.ConfigurationTarget.Global);
  });
  suiteTeardown(async () => {
    await settings().update('ledger.checker', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
  teardown(closeEditors);

  /** A saved draft in front, with its claims read. */
  async function showDraft(): Promise<vscode.TextEditor> {
    drafts += 1;
    const uri = vscode.Uri.joinPath(folder, `draft-${drafts}.md`);
    await write(uri, DRAFT);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually('two claims', async () => (await extension().exports.record()).length === 2);
    return editor;
  }

  const moveTo = (editor: vscode.TextEditor, line: number) => {
    editor.selection = new vscode.Selection(line, 3, line, 3);
  };
  const statuses = async () => (await extension().exports.record()).map(({ status }) => status);

  test('a status is given to the claim under the cursor, stands in a file beside the draft, and is taken back', async () => {
    const editor = await showDraft();
    moveTo(editor, 4);
    await vscode.commands.executeCommand('sayswho.markVerified');
    assertEqual(await statuses(), ['unchecked', 'verified'], 'the statuses');
    const files = await filesIn(folder);
    const name = files.find(file => file !== `draft-${drafts}.md` && file.includes(`draft-${drafts}.md`));
    assert(name, `no record among ${files.join(', ')}`);
    const text = await read(vscode.Uri.joinPath(folder, name));
    assert(
      text.includes('12 million euros') && text.includes('ES'),
      `the record lacks the claim or its checker: ${text}`,
    );
    await eventually('a hover that says who verified it', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        editor.selection.active,
      );
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map(each => (typeof each === 'string' ? each : each.value));
      return texts.some(words => words.includes('Verified') && words.includes('ES'));
    });
    await vscode.commands.executeCommand('sayswho.undoRecordChange');
    assertEqual(await statuses(), ['unchecked', 'unchecked'], 'the statuses after undoing');
  });

  test('with the cursor in no claim, none is given a status, though one is still selected in the view', async () => {
    const editor = await showDraft();
    await vscode.commands.executeCommand('sayswho.showClaims');
    await vscode.window.showTextDocument(editor.document);
    moveTo(editor, 4);
    // The view follows the cursor once that has rested, and says nothing when it has.
    await new Promise(resolve => setTimeout(resolve, 500));
    moveTo(editor, 0);
    await vscode.commands.executeCommand('sayswho.markVerified', 'text');
    await vscode.commands.executeCommand('sayswho.markVerified');
    assertEqual(await statuses(), ['unchecked', 'unchecked'], 'the statuses');
  });

  test('the claim under the cursor is meant also where the view leaves it out', async () => {
    const editor = await showDraft();
    moveTo(editor, 4);
    await vscode.commands.executeCommand('sayswho.markVerified');
    await vscode.commands.executeCommand('sayswho.hideSettled');
    try {
      await vscode.commands.executeCommand('sayswho.markDisputed', 'text');
      assertEqual(await statuses(), ['unchecked', 'disputed'], 'the statuses');
    } finally {
      await vscode.commands.executeCommand('sayswho.clearFilter');
    }
  });

  test('a sentence that is no claim is put on the list, given a status, and taken off again', async () => {
    const editor = await showDraft();
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit(edit => edit.insert(end, '\nHow lovely it would be to see the boats again!\n'));
    moveTo(editor, editor.document.lineCount - 2);
    await vscode.commands.executeCommand('sayswho.listClaim');
    assertEqual(await statuses(), ['unchecked', 'unchecked', 'unchecked'], 'the statuses');
    await vscode.commands.executeCommand('sayswho.markVerified', 'text');
    assertEqual(await statuses(), ['unchecked', 'unchecked', 'verified'], 'the statuses with a sign-off');
    await vscode.commands.executeCommand('sayswho.removeFromRecord', 'text');
    assertEqual(await statuses(), ['unchecked', 'unchecked'], 'the statuses at the end');
  });

  test('a claim that changes after its sign-off goes stale, and no other', async () => {
    const editor = await showDraft();
    for (const line of [2, 4]) {
      moveTo(editor, line);
      await vscode.commands.executeCommand('sayswho.markVerified');
    }
    assertEqual(await statuses(), ['verified', 'verified'], 'the statuses');
    const figure = editor.document.getText().indexOf('12 million');
    const place = editor.document.positionAt(figure);
    await editor.edit(edit => edit.replace(new vscode.Range(place, place.translate(0, 2)), '15'));
    const stale = await eventually('a stale claim', async () => {
      const claims = await extension().exports.record();
      return claims.some(claim => claim.stale) && claims.filter(claim => claim.stale);
    });
    assertEqual(
      stale.map(({ label }) => label.includes('15 million')),
      [true],
      'the claims that are stale',
    );
  });

  test('a draft that is renamed in the editor takes its record along', async () => {
    const editor = await showDraft();
    moveTo(editor, 2);
    await vscode.commands.executeCommand('sayswho.markVerified');
    const renamed = vscode.Uri.joinPath(folder, `renamed-${drafts}.md`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(editor.document.uri, renamed);
    assert(await vscode.workspace.applyEdit(edit), 'the draft cannot be renamed');
    const names = (await filesIn(folder)).filter(name => name.includes(`-${drafts}.md`));
    assertEqual(names, [`renamed-${drafts}.md`, `renamed-${drafts}.md.claims.yaml`], 'the files');
    await vscode.window.showTextDocument(renamed);
    await eventually('the status under the new name', async () => (await statuses())[0] === 'verified');
  });

  // On a disk, the server has locks of its own, which its tests kill and race.
  if (hosts.expected === 'web')
    test('while another window holds the lock of a record nothing is written, and then both are in it', async () => {
      const editor = await showDraft();
      moveTo(editor, 2);
      await vscode.commands.executeCommand('sayswho.markVerified');
      const record = vscode.Uri.joinPath(folder, `draft-${drafts}.md.claims.yaml`);
      const lock = vscode.Uri.joinPath(folder, `.draft-${drafts}.md.claims.yaml.lock`);
      await write(lock, 'another window');
      moveTo(editor, 4);
      const change = Promise.resolve(vscode.commands.executeCommand('sayswho.markDisputed'));
      const before = await read(record);
      await new Promise(resolve => setTimeout(resolve, 1000));
      assertEqual(await read(record), before, 'the record while it is locked');
      await write(record, `# Per has the second half.\n${before}`);
      await vscode.workspace.fs.delete(lock);
      await change;
      assertEqual(await statuses(), ['verified', 'disputed'], 'the statuses');
      assert((await read(record)).startsWith('# Per has the second half.'), 'what the other window wrote is lost');
      const left = (await filesIn(folder)).filter(name => name.startsWith('.'));
      assertEqual(left, [], 'locks and temporary files that are left');
    });

  test('a sheet that a checker has filled in is taken over', async () => {
    const editor = await showDraft();
    moveTo(editor, 2);
    await vscode.commands.executeCommand('sayswho.markNeedsSource');
    await eventually('the status', async () => (await statuses()).includes('needs-source'));
    const sheet = vscode.Uri.joinPath(folder, 'sheet.csv');
    const csv = await eventually('the sheet', () => exported(sheet));
    assert(csv.includes('needs-source'), `the sheet lacks the status: ${csv}`);
    await write(sheet, csv.replace('needs-source', 'disputed'));
    void vscode.commands.executeCommand('sayswho.importSheet', sheet);
    await eventually('the status from the sheet', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await statuses()).includes('disputed');
    });
  });

  /** Exports the sheet without the question where to. */
  async function exported(sheet: vscode.Uri): Promise<string> {
    await vscode.commands.executeCommand('sayswho.exportSheet', 'csv', sheet);
    return read(sheet);
  }
});
