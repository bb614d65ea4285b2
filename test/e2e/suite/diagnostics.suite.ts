import * as vscode from 'vscode';
import { assert, assertEqual, eventually } from './assert.ts';
import { closeEditors, findingOf, findings, noFindings, ONE_FINDING, showSample, showText } from './workbench.ts';

suite('Diagnostics', () => {
  teardown(closeEditors);

  test('each finding on the sample says who speaks, which rule, and where to read more', async () => {
    const { document } = await showSample();
    const found = await eventually('findings', () => findings(document).length > 0 && findings(document));
    for (const { code, message, range } of found) {
      assert(typeof code === 'object' && code.target.toString() !== '', `“${message}” has no rule with a page`);
      assert(!range.isEmpty, `“${message}” marks nothing`);
    }
  });

  for (const [ending, language] of [
    ['md', 'markdown'],
    ['txt', 'plaintext'],
  ] as const) {
    test(`an unsaved text in ${language} is read`, async () => {
      const { document } = await showText(ONE_FINDING, ending);
      assertEqual(document.languageId, language, 'the language');
      const finding = await findingOf('vague-source', document);
      assertMarked(document, finding, 'Experts');
    });
  }

  test('findings follow the text', async () => {
    const editor = await showText(ONE_FINDING);
    await findingOf('vague-source', editor.document);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# A title\n\n'));
    const moved = await eventually('the finding moves', () =>
      findings(editor.document).find(({ range }) => range.start.line === 2),
    );
    assertMarked(editor.document, moved, 'Experts');
    await editor.edit(edit => edit.delete(new vscode.Range(2, 0, 2, ONE_FINDING.length)));
    await noFindings(editor.document);
  });

  test('closing a text removes its findings', async () => {
    const { document } = await showText(ONE_FINDING);
    await findingOf('vague-source', document);
    await closeEditors();
    await noFindings(document);
  });

  for (const [setting, value] of [
    ['enable', false],
    ['rules', { 'vague-source': 'off' }],
  ] as const) {
    test(`a change of the setting "${setting}" shows at once`, async () => {
      const { document } = await showText(ONE_FINDING);
      await findingOf('vague-source', document);
      const set = (to: unknown) =>
        vscode.workspace.getConfiguration('sayswho').update(setting, to, vscode.ConfigurationTarget.Global);
      try {
        await set(value);
        await noFindings(document);
      } finally {
        await set(undefined);
      }
      await findingOf('vague-source', document);
    });
  }

  test('broken text neither stops the server nor hides what stands beside it', async () => {
    const hostile = ['\u0000\u0000', '\ud800', '\udfff\ud800', '\ufffe', '\u202e', 'a\r\rb\r\n\n'].join(' ');
    const { document } = await showText(`${hostile}\n\n${ONE_FINDING}\n`);
    await findingOf('vague-source', document);
    await closeEditors();
    const after = await showText(ONE_FINDING);
    await findingOf('vague-source', after.document);
  });
});

function assertMarked(document: vscode.TextDocument, { range }: vscode.Diagnostic, words: string): void {
  const marked = document.getText(range);
  assert(marked.startsWith(words), `“${words}” should be marked, not “${marked}”`);
}
