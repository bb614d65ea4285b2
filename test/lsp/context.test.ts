import { expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import { claimsRequest } from '../../server/protocol/messages.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { flagging } from './flagging.ts';

/** A server whose client keeps the settings back until it is told to give them, so that requests wait. */
async function startWaiting(): Promise<{ server: TestServer; answer: () => void }> {
  let answer: () => void = () => undefined;
  const given = new Promise<undefined>(resolve => (answer = () => resolve(undefined)));
  const server = await startTestServer({ environment: { check: flagging(/Experts/) }, settings: () => given });
  return { server, answer: () => answer() };
}

const requests = (uri: string): [string, object][] => {
  const textDocument = { uri };
  const position = { line: 0, character: 0 };
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }],
    ['textDocument/documentSymbol', { textDocument }],
    [claimsRequest, { textDocument }],
  ];
};

test('a request that is cancelled while it waits ends as cancelled', async () => {
  const { server, answer } = await startWaiting();
  const uri = server.open('Experts say it.');
  for (const [method, params] of requests(uri)) {
    const source = new CancellationTokenSource();
    const pending = server.connection.sendRequest(method, params, source.token);
    source.cancel();
    await expect(pending).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  }
  answer();
  await expect(server.connection.sendRequest(...(requests(uri)[1] as [string, object]))).resolves.not.toBeNull();
});
