import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as promises from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createNodeFiles, type NodeFileSystem } from '../../server/files/node.ts';
import type { FilePort } from '../../server/files/port.ts';
import { chance } from '../support/random-edits.ts';

let root: string;
let writer: string;
let folder: string;
let path: string;
let uri: string;
let count = 0;

beforeAll(async () => {
  root = await promises.mkdtemp(join(tmpdir(), 'says who 📰 '));
  writer = join(root, 'writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
  });
});
afterAll(() => promises.rm(root, { recursive: true }));
beforeEach(async () => {
  folder = join(root, `${count++}`);
  await promises.mkdir(folder);
  path = join(folder, 'op ed.md');
  uri = pathToFileURL(path).href;
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const held = (): Promise<string> => promises.readFile(path, 'utf8');
const left = (): Promise<string[]> => promises.readdir(folder);

async function versionIn(files: FilePort): Promise<string> {
  const answer = await files.read(uri);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer.version;
}

/** A file system that fails at one thing. */
const failing = (code: string, ...at: (keyof NodeFileSystem)[]): NodeFileSystem => ({
  ...promises,
  ...Object.fromEntries(
    at.map(name => [name, () => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }))]),
  ),
});

/** A disk on which a file can be made, but has no room for what it should hold. */
const fullDisk: NodeFileSystem = {
  ...promises,
  open: async (...given: Parameters<typeof promises.open>) => {
    const handle = await promises.open(...given);
    if (String(given[0]).endsWith('.tmp'))
      handle.writeFile = () => Promise.reject(Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' }));
    return handle;
  },
};

test('writes a file that is not there yet, reads it, and says when nothing changed', async () => {
  const files = createNodeFiles();
  expect(await files.read(uri)).toEqual({ kind: 'missing' });
  const written = await files.write(uri, bytes('one'), undefined);
  const version = await versionIn(files);
  expect(written).toEqual({ kind: 'ok', version });
  expect(await files.read(uri, version)).toEqual({ kind: 'unchanged' });
  expect(await left()).toEqual(['op ed.md']);
});

test('replaces only what was expected', async () => {
  const files = createNodeFiles();
  await files.write(uri, bytes('one'), undefined);
  const version = await versionIn(files);
  expect(await files.write(uri, bytes('two'), undefined)).toEqual({ kind: 'changed' });
  await promises.writeFile(path, 'by hand');
  expect(await files.write(uri, bytes('two'), version)).toEqual({ kind: 'changed' });
  expect(await held()).toBe('by hand');
  expect(await files.write(uri, bytes('two'), await versionIn(files))).toMatchObject({ kind: 'ok' });
  expect(await held()).toBe('two');
});

test('makes the folder, keeps the permissions, and writes through a link', async () => {
  const files = createNodeFiles();
  const deep = join(folder, 'a', 'b', 'c.md');
  expect(await files.write(pathToFileURL(deep).href, bytes('x'), undefined)).toMatchObject({ kind: 'ok' });
  await promises.chmod(deep, 0o640);
  await promises.symlink(deep, path);
  expect(await files.write(uri, bytes('y'), await versionIn(files))).toMatchObject({ kind: 'ok' });
  expect(await promises.readFile(deep, 'utf8')).toBe('y');
  expect((await promises.stat(deep)).mode & 0o777).toBe(0o640);
  expect((await promises.lstat(path)).isSymbolicLink()).toBe(true);
});

test('keeps files aside under names that are free', async () => {
  const files = createNodeFiles();
  expect(await files.keepAside(uri)).toEqual({ kind: 'missing' });
  for (const [n, text] of ['one', 'two'].entries()) {
    await files.write(uri, bytes(text), undefined);
    expect(await files.keepAside(uri)).toEqual({ kind: 'ok', uri: pathToFileURL(`${path}.damaged-${n + 1}`).href });
    expect(await promises.readFile(`${path}.damaged-${n + 1}`, 'utf8')).toBe(text);
  }
  const found = await files.find(pathToFileURL(folder).href, '-2');
  expect(found).toEqual({ kind: 'found', uris: [pathToFileURL(`${path}.damaged-2`).href] });
  expect(await files.find(pathToFileURL(join(folder, 'nowhere')).href, '')).toEqual({ kind: 'found', uris: [] });
});

test('leaves a file alone that is larger than is wanted', async () => {
  const files = createNodeFiles();
  await promises.writeFile(path, 'twelve bytes');
  expect(await files.read(uri, undefined, 11)).toEqual({ kind: 'too-large', size: 12 });
  expect(await files.read(uri, undefined, 12)).toMatchObject({ kind: 'found' });
  expect(await files.read(`${uri}.gone`, undefined, 1)).toEqual({ kind: 'missing' });
});

test('searches folders in folders, but not those that are hidden or filled by programs, and no further than is wanted', async () => {
  const files = createNodeFiles();
  for (const name of [
    'b.bib',
    'sub/deep/a.bib',
    'sub/c.csl.json',
    'sub/d.json',
    '.git/e.bib',
    'node_modules/x/f.bib',
  ]) {
    await promises.mkdir(join(folder, name, '..'), { recursive: true });
    await promises.writeFile(join(folder, name), '');
  }
  const found = async (most: number) => {
    const answer = await files.search(pathToFileURL(folder).href, ['.bib', '.csl.json'], most);
    if (answer.kind !== 'found') throw new Error(answer.kind);
    return answer.uris.map(each => each.slice(pathToFileURL(folder).href.length + 1));
  };
  expect(await found(10)).toEqual(['b.bib', 'sub/c.csl.json', 'sub/deep/a.bib']);
  expect(await found(1)).toEqual(['b.bib']);
  expect(await files.search(pathToFileURL(join(folder, 'gone')).href, ['.bib'], 1)).toEqual({
    kind: 'found',
    uris: [],
  });
});

test('tells when a watched file changes', async () => {
  const files = createNodeFiles();
  await new Promise<void>(resolve => {
    const stop = files.watch(uri, () => {
      stop();
      resolve();
    });
    void files.write(uri, bytes('one'), undefined);
  });
});

describe('what cannot be done is said in words, and nothing changes', () => {
  test.each([
    ['a full disk', fullDisk, 'full', 'the disk is full. Make room and try again; nothing was changed.'],
    ['a full disk without room for a lock', failing('ENOSPC', 'open'), 'full', 'the disk is full.'],
    ['a read-only disk', failing('EROFS', 'open'), 'read-only', 'the disk is read-only.'],
    ['a folder without permission', failing('EACCES', 'open'), 'no-permission', 'Change the permissions'],
    ['a rename that is refused', failing('EPERM', 'rename'), 'no-permission', 'Change the permissions'],
    ['a disk that fails', failing('EIO', 'rename'), 'unavailable', 'check the disk'],
    ['anything else', failing('EWHATEVER', 'rename'), 'other', 'EWHATEVER'],
  ])('%s', async (_, fs, reason, words) => {
    await createNodeFiles().write(uri, bytes('before'), undefined);
    const version = await versionIn(createNodeFiles());
    const answer = await createNodeFiles({ fs }).write(uri, bytes('after'), version);
    expect(answer).toMatchObject({ kind: 'failed', reason });
    expect(answer).toHaveProperty('message', expect.stringContaining(words));
    expect(answer).toHaveProperty('message', expect.stringContaining(path));
    expect(await held()).toBe('before');
    expect(await left()).toEqual(['op ed.md']);
  });

  test('a folder of that name, and an address', async () => {
    await promises.mkdir(path);
    expect(await createNodeFiles().read(uri)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('folder'),
    });
    const address = 'vscode-vfs://github/a.md';
    expect(await createNodeFiles().write(address, bytes(''), undefined)).toMatchObject({ reason: 'unavailable' });
  });
});

