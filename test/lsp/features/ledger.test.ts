import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createNodeFiles } from '../../../server/files/node.ts';
import {
  applyImportRequest,
  type ChangeLedgerResult,
  changeLedgerRequest,
  type ExportLedgerResult,
  exportLedgerRequest,
  type LedgerChange,
  type LedgerResult,
  ledgerRequest,
  type PreviewImportResult,
  previewImportRequest,
  resolveLedgerRequest,
  setAsideLedgerRequest,
} from '../../../server/protocol/ledger.ts';
import { startTestServer, type TestServer } from '../../support/start-test-server.ts';

const draft =
  '# The quay\n\nLandings have fallen by 40 per cent since 2015. The council sold 12 boats in 2019.\n\n# Rents\n\n“Rents in Vell rose by 7 per cent,” Ada Fenn said.\n';

let root: string;
let folder: string;
let path: string;
let uri: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sayswho ledger '));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(root, `${count++}-`));
  path = join(folder, 'op-ed.md');
  uri = pathToFileURL(path).href;
  await writeFile(path, draft);
});

const start = (settings: object = { ledger: { checker: 'Ana Ruiz' } }) =>
  startTestServer({
    settings: () => settings,
    initializationOptions: { ledger: true },
    environment: { files: createNodeFiles(), today: () => ({ year: 2026, month: 5, day: 12 }) },
  });
const textDocument = () => ({ uri });
const ledgerOf = (server: TestServer): Promise<LedgerResult> =>
  server.connection.sendRequest(ledgerRequest, { textDocument: textDocument() });
const change = (server: TestServer, ...changes: LedgerChange[]): Promise<ChangeLedgerResult> =>
  server.connection.sendRequest(changeLedgerRequest, { textDocument: textDocument(), changes });
const recordPath = () => `${path}.claims.yaml`;

async function opened() {
  const server = await start();
  server.open(draft, { uri });
  const { items } = await ledgerOf(server);
  return { server, ids: items.map(({ id }) => id) };
}

test('lists the claims with sections, speakers and progress before there is a record', async () => {
  const { server } = await opened();
  const result = await ledgerOf(server);
  expect(result).toMatchObject({
    version: 1,
    state: 'none',
    recordUri: `${uri}.claims.yaml`,
    items: [
      {
        text: 'Landings have fallen by 40 per cent since 2015.',
        status: 'unchecked',
        anchor: 'new',
        section: 1,
        settled: false,
      },
      { section: 1, range: { start: { line: 2 } } },
      { section: 2, speaker: 'ada fenn' },
    ],
    sections: [
      { progress: { total: 0 } },
      { title: 'The quay', progress: { settled: 0, total: 2 } },
      { title: 'Rents' },
    ],
    speakers: [{ name: 'Ada Fenn', type: 'person', named: true, direct: 1, indirect: 0 }],
    progress: { settled: 0, total: 3 },
  });
  expect(await readdir(folder)).toEqual(['op-ed.md']);
});

test('a change is on the disk when it is answered, is heard of, and can be taken back', async () => {
  const { server, ids } = await opened();
  const changed = await change(server, { kind: 'status', ids: ids.slice(0, 2), status: 'verified' });
  expect(changed).toMatchObject({ kind: 'ok', changed: 2 });
  expect(await readFile(recordPath(), 'utf8')).toMatch(
    /status: verified\n {2}checker: "Ana Ruiz"\n {2}date: 2026-05-12/,
  );
  expect(await server.next('sayswho/ledgerChanged')).toEqual({ uri });
  expect(await ledgerOf(server)).toMatchObject({ state: 'ok', progress: { settled: 2, total: 3 } });
  if (changed.kind !== 'ok') throw new Error(changed.message);
  expect(await change(server, ...changed.inverse)).toMatchObject({ kind: 'ok' });
  expect(await ledgerOf(server)).toMatchObject({ progress: { settled: 0 }, items: [{ status: 'unchecked' }, {}, {}] });
});

test('a verified claim that is edited turns stale, and no other', async () => {
  const { server, ids } = await opened();
  await change(server, { kind: 'status', ids, status: 'verified' });
  const at = draft.indexOf('40') - draft.indexOf('Landings');
  server.change(uri, 2, {
    range: { start: { line: 2, character: at }, end: { line: 2, character: at + 2 } },
    text: '45',
  });
  const { items, open } = await ledgerOf(server);
  expect(items.map(({ stale }) => stale)).toEqual([true, false, false]);
  expect(items[0]?.changes).toContainEqual({ kind: 'added', text: '45' });
  expect(open).toBe(1);
});

