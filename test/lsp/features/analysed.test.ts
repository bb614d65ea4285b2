import { expect, test } from 'vitest';
import { type AnalysedParams, analysedNotification } from '../../../server/protocol/messages.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

const environment = { check: flagging(/Experts/) };
const listening = { analysed: true };

/** Makes the server read a document. */
const pull = (server: TestServer, uri: string): Promise<unknown> =>
  server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });

test('tells what came of every new version, once', async () => {
  const server = await startTestServer({ environment, initializationOptions: listening });
  const uri = server.open('Experts say that unemployment rose by 40 per cent last year.\n');
  await pull(server, uri);
  await pull(server, uri);
  expect(await server.next<AnalysedParams>(analysedNotification)).toEqual({
    uri,
    version: 1,
    counts: { error: 0, warning: 1, information: 0, hint: 0 },
    claims: 1,
    open: 1,
    modelProblems: [],
    failedRules: [],
    foreign: 0,
    settingProblems: [],
  });
  server.change(uri, 2, { text: '# Thanks' });
  await pull(server, uri);
  expect(await server.next<AnalysedParams>(analysedNotification)).toMatchObject({ version: 2, claims: 0, open: 0 });
  expect(server.waiting(analysedNotification)).toEqual([]);
});

test('counts the paragraphs that were left unread because they are not in English', async () => {
  const server = await startTestServer({ environment, initializationOptions: listening });
  const english = 'The town council voted on the lease of the quay in the spring.';
  const german = 'Die Mieten sind seit dem Jahr 2015 gestiegen, und der Hafen gehört der Stadt.';
  await pull(server, server.open(`${english}\n\n${german}\n\n${german}\n`));
  expect(await server.next<AnalysedParams>(analysedNotification)).toMatchObject({ foreign: 2 });
});

test('says nothing to a client that does not listen', async () => {
  const server = await startTestServer({ environment });
  await pull(server, server.open('Experts say it.'));
  expect(server.waiting(analysedNotification)).toEqual([]);
});

test('names failed rules and settings that were not understood', async () => {
  const server = await startTestServer({
    environment: { check: () => ({ findings: [], failures: [{ ruleId: 'vague-source', error: 'Error: oh' }] }) },
    initializationOptions: listening,
    settings: () => ({ maximumLength: 'long' }),
  });
  await pull(server, server.open('Experts say it.'));
  const { failedRules, settingProblems } = await server.next<AnalysedParams>(analysedNotification);
  expect(failedRules).toEqual(['vague-source']);
  expect(settingProblems).toEqual([expect.stringContaining('sayswho.maximumLength')]);
});

test.each([
  [{ enable: false }, 'sayswho.enable'],
  [{ maximumLength: 1000 }, 'sayswho.maximumLength'],
])('says why a document was not read under %j', async (settings, remedy) => {
  const server = await startTestServer({ environment, initializationOptions: listening, settings: () => settings });
  await pull(server, server.open('Experts rose by 40 per cent. '.repeat(100)));
  const { notRead, counts, claims } = await server.next<AnalysedParams>(analysedNotification);
  expect(notRead).toContain(remedy);
  expect({ claims, warnings: counts.warning }).toEqual({ claims: 0, warnings: 0 });
});