describe('locks', () => {
  const lockPath = () => join(folder, '.op ed.md.lock');
  const lockOf = (owner: object) => promises.writeFile(lockPath(), JSON.stringify({ time: '2031-01-01', ...owner }));

  test('of a process that is gone is removed at once, with what it left half written', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'close');
    await lockOf({ pid: child.pid, host: hostname(), token: 'a' });
    await promises.writeFile(join(folder, '.op ed.md.1.tmp'), 'hal');
    const answer = await createNodeFiles({ patience: 1_000_000 }).write(uri, bytes('one'), undefined);
    expect(answer).toMatchObject({ kind: 'ok' });
    expect(await left()).toEqual(['op ed.md']);
  });

  test('of another machine, and one that says nothing, are removed when nobody touches them, whatever the clocks say', async () => {
    for (const leave of [
      () => lockOf({ pid: 1, host: 'elsewhere', token: 'b' }),
      () => promises.writeFile(lockPath(), ''),
    ]) {
      await leave();
      const answer = await createNodeFiles({ patience: 20 }).write(uri, bytes('one'), undefined);
      expect(answer).toMatchObject({ kind: 'ok' });
      await promises.rm(path);
    }
  });

  test('that others keep taking make us give up, in words that name the holder', async () => {
    let n = 0;
    const fs: NodeFileSystem = {
      ...promises,
      readFile: (async (...given: Parameters<typeof promises.readFile>) =>
        String(given[0]).endsWith('.lock')
          ? JSON.stringify({ pid: process.pid, host: hostname(), time: 'today', token: n++ })
          : promises.readFile(...given)) as typeof promises.readFile,
    };
    await lockOf({});
    expect(await createNodeFiles({ fs, patience: 20 }).write(uri, bytes('one'), undefined)).toMatchObject({
      kind: 'failed',
      reason: 'busy',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
    });
  });

  test('that was taken from us while we slept keeps us from replacing anything', async () => {
    const fs: NodeFileSystem = {
      ...promises,
      open: async (...given: Parameters<typeof promises.open>) => {
        if (String(given[0]).endsWith('.tmp')) await lockOf({ pid: 1, host: 'elsewhere', token: 'thief' });
        return promises.open(...given);
      },
    };
    expect(await createNodeFiles({ fs }).write(uri, bytes('one'), undefined)).toEqual({ kind: 'changed' });
    expect(await left()).toEqual(['.op ed.md.lock']);
  });
});

