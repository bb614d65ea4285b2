import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver';
import { createNodeFiles } from '../../../server/files/node.ts';
import {
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerResult,
  ledgerRequest,
} from '../../../server/protocol/ledger.ts';
import { generousClient, startTestServer } from '../../support/start-test-server.ts';

const draft = 'Landings have fallen by 40 per cent since 2015. The council sold 12 boats in 2019.\n';
const renamingClient = {
  ...generousClient,
  workspace: {
    ...generousClient.workspace,
    fileOperations: { willRename: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] },
  },
};

/** A folder with a draft of which one claim is verified, and an editor that renames as editors do. */
async function desk(settings: object = {}, name = 'trade/op-ed.md') {
  const root = await mkdtemp(join(tmpdir(), 'sayswho renames '));
  onTestFinished(() => rm(root, { recursive: true }));
  const server = await startTestServer({
    client: renamingClient,
    rootUri: pathToFileURL(root).href,
    settings: () => ({ ledger: { checker: 'Ana Ruiz', ...settings } }),
    environment: { files: createNodeFiles(), today: () => ({ year: 2026, month: 5, day: 12 }) },
  });
  const uriOf = (file: string) => pathToFileURL(join(root, file)).href;
  const ledgerOf = (uri: string): Promise<LedgerResult> =>
    server.connection.sendRequest(ledgerRequest, { textDocument: { uri } });
  const uri = uriOf(name);
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), draft);
  server.open(draft, { uri });
  const { items } = await ledgerOf(uri);
  const verify = (at: string, ...ids: (string | undefined)[]): Promise<ChangeLedgerResult> =>
    server.connection.sendRequest(changeLedgerRequest, {
      textDocument: { uri: at },
      changes: [{ kind: 'status', ids, status: 'verified' }],
    });
  await verify(uri, items[0]?.id);
  const edit = (...files: [string, string][]): Promise<WorkspaceEdit | null> =>
    server.connection.sendRequest('workspace/willRenameFiles', {
      files: files.map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) })),
    });
  /** Applies the answer, and then renames what was to be renamed. */
  const renameAs = async (from: string, to: string) => {
    const moves = ((await edit([from, to]))?.documentChanges ?? []) as RenameFile[];
    const all = [...moves.map(move => [move.oldUri, move.newUri] as const), [uriOf(from), uriOf(to)] as const];
    for (const [source, target] of all) {
      await mkdir(dirname(fileURLToPath(target)), { recursive: true });
      await rename(fileURLToPath(source), fileURLToPath(target));
    }
  };
  const reopened = (file: string) => {
    server.close(uri);
    server.open(draft, { uri: uriOf(file) });
    return ledgerOf(uriOf(file));
  };
  return { root, server, uriOf, edit, renameAs, reopened, verify };
}
const oneVerified = { state: 'ok', progress: { settled: 1, total: 2 } };

test('a draft that is renamed takes its record along, which names it from the next change on', async () => {
  const { root, renameAs, reopened, uriOf, verify } = await desk();
  await renameAs('trade/op-ed.md', 'trade/quay $& "final".md');
  const result = await reopened('trade/quay $& "final".md');
  expect(result).toMatchObject(oneVerified);
  await verify(uriOf('trade/quay $& "final".md'), result.items[1]?.id);
  const record = await readFile(join(root, 'trade/quay $& "final".md.claims.yaml'), 'utf8');
  expect(record).toContain('# The record of checking of quay $& "final".md, kept by Says Who');
  expect(record).toContain('\ndraft: "quay $& \\"final\\".md"\n');
});

test('a folder takes along what is recorded in it, wherever the records lie', async () => {
  const beside = await desk();
  expect(await beside.edit(['trade', 'commerce'])).toBeNull();
  await beside.renameAs('trade', 'commerce');
  expect(await beside.reopened('commerce/op-ed.md')).toMatchObject(oneVerified);

  const gathered = await desk({ folder: 'records' });
  expect(await gathered.edit(['trade', 'commerce'])).toEqual({
    documentChanges: [
      {
        kind: 'rename',
        oldUri: gathered.uriOf('records/trade'),
        newUri: gathered.uriOf('records/commerce'),
        options: { ignoreIfExists: true },
      },
    ],
  });
  await gathered.renameAs('trade', 'commerce');
  expect(await gathered.reopened('commerce/op-ed.md')).toMatchObject(oneVerified);
});

test('a gathered record follows its draft into another folder', async () => {
  const { renameAs, reopened } = await desk({ folder: 'records' });
  await renameAs('trade/op-ed.md', 'old/2026/op-ed.md');
  expect(await reopened('old/2026/op-ed.md')).toMatchObject(oneVerified);
});

test('what has no record, and what is moved along with its record, needs nothing', async () => {
  const { edit } = await desk();
  expect(await edit(['trade/notes.md', 'trade/other.md'], ['trade/op-ed.md.claims.yaml', 'x.yaml'])).toBeNull();
  const together: [string, string][] = [
    ['trade/op-ed.md', 'old/op-ed.md'],
    ['trade/op-ed.md.claims.yaml', 'old/op-ed.md.claims.yaml'],
  ];
  expect(await edit(...together)).toBeNull();
});

test('is offered only to a client that can rename', async () => {
  const environment = { files: createNodeFiles() };
  const able = await startTestServer({ client: renamingClient, environment });
  expect(able.result.capabilities.workspace?.fileOperations?.willRename).toBeDefined();
  const unable = await startTestServer({ environment });
  expect(unable.result.capabilities.workspace?.fileOperations).toBeUndefined();
});
