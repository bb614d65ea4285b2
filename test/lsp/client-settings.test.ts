import { expect, test } from 'vitest';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/start-test-server.ts';
import { flagging } from './flagging.ts';

const environment = { check: flagging(/Experts/) };
const off = { enable: false };

/** Whether a draft is checked under the settings that the server came to hold. */
async function isChecked(server: TestServer): Promise<boolean> {
  const uri = server.open('Experts say it.');
  return (await hover(server, uri)) !== null;
}
const hover = (server: TestServer, uri: string): Promise<unknown> =>
  server.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 0 },
  });

const asking: TestServerOptions = { client: { workspace: { configuration: true } }, environment };
const silent: TestServerOptions = { client: {}, environment };

test.each<[string, TestServerOptions, boolean]>([
  ['no settings at all', silent, true],
  ['settings asked for', { ...asking, settings: () => off }, false],
  ['settings in the initialization options', { ...silent, initializationOptions: { settings: off } }, false],
  ['the same, as a section', { ...silent, initializationOptions: { settings: { sayswho: off } } }, false],
  [
    'a client that has none to tell but gave some at the start',
    { ...asking, initializationOptions: { settings: off } },
    false,
  ],
  ['initialization options of a strange shape', { ...silent, initializationOptions: 'loud' }, true],
])('%s', async (_, options, checked) => {
  expect(await isChecked(await startTestServer(options))).toBe(checked);
});

test('settings that come with the news of a change', async () => {
  const server = await startTestServer(silent);
  expect(await isChecked(server)).toBe(true);
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { sayswho: off } });
  expect(await isChecked(server)).toBe(false);
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { other: {} } });
  expect(await isChecked(server)).toBe(false);
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: { sayswho: {} } });
  expect(await isChecked(server)).toBe(true);
});

test('are asked for once for each document, and again after it was closed', async () => {
  const server = await startTestServer(asking);
  const uri = server.open('Experts say it.');
  await Promise.all([hover(server, uri), hover(server, uri)]);
  await hover(server, uri);
  expect(server.waiting('workspace/configuration')).toEqual([[{ scopeUri: uri, section: 'sayswho' }]]);
  server.close(uri);
  server.open('Experts say it.');
  await hover(server, uri);
  expect(server.waiting('workspace/configuration')).toHaveLength(2);
});

test('a client that fails to answer costs a line in the log and nothing else', async () => {
  const server = await startTestServer({
    ...asking,
    settings: () => {
      throw new Error('no settings today');
    },
  });
  expect(await isChecked(server)).toBe(true);
  expect(server.log).toEqual([expect.stringContaining('the defaults are used')]);
});

test('each problem is logged once, and the other settings hold', async () => {
  const server = await startTestServer({
    ...asking,
    settings: () => ({ placeholderStyle: 'emoji', rules: { nonsense: 'error', 'vague-source': 7 }, colour: 'red' }),
  });
  for (const uri of ['file:///a.md', 'file:///b.md']) {
    server.open('Experts say it.', { uri });
    await hover(server, uri);
  }
  expect(server.log).toHaveLength(4);
  const log = server.log.join('\n');
  for (const word of ['sayswho.placeholderStyle', 'nonsense', 'vague-source', 'sayswho.colour'])
    expect(log).toContain(word);
});

test.each([['a string'], [42], [[]], [{ rules: [] }], [{ enable: 'yes' }]])(
  '%j instead of settings is survived',
  async settings => {
    const server = await startTestServer({ ...asking, settings: () => settings });
    expect(await isChecked(server)).toBe(true);
    expect(server.log.length).toBeGreaterThan(0);
  },
);
