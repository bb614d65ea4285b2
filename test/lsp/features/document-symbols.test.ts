import { expect, test } from 'vitest';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { claimState, claimsOf, read } from '../../../server/core/index.ts';
import { stateWording } from '../../../server/lsp/wording.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

const symbolsOf = <Symbols = DocumentSymbol[]>(server: TestServer, uri: string): Promise<Symbols> =>
  server.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });

const draft = [
  'Unemployment rose by 40 per cent last year.',
  '',
  '# Housing',
  '',
  'The city built **1,200 homes** in 2019.',
  '',
  '## Rents',
  '',
  'Rents doubled between 2010 and 2020.',
  '',
  '## Thanks',
  '',
  'Thank you!',
  '',
  '# Schools',
  '',
  'The council closed 14 schools in 2021.',
  '',
].join('\n');

/** Names only, children indented. */
const outline = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, children }) => [indent + name, ...outline(children ?? [], `${indent}  `)]);

test('shows the claims under their headings, and no heading without a claim', async () => {
  const server = await startTestServer();
  const symbols = await symbolsOf(server, server.open(draft));
  expect(outline(symbols)).toEqual([
    'Unemployment rose by 40 per cent last year.',
    'Housing',
    '  The city built 1,200 homes in 2019.',
    '  Rents',
    '    Rents doubled between 2010 and 2020.',
    'Schools',
    '  The council closed 14 schools in 2021.',
  ]);
});

test('a heading reaches to the next of its level, a claim is its sentence', async () => {
  const server = await startTestServer();
  const [, housing] = await symbolsOf(server, server.open(draft));
  expect(housing).toMatchObject({
    kind: 15,
    range: { start: { line: 2, character: 0 }, end: { line: 14, character: 0 } },
    selectionRange: { start: { line: 2 }, end: { line: 2 } },
  });
  const sentence = { start: { line: 4, character: 0 }, end: { line: 4, character: 39 } };
  expect(housing?.children?.[0]).toMatchObject({
    kind: 17,
    range: sentence,
    selectionRange: sentence,
  });
});

test('says how each claim stands', async () => {
  const text = 'Unemployment rose by 40 per cent last year. [citation needed]\n\nTaxes fell by 40 per cent in 2019.';
  const server = await startTestServer();
  const symbols = await symbolsOf(server, server.open(text));
  const states = claimsOf(read(text, 'markdown')).map(({ claim }) => stateWording[claimState(claim)]);
  expect(symbols.map(({ detail }) => detail)).toEqual(states);
  expect(states[0]).toBe('marked for a source');
});

test('a flat list for a client that knows no hierarchy', async () => {
  const server = await startTestServer({ client: {} });
  const uri = server.open(draft);
  const symbols = await symbolsOf<SymbolInformation[]>(server, uri);
  expect(symbols.map(({ name, containerName }) => [containerName, name])).toEqual([
    [undefined, 'Unemployment rose by 40 per cent last year.'],
    ['Housing', 'The city built 1,200 homes in 2019.'],
    ['Rents', 'Rents doubled between 2010 and 2020.'],
    ['Schools', 'The council closed 14 schools in 2021.'],
  ]);
  expect(symbols[0]?.location).toEqual({
    uri,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 43 } },
  });
});

test('a long claim is shortened and every name has words', async () => {
  const server = await startTestServer();
  const symbols = await symbolsOf(
    server,
    server.open(`# ![](x.png)\n\nUnemployment rose by 40 per cent in ${'Greater '.repeat(30)}London in 2019.\n`),
  );
  const names = outline(symbols).map(line => line.trim());
  expect(names.at(-1)).toMatch(/^Unemployment rose by 40 per cent in (?:Greater )+Greater…$/);
  for (const name of names) expect(name).toMatch(/./);
});

test('a document without claims has an empty outline', async () => {
  const server = await startTestServer();
  expect(await symbolsOf(server, server.open('# Hello\n\n```\nrose by 40 per cent\n```\n'))).toEqual([]);
});
