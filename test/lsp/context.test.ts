import { expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import type { Article } from '../../server/core/index.ts';
import { claimsRequest } from '../../server/protocol/messages.ts';
import { startTestServer, type TestServer } from '../support/start-test-server.ts';
import { flagging } from './flagging.ts';

/** A server whose client keeps the settings back until it is told to give them, so that requests wait. */
async function startWaiting(): Promise<{ server: TestServer; answer: () => void; checked: Article[] }> {
  const experts = flagging(/Experts/);
  const checked: Article[] = [];
  let answer: () => void = () => undefined;
  const given = new Promise<undefined>(resolve => (answer = () => resolve(undefined)));
  const server = await startTestServer({
    environment: {
      check: (article, settings) => {
        checked.push(article);
        return experts(article, settings);
      },
    },
    settings: () => given,
  });
  return { server, answer: () => answer(), checked };
}

const requests = (uri: string): [string, object][] => {
  const textDocument = { uri };
  const position = { line: 0, character: 0 };
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/hover', { textDocument, position }],
    [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
    ],
    ['textDocument/documentSymbol', { textDocument }],
    [claimsRequest, { textDocument }],
  ];
};

const hoverOf = (uri: string): [string, object] => requests(uri)[1] as [string, object];

test('requests that are cancelled while they wait end as cancelled, and nothing is read for them', async () => {
  const { server, answer, checked } = await startWaiting();
  const uri = server.open('Experts say it.');
  const source = new CancellationTokenSource();
  const pending = requests(uri).map(([method, params]) => server.connection.sendRequest(method, params, source.token));
  const settled = Promise.allSettled(pending);
  await server.next('workspace/configuration');
  source.cancel();
  answer();
  expect((await settled).map(outcome => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
    pending.map(() => LSPErrorCodes.RequestCancelled),
  );
  expect(checked).toEqual([]);
  expect(await server.connection.sendRequest(...hoverOf(uri))).not.toBeNull();
  expect(checked).toHaveLength(1);
});

test('what was read is forgotten when the document closes', async () => {
  const { server, answer, checked } = await startWaiting();
  answer();
  const uri = server.open('Experts say it.');
  await server.connection.sendRequest(...hoverOf(uri));
  server.close(uri);
  server.open('Experts say it.');
  await server.connection.sendRequest(...hoverOf(uri));
  expect(checked).toHaveLength(2);
  expect(checked[1]?.blocks[0]?.block).not.toBe(checked[0]?.blocks[0]?.block);
});

test('answers to an outdated question are held back, and diagnostics are to be asked for again', async () => {
  const { server, answer } = await startWaiting();
  const uri = server.open('Experts say it.');
  const settled = Promise.allSettled(
    requests(uri).map(([method, params]) => server.connection.sendRequest(method, params)),
  );
  await server.next('workspace/configuration');
  server.change(uri, 2, { text: 'Two experts say it.' });
  answer();
  const [diagnostics, ...others] = (await settled).map(outcome => outcome.status === 'rejected' && outcome.reason);
  expect(diagnostics).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
  expect(others.map(error => error.code)).toEqual(others.map(() => LSPErrorCodes.ContentModified));
});

test('a document that closes while a request waits is not answered from memory', async () => {
  const { server, answer } = await startWaiting();
  const uri = server.open('Experts say it.');
  const pending = server.connection.sendRequest(...hoverOf(uri));
  await server.next('workspace/configuration');
  server.close(uri);
  answer();
  expect(await pending).toBeNull();
});

test('an exception becomes an error with a sentence, is logged, and the next request is served', async () => {
  const experts = flagging(/Experts/);
  const server = await startTestServer({
    environment: {
      check: (article, settings) => {
        if (article.text.includes('trap')) throw new Error('a deliberate failure');
        return experts(article, settings);
      },
    },
  });
  const trap = server.open('A trap.', { uri: 'file:///trap.md' });
  await expect(server.connection.sendRequest(...hoverOf(trap))).rejects.toMatchObject({
    code: ErrorCodes.InternalError,
    message: 'Says Who could not work out the hover: a deliberate failure',
  });
  expect(server.log).toEqual([expect.stringMatching(/the hover for file:\/\/\/trap\.md[\s\S]*context\.test\.ts/)]);
  server.change(trap, 2, { text: 'Experts say it.' });
  expect(await server.connection.sendRequest(...hoverOf(trap))).not.toBeNull();
});

test('after shutdown requests are refused', async () => {
  const server = await startTestServer();
  const uri = server.open('Experts say it.');
  await server.connection.sendRequest('shutdown');
  await expect(server.connection.sendRequest(...hoverOf(uri))).rejects.toMatchObject({
    code: ErrorCodes.InvalidRequest,
  });
});

test('many changes and requests at once leave the server with the last text', async () => {
  const server = await startTestServer({ environment: { check: flagging(/Experts/) } });
  const uri = server.open('');
  const pending: Promise<unknown>[] = [];
  const end = { line: 0, character: Number.MAX_SAFE_INTEGER };
  for (let version = 2; version < 50; version++) {
    server.change(uri, version, { range: { start: end, end }, text: 'Experts ' });
    pending.push(server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }));
  }
  await Promise.allSettled(pending);
  const report = await server.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(report.items).toHaveLength(48);
});