test('hears of what others write, and of what they damage', async () => {
  const { server, ids } = await opened();
  await change(server, { kind: 'status', ids, status: 'verified' });
  await server.next('sayswho/ledgerChanged');
  const written = await readFile(recordPath(), 'utf8');
  await writeFile(recordPath(), written.slice(0, -100));
  await server.next('sayswho/ledgerChanged');
  expect(await ledgerOf(server)).toMatchObject({
    state: 'unreadable',
    canSetAside: true,
    message: expect.stringContaining('cannot be read'),
    // What can still be read is still shown; the last entry is the one that was cut.
    items: [{ status: 'verified' }, { status: 'verified' }, { status: 'unchecked' }],
  });
  expect(await change(server, { kind: 'note', ids, note: 'x' })).toMatchObject({ kind: 'refused' });
  expect(await server.connection.sendRequest(setAsideLedgerRequest, { textDocument: textDocument() })).toMatchObject({
    kind: 'ok',
    aside: `${uri}.claims.yaml.damaged-1`,
    kept: 2,
  });
  expect(await readFile(`${recordPath()}.damaged-1`, 'utf8')).toBe(written.slice(0, -100));
});

test('shows both sides of a merge and takes a choice for each', async () => {
  const { server, ids } = await opened();
  await change(server, { kind: 'status', ids, status: 'verified' });
  const ours = await readFile(recordPath(), 'utf8');
  const theirs = ours.replace('status: verified', 'status: disputed');
  await writeFile(recordPath(), `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> desk\n`);
  expect(await ledgerOf(server)).toMatchObject({
    state: 'conflict',
    conflicts: [
      { id: ids[0], ours: { label: 'HEAD', status: 'verified' }, theirs: { label: 'desk', status: 'disputed' } },
    ],
  });
  const resolve = (choices: object[]) =>
    server.connection.sendRequest(resolveLedgerRequest, { textDocument: textDocument(), choices });
  expect(await resolve([])).toMatchObject({ kind: 'refused', message: expect.stringContaining('one conflict') });
  expect(await resolve([{ id: ids[0], take: 'theirs' }])).toMatchObject({ kind: 'ok' });
  expect(await ledgerOf(server)).toMatchObject({ state: 'ok', items: [{ status: 'disputed' }, {}, {}] });
});

test('exports sheets, and takes an edited one back after a preview', async () => {
  const { server, ids } = await opened();
  await change(server, { kind: 'status', ids: ids.slice(0, 1), status: 'verified' });
  const sheet: ExportLedgerResult = await server.connection.sendRequest(exportLedgerRequest, {
    textDocument: textDocument(),
    format: 'csv',
  });
  if (sheet.kind !== 'ok') throw new Error(sheet.message);
  expect(sheet.fileName).toBe('op-ed.md.facts.csv');
  const csv = sheet.content.replace(/^(.*12 boats.*,)unchecked(,.*)$/m, '$1disputed$2');
  const params = { textDocument: textDocument(), csv };
  const preview: PreviewImportResult = await server.connection.sendRequest(previewImportRequest, params);
  expect(preview).toMatchObject({
    kind: 'ok',
    problems: [],
    unchanged: 2,
    rows: [{ row: 3, id: ids[1], fields: [{ field: 'status', before: 'unchecked', after: 'disputed' }] }],
  });
  expect(await server.connection.sendRequest(applyImportRequest, params)).toMatchObject({ kind: 'ok', changed: 1 });
  expect((await ledgerOf(server)).items.map(({ status }) => status)).toEqual(['verified', 'disputed', 'unchecked']);
});

test('a draft that is not saved has no record yet, and one that is not open none at all', async () => {
  const server = await start();
  const untitled = server.open(draft, { uri: 'untitled:Untitled-1' });
  const params = { textDocument: { uri: untitled } };
  expect(await server.connection.sendRequest(ledgerRequest, params)).toMatchObject({
    state: 'untitled',
    message: expect.stringContaining('Save the draft first'),
    items: { length: 3 },
  });
  expect(await server.connection.sendRequest(changeLedgerRequest, { ...params, changes: [] })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('Save the draft first'),
  });
  expect(
    await server.connection.sendRequest(ledgerRequest, { textDocument: { uri: 'file:///nowhere.md' } }),
  ).toBeNull();
});

test('gathers records in a folder by setting', async () => {
  const server = await start({ ledger: { folder: '.checking' } });
  server.open(draft, { uri });
  const { items } = await ledgerOf(server);
  await change(server, { kind: 'status', ids: items.map(({ id }) => id), status: 'verified' });
  expect(await readdir(join(folder, '.checking'))).toEqual(['op-ed.md.claims.yaml']);
});

test('offers the record of a draft that was renamed', async () => {
  const { server, ids } = await opened();
  await change(server, { kind: 'status', ids, status: 'verified' });
  await rm(path);
  const moved = pathToFileURL(join(folder, 'leader.md')).href;
  await writeFile(join(folder, 'leader.md'), draft);
  server.open(draft, { uri: moved });
  const params = { textDocument: { uri: moved } };
  const result: LedgerResult = await server.connection.sendRequest(ledgerRequest, params);
  expect(result).toMatchObject({ state: 'none', adoptable: [`${uri}.claims.yaml`] });
  expect(
    await server.connection.sendRequest('sayswho/ledger/adopt', { ...params, recordUri: result.adoptable[0] }),
  ).toMatchObject({ kind: 'ok', changed: 3 });
  expect(await server.connection.sendRequest(ledgerRequest, params)).toMatchObject({
    state: 'ok',
    progress: { settled: 3 },
  });
});
