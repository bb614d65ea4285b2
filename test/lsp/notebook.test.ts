import { expect, test } from 'vitest';
import type { CodeAction, DocumentDiagnosticReport, DocumentSymbol } from 'vscode-languageserver';
import { startTestServer } from '../support/start-test-server.ts';
import { flagging } from './flagging.ts';

const cell = (id: string) => `vscode-notebook-cell:/drafts/inquiry.ipynb#${id}`;

test('a Markdown cell of a notebook is a draft of its own: findings, quick fixes, outline', async () => {
  const server = await startTestServer({ environment: { check: flagging(/Experts/) } });
  const first = server.open('# Rents\n\nRents rose by 40 per cent in 2019.', { uri: cell('W0sZmlsZQ==') });
  const second = server.open('Experts say that rents doubled in 2020.', { uri: cell('W2sZmlsZQ==') });
  const ask = <Answer>(method: string, uri: string, more = {}): Promise<Answer> =>
    server.connection.sendRequest(method, { textDocument: { uri }, ...more });

  expect(await ask('textDocument/diagnostic', first)).toMatchObject({ items: [] });
  const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', second);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } };
  expect(report).toMatchObject({ items: [{ source: 'Says Who', range }] });

  const actions = await ask<CodeAction[]>('textDocument/codeAction', second, { range, context: { diagnostics: [] } });
  expect(actions[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: second, version: 1 } }]);

  const [heading] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', first);
  expect(heading).toMatchObject({ name: 'Rents', children: [{ name: 'Rents rose by 40 per cent in 2019.' }] });

  server.close(second);
  expect(await ask('textDocument/codeAction', second, { range, context: { diagnostics: [] } })).toEqual([]);
});
