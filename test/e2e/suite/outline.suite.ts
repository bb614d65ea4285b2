import * as vscode from 'vscode';
import { assertEqual, eventually } from './assert.ts';
import { CLAIM, closeEditors, extension, findingOf, ONE_FINDING, showSample, showText } from './workbench.ts';

suite('Outline and hover', () => {
  teardown(closeEditors);

  test('the document symbols are the claims, under their headings', async () => {
    const { document } = await showText(CLAIM.text);
    const claim = await eventually('a claim under the heading', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const headings = (symbols ?? []).filter(({ name }) => name.includes('The dam'));
      return headings.flatMap(({ children }) => children).find(({ name }) => name.includes(CLAIM.words));
    });
    assertEqual(claim.range.start.line, CLAIM.line, 'the line of the claim');
  });

  test('the Claims view has a row for each claim of the sample', async () => {
    const { document } = await showSample();
    const rows = await eventually('rows', async () => {
      const claims = await extension().exports.claims();
      return claims.length > 0 && claims;
    });
    const broken = rows.filter(({ label, state, line }) => !label || !state || line < 0 || line >= document.lineCount);
    assertEqual(broken, [], 'rows that lack a text, a state or a line of the document');
  });

  test('the Claims view follows the editor', async () => {
    await showText('');
    await eventually('no rows for an empty text', async () => (await extension().exports.claims()).length === 0);
    await showText(CLAIM.text);
    await eventually('a row for the claim', async () => {
      const claims = await extension().exports.claims();
      return claims.find(({ label, line }) => line === CLAIM.line && label.includes(CLAIM.words));
    });
  });

  test('the hover on a finding gives reasons, not only its message', async () => {
    const { document } = await showText(ONE_FINDING);
    const finding = await findingOf('vague-source', document);
    await eventually('a hover that says why', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        finding.range.start,
      );
      return hovers
        .flatMap(({ contents }) => contents)
        .some(content => /readers?|identify|weigh/i.test(textOf(content)));
    });
  });
});

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
