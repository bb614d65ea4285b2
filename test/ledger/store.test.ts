import { describe, expect, test } from 'vitest';
import type { FilePort, Version } from '../../server/files/port.ts';
import { printRecord } from '../../server/ledger/print.ts';
import { createStore, type Loaded } from '../../server/ledger/store.ts';
import { changed, draft, recorded } from './draft.ts';

const uri = 'memory:/drafts/op-ed.md.claims.yaml';
const { record, ids } = recorded();

interface Memory extends FilePort {
  readonly held: Map<string, Uint8Array>;
  fails: string | undefined;
  /** Runs before the next write, as another process would. */
  before: (() => void) | undefined;
}

function memory(text?: string | Uint8Array): Memory {
  const held = new Map<string, Uint8Array>();
  const versionOf = (bytes: Uint8Array): Version => Buffer.from(bytes).toString('base64');
  if (text !== undefined) held.set(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const port: Memory = {
    held,
    fails: undefined,
    before: undefined,
    read: async (name, known) => {
      const bytes = held.get(name);
      if (!bytes) return { kind: 'missing' };
      const version = versionOf(bytes);
      return version === known ? { kind: 'unchanged' } : { kind: 'found', bytes, version };
    },
    write: async (name, bytes, expected) => {
      const { before } = port;
      port.before = undefined;
      before?.();
      if (port.fails) return { kind: 'failed', reason: 'full', message: port.fails };
      const current = held.get(name);
      if ((current && versionOf(current)) !== expected) return { kind: 'changed' };
      held.set(name, bytes);
      return { kind: 'ok', version: versionOf(bytes) };
    },
    keepAside: async name => {
      const aside = `${name}.damaged-1`;
      held.set(aside, held.get(name) as Uint8Array);
      held.delete(name);
      return { kind: 'ok', uri: aside };
    },
    find: async () => ({ kind: 'found', uris: [...held.keys()] }),
    search: async () => ({ kind: 'found', uris: [] }),
    watch: () => () => undefined,
  };
  return port;
}

const textIn = (files: Memory, name = uri) => new TextDecoder().decode(files.held.get(name));
const noting = (note: string) => (before: typeof record) => ({
  record: changed(before, draft, { kind: 'note', ids: ids.slice(0, 1), note }).record,
  extra: {},
});

test('makes a record, changes it, and reads it as others left it', async () => {
  const files = memory();
  const store = createStore(files);
  expect(await store.load(uri)).toEqual({ kind: 'none' });
  expect(await store.update(uri, 'op-ed.md', noting('one'))).toEqual({ kind: 'ok' });
  expect(textIn(files)).toContain('note: "one"');
  files.held.set(uri, new TextEncoder().encode(textIn(files).replace('"one"', '"by hand"')));
  const loaded = (await store.load(uri)) as Extract<Loaded, { kind: 'ok' }>;
  expect(loaded.record.entries[0]).toMatchObject({ note: 'by hand', brokenSeal: expect.any(String) });
});

test('a change that comes in between is kept', async () => {
  const files = memory(printRecord(record));
  const store = createStore(files);
  files.before = () => {
    const other = changed(record, draft, { kind: 'status', ids: ids.slice(1, 2), status: 'disputed' });
    files.held.set(uri, new TextEncoder().encode(printRecord(other.record)));
  };
  expect(await store.update(uri, 'op-ed.md', noting('mine'))).toEqual({ kind: 'ok' });
  expect(textIn(files)).toMatch(/note: "mine".*status: disputed/s);
});

test('what cannot be written is refused in the words of the file system', async () => {
  const files = memory(printRecord(record));
  files.fails = 'The disk is full.';
  expect(await createStore(files).update(uri, 'op-ed.md', noting('x'))).toEqual({
    kind: 'refused',
    message: 'The disk is full.',
  });
  expect(textIn(files)).toBe(printRecord(record));
});

describe('never writes over', () => {
  const written = printRecord(record);
  const conflicted = `<<<<<<< HEAD\n${written}=======\n${written.replace('status: verified', 'status: disputed')}>>>>>>> desk\n`;
  test.each([
    ['a record that is cut off', written.slice(0, -200), /cannot be read: line \d+: .* Mend it, .* have it set aside/],
    [
      'a record of a newer version',
      written.replace('schema: 1', 'schema: 9'),
      /newer version .*schema is 9.* Update Says Who/,
    ],
    ['a record with conflicts', conflicted, /holds a conflict of a merge.*“HEAD”.*“desk”.*Choose/],
    ['something else', 'shopping: milk\n', /no record of Says Who/],
  ])('%s', async (_, text, message) => {
    const files = memory(text);
    const store = createStore(files);
    expect(await store.load(uri)).toHaveProperty('message', expect.stringMatching(message));
    expect(await store.update(uri, 'op-ed.md', noting('x'))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(message),
    });
    expect(textIn(files)).toBe(text);
  });

  test('bytes that are no text', async () => {
    const bytes = new TextEncoder().encode(written);
    bytes[written.indexOf('Ostrey')] = 0xff;
    const files = memory(bytes);
    const store = createStore(files);
    expect(await store.update(uri, 'op-ed.md', noting('x'))).toMatchObject({
      message: expect.stringContaining('no UTF-8'),
    });
    expect(files.held.get(uri)).toBe(bytes);
    expect(await store.setAside(uri, 'op-ed.md')).toMatchObject({ kind: 'ok' });
    expect(textIn(files)).not.toContain('\ufffd');
  });
});

test('a damaged record is set aside whole, and what can be read goes on', async () => {
  const written = printRecord(record).replace('  status: unchecked', '  status: unchekced');
  const files = memory(written);
  const store = createStore(files);
  expect(await store.setAside(uri, 'op-ed.md')).toEqual({ kind: 'ok', aside: `${uri}.damaged-1`, kept: 4 });
  expect(textIn(files, `${uri}.damaged-1`)).toBe(written);
  expect(await store.load(uri)).toMatchObject({
    kind: 'ok',
    record: { entries: [{ status: 'verified' }, {}, {}, {}] },
  });
  expect(await store.setAside(uri, 'op-ed.md')).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('not damaged'),
  });
});

test('a change to what is known reads nothing, and a refusal looks at what is there', async () => {
  const files = memory(printRecord(record));
  let reads = 0;
  const read: FilePort['read'] = (name, known) => {
    reads++;
    return files.read(name, known);
  };
  const store = createStore({ ...files, read });
  await store.load(uri);
  reads = 0;
  expect(await store.update(uri, 'op-ed.md', noting('x'))).toEqual({ kind: 'ok' });
  expect(reads).toBe(0);
  expect(textIn(files)).toContain('note: "x"');
  files.held.set(uri, new TextEncoder().encode(printRecord(record)));
  const refusal = (now: typeof record) => ({ refused: now.entries.some(({ note }) => note === 'x') ? 'old' : 'new' });
  expect(await store.update(uri, 'op-ed.md', refusal)).toEqual({ kind: 'refused', message: 'new' });
});
