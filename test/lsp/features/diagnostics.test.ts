import { expect, test } from 'vitest';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { check, rules } from '../../../server/core/index.ts';
import { generousClient, startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

const pull = (server: TestServer, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

/** The items of a full report; any other report fails the test. */
async function itemsOf(server: TestServer, uri: string) {
  const report = await pull(server, uri);
  if (report.kind !== 'full') throw new Error(`Expected a full report, not ${JSON.stringify(report)}`);
  return report.items;
}

const experts = { check: flagging(/Experts/) };

test('announces diagnostics of single documents', async () => {
  const { result } = await startTestServer();
  expect(result.capabilities.diagnosticProvider).toEqual({
    identifier: 'sayswho',
    interFileDependencies: false,
    workspaceDiagnostics: false,
  });
});

test('a finding becomes a diagnostic with its rule, severity, message and link', async () => {
  const server = await startTestServer({ environment: { ...experts, docsUri: 'file:///rules' } });
  const uri = server.open('# Dams\n\nExperts say it holds.\n');
  expect(await itemsOf(server, uri)).toEqual([
    {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
      severity: 2,
      code: 'vague-source',
      codeDescription: { href: 'file:///rules/vague-source.md' },
      source: 'Says Who',
      message: '“Experts” names no one who can be asked.',
      data: { family: 'attribution', messageId: 'vague' },
    },
  ]);
});

test.each([
  [{ publishDiagnostics: { relatedInformation: true } }, true],
  [{ diagnostic: { relatedInformation: true } }, true],
  [{ publishDiagnostics: {} }, false],
])('the other places of a finding go to a client that says %j: %j', async (textDocument, isShown) => {
  const related = [{ start: 2, end: 6, message: 'The dams stand here.' }];
  const client = { textDocument: { diagnostic: {}, ...textDocument } };
  const server = await startTestServer({ client, environment: { check: flagging(/Experts/, { related }) } });
  const uri = server.open('# Dams\n\nExperts say it holds.\n');
  const [item] = await itemsOf(server, uri);
  const places = [
    {
      location: { uri, range: { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } } },
      message: 'The dams stand here.',
    },
  ];
  expect(item?.relatedInformation).toEqual(isShown ? places : undefined);
});

test('the client’s folder of rule pages wins over the server’s, and without either there is no link', async () => {
  const told = await startTestServer({
    environment: { ...experts, docsUri: 'file:///rules/' },
    initializationOptions: { docsUri: 'vscode-vfs://extension/rules/' },
  });
  const [linked] = await itemsOf(told, told.open('Experts say it.'));
  expect(linked?.codeDescription?.href).toBe('vscode-vfs://extension/rules/vague-source.md');

  const untold = await startTestServer({ environment: experts });
  const [plain] = await itemsOf(untold, untold.open('Experts say it.'));
  expect(plain).not.toHaveProperty('codeDescription');
});

test.each([
  ['error', 1],
  ['warning', 2],
  ['information', 3],
  ['hint', 4],
] as const)('severity %s is sent as %i', async (severity, code) => {
  const server = await startTestServer({ environment: { check: flagging(/Experts/, { severity }) } });
  expect((await itemsOf(server, server.open('Experts say it.'))).map(item => item.severity)).toEqual([code]);
});

test('the core’s own rules are at work', async () => {
  const server = await startTestServer();
  const items = await itemsOf(server, server.open('Experts say the dam will hold.\n'));
  expect(items.length).toBeGreaterThan(0);
  expect(rules.map(({ id }) => id)).toContain(items[0]?.code);
});

test('the same result is not sent twice, whatever version it is of', async () => {
  const server = await startTestServer({ environment: experts });
  const uri = server.open('Experts say it.');
  const first = await pull(server, uri);
  expect(first.kind).toBe('full');
  expect(await pull(server, uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  server.change(uri, 2, { text: 'Experts say so.' });
  expect(await pull(server, uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

  server.change(uri, 3, { text: 'The Experts say so.' });
  const moved = await pull(server, uri, first.resultId);
  expect(moved.kind).toBe('full');
  expect(moved.resultId).not.toBe(first.resultId);
});

test('a document that is not open has no diagnostics', async () => {
  const server = await startTestServer({ environment: experts });
  expect(await pull(server, 'file:///elsewhere.md')).toEqual({ kind: 'full', items: [] });
  const uri = server.open('Experts say it.');
  expect(await itemsOf(server, uri)).toHaveLength(1);
  server.close(uri);
  expect(await itemsOf(server, uri)).toEqual([]);
});

test('a document that is too long gets one notice that names the setting', async () => {
  const server = await startTestServer({ environment: experts, settings: () => ({ maximumLength: 1000 }) });
  const uri = server.open(`Experts say it.\r\n${'x'.repeat(1000)}`);
  const items = await itemsOf(server, uri);
  expect(items).toEqual([
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 15 } },
      severity: 3,
      code: 'too-long',
      source: 'Says Who',
      message:
        'This document was not checked: it has 1,017 characters, more than the 1,000 that “sayswho.maximumLength” allows. ' +
        'Raise that setting to check it.',
    },
  ]);
  server.change(uri, 2, { text: 'Experts say it.' });
  expect((await itemsOf(server, uri)).map(item => item.code)).toEqual(['vague-source']);
});

test('paragraphs in another language have one notice, and no finding', async () => {
  const server = await startTestServer({ environment: experts });
  const german = 'Experten sagen, dass der Damm nicht hält, und die Mieten sind gestiegen.';
  const uri = server.open(`Experts say it.\n\n${german}\n\n${german}\n`);
  expect((await itemsOf(server, uri)).map(({ code, severity, range }) => [code, severity, range.start.line])).toEqual([
    ['other-language', 3, 2],
    ['vague-source', 2, 0],
  ]);
});

test('a document for which the checks are switched off has no diagnostics', async () => {
  const server = await startTestServer({ environment: experts, settings: () => ({ enable: false }) });
  expect(await itemsOf(server, server.open('Experts say it.'))).toEqual([]);
});

test('settings are those of the document', async () => {
  const server = await startTestServer({
    environment: experts,
    settings: uri => ({ enable: !uri.includes('quiet') }),
  });
  expect(await itemsOf(server, server.open('Experts say it.', { uri: 'file:///quiet/a.md' }))).toEqual([]);
  expect(await itemsOf(server, server.open('Experts say it.', { uri: 'file:///loud/a.md' }))).toHaveLength(1);
});

test('one rule’s failure leaves the findings of the others', async () => {
  const broken = {
    ...rules[0],
    id: 'broken-rule',
    check: () => {
      throw new Error('a deliberate failure');
    },
  } as (typeof rules)[number];
  const server = await startTestServer({
    environment: { check: (article, settings) => check(article, settings, { rules: [broken, ...rules] }) },
  });
  expect(await itemsOf(server, server.open('Experts say the dam will hold.\n'))).not.toEqual([]);
});

test.each([
  ['an empty document', '', 0],
  ['NUL bytes', 'Experts\0say it.\n\0\n', 1],
  ['lone surrogates', '\uD83D Experts say it. \uDE00\n\nExperts \uDE00\uD83D agree.', 2],
  ['mixed line ends', 'One.\r\nExperts say.\rTwo.\nExperts say.', 2],
  ['a byte order mark', '\uFEFFExperts say it.', 1],
])('reads %s', async (_, text, count) => {
  const server = await startTestServer({ environment: experts });
  const uri = server.open(text, { uri: 'file:///my%20drafts/%F0%9F%93%B0%20op-ed.md' });
  const items = await itemsOf(server, uri);
  expect(items).toHaveLength(count);
  const lines = text.split(/\r\n|\r|\n/);
  for (const { range } of items)
    expect(lines[range.start.line]?.slice(range.start.character, range.end.character)).toBe('Experts');
});

test('a client that cannot pull is offered nothing to pull', async () => {
  const { result } = await startTestServer({ client: { ...generousClient, textDocument: {} } });
  expect(result.capabilities).not.toHaveProperty('diagnosticProvider');
});
