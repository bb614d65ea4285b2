import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

const draft =
  'Landings have fallen by 40 per cent since 2015. The council sold 12 boats in 2019.\n\nWe should mend the roof.\n';

let cli: BuiltCli;
let root: string;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  root = await mkdtemp(join(tmpdir(), 'sayswho ledger 🎣 '));
});
afterAll(async () => {
  await cli.remove();
  await rm(root, { recursive: true });
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'x'));
  await writeFile(join(folder, 'op ed.md'), draft);
});

const run = (...args: string[]) => cli.run(args, { cwd: folder });
const ledger = (command: string, ...args: string[]) => run('ledger', command, 'op ed.md', ...args);
const by = ['--checker', 'Ana Ruiz', '--date', '2026-05-12'];
const held = (name = 'op ed.md.claims.yaml') => readFile(join(folder, name), 'utf8');
async function idsOf(): Promise<string[]> {
  const { stdout } = await ledger('list', '--format', 'json');
  return JSON.parse(stdout).claims.map(({ id }: { id: string }) => id);
}

test('a draft goes from unchecked to signed off, and back when it is edited', async () => {
  expect(await ledger('verify')).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(
      /op ed\.md:1:1 \w+ unchecked: Landings.*\nop ed\.md:.*\n.*2 claims keep it from being signed off\n$/,
    ),
  });
  const ids = await idsOf();
  expect(await ledger('set', ...ids, '--status', 'verified', '--url', 'https://a.example', ...by)).toEqual({
    exitCode: 0,
    stdout: 'op ed.md: 2 entries changed\n',
    stderr: '',
  });
  expect(await held()).toMatch(/status: verified\n {2}checker: "Ana Ruiz"\n {2}date: 2026-05-12\n/);
  expect(await ledger('verify')).toMatchObject({ exitCode: 0, stdout: 'op ed.md: can be signed off\n' });
  expect((await ledger('status')).stdout).toBe('op ed.md: 2 of 2 settled (2 verified)\n');
  await writeFile(join(folder, 'op ed.md'), draft.replace('40', '45'));
  const stale = await ledger('verify', '--format', 'json');
  expect(stale.exitCode).toBe(1);
  expect(JSON.parse(stale.stdout)).toMatchObject({
    signedOff: false,
    blocking: [{ id: ids[0], stale: true, line: 1, column: 1 }],
  });
});

test('verify minds disputes, losses and sources as it is told to', async () => {
  const ids = await idsOf();
  await ledger('set', ids[0] as string, '--status', 'sourced', ...by);
  await ledger('set', ids[1] as string, '--status', 'disputed', ...by);
  expect((await ledger('verify', '--accept-sourced')).stdout).toMatch(/disputed: The council.*\n.*1 claim keeps/);
  await writeFile(join(folder, 'op ed.md'), 'Landings have fallen by 40 per cent since 2015.\n');
  expect(await ledger('verify', '--accept-sourced')).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining('disputed; not in the draft any more: The council'),
  });
  await ledger('set', ids[1] as string, '--status', 'cut', ...by);
  expect(await ledger('verify', '--accept-sourced')).toMatchObject({ exitCode: 0 });
});

test('a source tells how a person was reached, and where a page was kept', async () => {
  const [id = ''] = await idsOf();
  await ledger('set', id, '--person', 'Ada Fenn', '--contact', 'by phone', ...by);
  await ledger('set', id, '--url', 'https://a.example', '--archive', 'https://archive.example/1', ...by);
  expect(await held()).toMatch(
    /"person": "Ada Fenn", "contact": "by phone"\}.*\n.*"archive": "https:\/\/archive\.example\/1"/,
  );
  expect(await ledger('set', id, '--contact', 'by phone', ...by)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('A source needs'),
  });
});

test('a sheet goes out, is edited and comes back', async () => {
  const ids = await idsOf();
  const csv = await run('report', 'op ed.md', '--format', 'csv');
  await writeFile(join(folder, 'facts.csv'), csv.stdout.replace(/unchecked(?=,,,,,\r\n$)/, 'disputed'));
  const dry = await ledger('import', 'facts.csv', '--dry-run', ...by);
  expect(dry).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^op ed\.md: nothing changed; 1 entry would be\n3 status: “unchecked” → “disputed” \(The council/,
    ),
  });
  await expect(held()).rejects.toThrow();
  expect(await ledger('import', 'facts.csv', ...by)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('1 entry changed'),
  });
  expect((await ledger('list', '--status', 'disputed')).stdout).toContain(ids[1]);
  // As older spreadsheet programs save a note with an accent: nothing is taken over with letters lost.
  const latin = Buffer.from(csv.stdout.slice(1).replace(/,(?=,,\r\n$)/, ',caf\xe9,'), 'latin1');
  await writeFile(join(folder, 'latin.csv'), latin);
  expect(await ledger('import', 'latin.csv', ...by)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('not valid UTF-8'),
  });
  const wide = Buffer.from(csv.stdout.replace('unchecked,,,,,\r\n', 'opinion,,,,,\r\n'), 'utf16le');
  await writeFile(join(folder, 'wide.csv'), wide);
  expect(await ledger('import', 'wide.csv', ...by)).toMatchObject({ exitCode: 0 });
  expect((await ledger('list', '--status', 'opinion')).stdout).toContain(ids[0]);
  expect(await run('report', 'op ed.md', '-o', 'facts.html', '--date', '2026-05-12')).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
  expect(await held('facts.html')).toContain('1 of 2 claims settled on 2026-05-12.');
});

test('a record that cannot be read is said and left alone', async () => {
  const ids = await idsOf();
  await ledger('set', ...ids, '--status', 'verified', ...by);
  const cut = (await held()).slice(0, -60);
  await writeFile(join(folder, 'op ed.md.claims.yaml'), cut);
  for (const args of [['status'], ['verify'], ['set', ...ids, '--note', 'x']] as [string, ...string[]][])
    expect(await ledger(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cannot be read') });
  expect(await run('report', 'op ed.md')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await held()).toBe(cut);
});

test('records are gathered in a folder, and wrong usage is told', async () => {
  const ids = await idsOf();
  await ledger('set', (ids[0] as string).slice(0, 6), '--note', 'x', '--folder', '.checking', ...by);
  expect(await held('.checking/op ed.md.claims.yaml')).toContain('note: "x"');
  const wrong = async (...args: string[]) => (await run('ledger', ...args)).stderr;
  expect(await wrong('set', 'op ed.md', 'nobody', '--note', 'x')).toContain(
    'No claim has an id that starts with “nobody”',
  );
  expect(await wrong('set', 'op ed.md', ids[0] as string)).toContain('say what to set');
  expect(await wrong('set', 'op ed.md', ids[0] as string, '--status', 'let-stand')).toContain('give a reason');
  expect(await wrong('status', 'op ed.md', '--date', '12 May')).toContain('give a day such as 2026-05-12');
  expect(await wrong('status', 'nowhere.md')).toContain('no such file');
});
