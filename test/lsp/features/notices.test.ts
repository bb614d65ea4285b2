import { expect, test, vi } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { type AnalysedParams, analysedNotification } from '../../../server/protocol/messages.ts';
import { startTestServer } from '../../support/start-test-server.ts';

vi.mock('../../../server/core/models/tagger.json', () => ({ default: { format: 0, data: '' } }));

test('a tagger that cannot be used is told once, in the first paragraph, next to the findings', async () => {
  const server = await startTestServer();
  const uri = server.open('The dam will hold.\n\nExperts say the dam will hold.\n');
  const report: DocumentDiagnosticReport = await server.connection.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const items = report.kind === 'full' ? report.items : [];
  const told = items.filter(({ code }) => code === 'no-tags');
  expect(told).toEqual([expect.objectContaining({ message: expect.stringContaining('tagger.json') })]);
  expect(told[0]?.range.start.line).toBe(0);
  expect(items.length).toBeGreaterThan(1);
});

test('a client that shows how a reading went is told of it with every reading', async () => {
  const server = await startTestServer({ initializationOptions: { analysed: true } });
  const uri = server.open('Experts say the dam will hold.\n');
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  expect(await server.next<AnalysedParams>(analysedNotification)).toMatchObject({
    modelProblems: [expect.stringContaining('tagger.json')],
  });
});
