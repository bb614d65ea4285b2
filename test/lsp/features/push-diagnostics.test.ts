import { expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { startTestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

/** A client that announces nothing at all. */
const bareClient: ClientCapabilities = {};
const environment = { check: flagging(/Experts/), pushDelay: 20 };

test('pushes on open, with the version that was read', async () => {
  const server = await startTestServer({ client: bareClient, environment });
  const uri = server.open('Experts say it.');
  const { version, diagnostics, uri: about } = await server.nextPush();
  expect({ about, version, codes: diagnostics.map(({ code }) => code) }).toEqual({
    about: uri,
    version: 1,
    codes: ['vague-source'],
  });
});

test('pushes once for a burst of changes, when it is over', async () => {
  const server = await startTestServer({ client: bareClient, environment: { ...environment, pushDelay: 300 } });
  const uri = server.open('Experts say it.');
  await server.nextPush();
  for (let version = 2; version <= 6; version++) server.change(uri, version, { text: 'Experts! '.repeat(version) });
  const { version, diagnostics } = await server.nextPush();
  expect({ version, count: diagnostics.length }).toEqual({ version: 6, count: 6 });

  const later = server.open('Experts say it.', { uri: 'file:///later.md' });
  server.change(later, 2, { text: 'Experts say so.' });
  expect([(await server.nextPush()).uri, (await server.nextPush()).uri]).toEqual([later, later]);
});

test('pushes at once when a document is opened again', async () => {
  const server = await startTestServer({ client: bareClient, environment: { ...environment, pushDelay: 1_000_000 } });
  const uri = server.open('Experts say it.');
  await server.nextPush();
  server.close(uri);
  await server.nextPush();
  server.open('Experts, experts.');
  expect(await server.nextPush()).toMatchObject({ uri, version: 1, diagnostics: [{ code: 'vague-source' }] });
});

test('pushes at once on save', async () => {
  const server = await startTestServer({ client: bareClient, environment: { ...environment, pushDelay: 1_000_000 } });
  const uri = server.open('Experts say it.');
  await server.nextPush();
  server.change(uri, 2, { text: 'Nobody says it.' });
  await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  expect(await server.nextPush()).toMatchObject({ version: 2, diagnostics: [] });
});

test('clears what it pushed when the document closes, and pushes nothing after', async () => {
  const server = await startTestServer({ client: bareClient, environment });
  const uri = server.open('Experts say it.');
  await server.nextPush();
  server.change(uri, 2, { text: 'Experts, Experts.' });
  server.close(uri);
  expect(await server.nextPush()).toEqual({ uri, diagnostics: [] });
  const other = server.open('Experts say it.', { uri: 'file:///other.md' });
  server.change(other, 2, { text: 'Experts say so.' });
  const later = [await server.nextPush(), await server.nextPush()];
  expect(later.map(push => [push.uri, push.version])).toEqual([
    [other, 1],
    [other, 2],
  ]);
});

test('a document that closes while its settings are fetched gets no late diagnostics', async () => {
  let answer: (settings: unknown) => void = () => undefined;
  const server = await startTestServer({
    client: { workspace: { configuration: true } },
    environment,
    settings: uri => (uri.includes('slow') ? new Promise(resolve => (answer = resolve)) : undefined),
  });
  const slow = server.open('Experts say it.', { uri: 'file:///slow.md' });
  await server.next('workspace/configuration');
  server.close(slow);
  expect(await server.nextPush()).toEqual({ uri: slow, diagnostics: [] });
  answer(undefined);
  server.open('Experts say it.', { uri: 'file:///other.md' });
  expect((await server.nextPush()).uri).toBe('file:///other.md');
});

test('pushes again when settings change', async () => {
  const server = await startTestServer({ client: bareClient, environment });
  server.open('Experts say it.');
  expect((await server.nextPush()).diagnostics).toHaveLength(1);
  await server.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { sayswho: { enable: false } },
  });
  expect((await server.nextPush()).diagnostics).toEqual([]);
});

test('an exception is logged, and the next document is served', async () => {
  const check: typeof environment.check = (article, settings) => {
    if (article.text.includes('trap')) throw new Error('a deliberate failure');
    return environment.check(article, settings);
  };
  const server = await startTestServer({ client: bareClient, environment: { check } });
  server.open('A trap.', { uri: 'file:///trap.md' });
  expect(await server.next('window/logMessage')).toContain('a deliberate failure');
  server.open('Experts say it.');
  expect((await server.nextPush()).diagnostics).toHaveLength(1);
});
