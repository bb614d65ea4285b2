import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';

const source = fileURLToPath(new URL('../../server/lsp/worker.ts', import.meta.url));

/** Gives a Node worker the global that a browser's has, and no more than the server's reader and writer need. */
const browserGlobals = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = {
    postMessage: message => parentPort.postMessage(message),
    set onmessage(listener) { parentPort.on('message', data => listener({ data })); },
    addEventListener() {},
  };
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

test('the bundle for browsers serves from a worker and needs nothing of Node', async () => {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    format: 'iife',
    banner: { js: browserGlobals },
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code.replace(browserGlobals, '')).not.toMatch(/require\(["']node:/);

  const worker = new Worker(code, { eval: true });
  onTestFinished(() => void worker.terminate());
  const next = (wanted: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.on('message', (message: Message) => wanted(message) && resolve(message));
    });
  const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });

  const initialized = next(({ id }) => id === 1);
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  expect((await initialized).result).toMatchObject({ capabilities: { hoverProvider: true } });

  const pushed = next(({ method }) => method === 'textDocument/publishDiagnostics');
  const textDocument = {
    uri: 'vscode-vfs://x/a.md',
    languageId: 'markdown',
    version: 1,
    text: 'Experts say the dam will hold.',
  };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
  expect((await pushed).params).toMatchObject({ version: 1, diagnostics: [{ source: 'Says Who' }] });
});