/** The lines that a writer has confirmed, as they come. */
function write(name: string, times: number): { child: ChildProcess; confirmed: number[] } {
  const child = spawn(process.execPath, [writer, path, name, String(times)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const confirmed: number[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    confirmed.push(...lines.map(Number));
  });
  return { child, confirmed };
}

test('two processes that write at once lose nothing', async () => {
  const writers = [write('a', 60), write('b', 60)];
  const codes = await Promise.all(writers.map(async ({ child }) => (await once(child, 'close'))[0]));
  expect(codes).toEqual([0, 0]);
  const lines = (await held()).trimEnd().split('\n');
  for (const name of ['a', 'b'])
    expect(lines.filter(line => line.startsWith(name))).toEqual(Array.from({ length: 60 }, (_, n) => `${name} ${n}`));
  expect(lines).toHaveLength(120);
  expect(await left()).toEqual(['op ed.md']);
});

test('a process that is killed in the midst of 500 writes loses nothing that it confirmed, and leaves the file whole', async () => {
  const upTo = chance(7);
  for (let round = 0; round < 8; round++) {
    const { child, confirmed } = write(`round-${round}`, 500);
    const closed = once(child, 'close');
    while (confirmed.length === 0) await once(child.stdout as NodeJS.ReadableStream, 'data');
    await new Promise(resolve => setTimeout(resolve, upTo(60)));
    child.kill('SIGKILL');
    await closed;
    const own = (await held()).split('\n').filter(line => line.startsWith(`round-${round} `));
    expect(own).toEqual(own.map((_, n) => `round-${round} ${n}`));
    expect(own.length).toBeGreaterThanOrEqual(confirmed.length);
    // One write may be on the disk that nobody was told of.
    expect(own.length).toBeLessThanOrEqual(confirmed.length + 1);
    expect(await held()).toMatch(/\n$/);
  }
  const files = createNodeFiles();
  expect(await files.write(uri, bytes('after'), await versionIn(files))).toMatchObject({ kind: 'ok' });
  expect(await left()).toEqual(['op ed.md']);
});
