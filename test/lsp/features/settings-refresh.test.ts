import { expect, test } from 'vitest';
import type { DocumentDiagnosticReport, RegistrationParams } from 'vscode-languageserver';
import { generousClient, startTestServer, type TestServer } from '../../support/start-test-server.ts';
import { flagging } from '../flagging.ts';

const environment = { check: flagging(/Experts/) };

const pull = (server: TestServer, uri: string): Promise<DocumentDiagnosticReport> =>
  server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });

test('asks to be told of changes', async () => {
  const server = await startTestServer();
  const { registrations } = await server.next<RegistrationParams>('client/registerCapability');
  expect(registrations).toMatchObject([
    { method: 'workspace/didChangeConfiguration', registerOptions: { section: 'sayswho' } },
  ]);
});

test('asks to be told of settings, files and folders alike, where the client knows them all', async () => {
  const workspace = {
    ...generousClient.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  };
  const server = await startTestServer({
    client: { ...generousClient, workspace },
    initializationOptions: { files: true },
  });
  const asked = [];
  for (let count = 0; count < 3; count++) {
    const { registrations } = await server.next<RegistrationParams>('client/registerCapability');
    asked.push(...registrations.map(({ method }) => method));
  }
  expect(asked.toSorted()).toEqual([
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
  ]);
});

test('asks for nothing where the client lets no server ask', async () => {
  const server = await startTestServer({ client: {} });
  await server.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: server.open('Experts') },
    position: { line: 0, character: 0 },
  });
  expect(server.waiting('client/registerCapability')).toEqual([]);
});

test('a change is fetched anew and the client told to pull again', async () => {
  let enable = true;
  const server = await startTestServer({ environment, settings: () => ({ enable }) });
  const uri = server.open('Experts say it.');
  expect(await pull(server, uri)).toMatchObject({ items: [{ code: 'vague-source' }] });
  await pull(server, uri);
  expect(server.waiting('workspace/configuration')).toHaveLength(1);

  enable = false;
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await server.next('workspace/diagnostic/refresh');
  expect(await pull(server, uri)).toMatchObject({ kind: 'full', items: [] });
  expect(server.waiting('workspace/configuration')).toHaveLength(2);
});

test('a client that pulls but knows no refresh is not asked to', async () => {
  const { diagnostics: _, ...workspace } = generousClient.workspace ?? {};
  const server = await startTestServer({ client: { ...generousClient, workspace }, environment });
  const uri = server.open('Experts say it.');
  await pull(server, uri);
  await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await pull(server, uri);
  expect(server.waiting('workspace/diagnostic/refresh')).toEqual([]);
});
