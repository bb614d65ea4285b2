import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type BuiltServer, buildServer } from '../support/build-server.ts';

let server: BuiltServer;

beforeAll(async () => {
  server = await buildServer();
});
afterAll(() => server.remove());

function start(args: readonly string[], stdio: 'pipe' | 'ipc') {
  const child = spawn(process.execPath, [server.path, ...args], {
    stdio: stdio === 'ipc' ? ['ignore', 'ignore', 'ignore', 'ipc'] : 'pipe',
  });
  onTestFinished(() => void child.kill());
  return child;
}

/** Goes through one short session and gives the diagnostics that were pushed. */
async function converse(connection: ProtocolConnection): Promise<PublishDiagnosticsParams> {
  connection.listen();
  const pushed = new Promise<PublishDiagnosticsParams>(resolve =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  // Without capabilities, as small clients say it.
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {
      uri: 'file:///tmp/op%20ed.md',
      languageId: 'markdown',
      version: 1,
      text: 'Experts say the dam will hold.\n',
    },
  });
  return pushed;
}

test('the bundle serves over standard input and output, links to the rule pages beside it, and exits with 0', async () => {
  const child = start(['--stdio'], 'pipe');
  if (!child.stdout || !child.stdin) throw new Error('The process has no pipes.');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const { diagnostics } = await converse(connection);
  expect(diagnostics[0]?.codeDescription?.href).toBe(
    new URL(`../../docs/rules/${diagnostics[0]?.code}.md`, pathToFileURL(server.path)).href,
  );
  const exit = once(child, 'exit');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect((await exit)[0]).toBe(0);
});

test('the bundle serves over the channel between Node processes, and exits with 1 without a shutdown', async () => {
  const child = start(['--node-ipc'], 'ipc');
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  expect((await converse(connection)).diagnostics.length).toBeGreaterThan(0);
  const exit = once(child, 'exit');
  await connection.sendNotification('exit');
  expect((await exit)[0]).toBe(1);
});

test('a client that goes away takes the server with it', async () => {
  const child = start(['--stdio'], 'pipe');
  const exit = once(child, 'exit');
  child.stdin?.end();
  expect((await exit)[0]).toBe(1);
});

test('without arguments it says how to start it', async () => {
  const child = start([], 'pipe');
  const exit = once(child, 'exit');
  const [output, complaint] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
  ]);
  expect(output).toBe('');
  expect(complaint).toMatch(/^[^\n]*--stdio[^\n]*\n$/);
  expect((await exit)[0]).toBe(2);
});
