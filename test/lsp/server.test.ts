import { expect, test } from 'vitest';
import { ErrorCodes, TextDocumentSyncKind } from 'vscode-languageserver';
import { connect, startTestServer } from '../support/start-test-server.ts';

test('says what it can do to a client that announces nothing', async () => {
  const { result } = await startTestServer({ client: {} });
  expect(result).toEqual({
    serverInfo: { name: 'Says Who' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      documentSymbolProvider: { label: 'Claims' },
    },
  });
});

test('says what it can do to a client that can do everything', async () => {
  const { result } = await startTestServer();
  expect(Object.keys(result.capabilities).sort()).toEqual([
    'codeActionProvider',
    'diagnosticProvider',
    'documentSymbolProvider',
    'hoverProvider',
    'positionEncoding',
    'textDocumentSync',
  ]);
});

test('refuses requests before it is initialized, and a second initialization', async () => {
  const { connection } = connect({});
  const hover = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } };
  await expect(connection.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({
    code: ErrorCodes.ServerNotInitialized,
  });
  const hello = { processId: null, rootUri: null, capabilities: {} };
  await connection.sendRequest('initialize', hello);
  await expect(connection.sendRequest('initialize', hello)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  expect(await connection.sendRequest('textDocument/hover', hover)).toBeNull();
});

test.each([
  ['no capabilities', {}],
  ['null for capabilities', { capabilities: null }],
])('serves a client that sends %s', async (_, sent) => {
  const { connection } = connect({});
  const result = await connection.sendRequest('initialize', { processId: null, rootUri: null, ...sent });
  expect(result).toMatchObject({ capabilities: { positionEncoding: 'utf-16', hoverProvider: true } });
});

test('lets a client try again after an initialization that failed', async () => {
  const { connection } = connect({});
  const hello = { processId: null, rootUri: null, capabilities: {} };
  const broken = { ...hello, initializationOptions: { docsUri: 7 } };
  await expect(connection.sendRequest('initialize', broken)).rejects.toMatchObject({ code: ErrorCodes.InternalError });
  await expect(connection.sendRequest('initialize', hello)).resolves.toHaveProperty('capabilities');
});

test('says that it does not know a request', async () => {
  const { connection } = await startTestServer();
  await expect(connection.sendRequest('sayswho/nonsense', {})).rejects.toMatchObject({
    code: ErrorCodes.MethodNotFound,
    message: expect.stringContaining('sayswho/nonsense'),
  });
});
