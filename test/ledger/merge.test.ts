import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Conflicted, openRecord, resolveConflicts } from '../../server/ledger/merge.ts';
import { printRecord } from '../../server/ledger/print.ts';
import type { LedgerRecord } from '../../server/ledger/record.ts';
import { changed, draft, recorded } from './draft.ts';

/** What git makes of two versions of a record with a common ancestor. */
function merged(base: LedgerRecord, ours: LedgerRecord, theirs: LedgerRecord, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sayswho-merge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = Object.entries({ ours, base, theirs }).map(([name, record]) => {
    writeFileSync(join(folder, name), printRecord(record));
    return join(folder, name);
  });
  const labels = ['-L', 'HEAD', '-L', 'base', '-L', 'desk'];
  try {
    return execFileSync('git', ['merge-file', '-p', ...options, ...labels, ...files], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const { record: base, ids } = recorded();
const verified = (at: number) =>
  changed(base, draft, { kind: 'status', ids: [ids[at] as string], status: 'verified' }).record;
const disputed = (at: number) =>
  changed(base, draft, { kind: 'status', ids: [ids[at] as string], status: 'disputed' }).record;
const statuses = ({ entries }: LedgerRecord) => entries.map(({ status }) => status);

test('what two people did to neighbouring claims merges without a conflict', () => {
  const opened = openRecord(merged(base, verified(1), disputed(2)));
  expect(opened).toMatchObject({ kind: 'ok' });
  expect(statuses((opened as { record: LedgerRecord }).record)).toEqual([
    'verified',
    'verified',
    'disputed',
    'unchecked',
    'unchecked',
  ]);
});

test.each([
  ['plain', []],
  ['with the ancestor', ['--diff3']],
])('markers of git are recognised, %s, and both sides shown', (_, options) => {
  const text = merged(base, verified(1), disputed(1), ...options);
  expect(text).toContain('<<<<<<< HEAD');
  const opened = openRecord(text) as Conflicted;
  expect(opened).toMatchObject({ kind: 'conflict', labels: { ours: 'HEAD', theirs: 'desk' } });
  expect(opened.conflicts).toMatchObject([
    { id: ids[1], ours: { status: 'verified' }, theirs: { status: 'disputed' } },
  ]);
  expect(resolveConflicts(opened, new Map())).toEqual({ undecided: [ids[1]] });
  for (const take of ['ours', 'theirs'] as const) {
    const resolved = resolveConflicts(opened, new Map([[ids[1] as string, take]]));
    if (!('record' in resolved)) throw new Error('undecided');
    expect(resolved.record.entries[1]?.status).toBe(take === 'ours' ? 'verified' : 'disputed');
    expect(openRecord(printRecord(resolved.record))).toMatchObject({ kind: 'ok' });
  }
});

test('what only one side holds is in the merge', () => {
  const more = changed(base, `${draft}\nThe bank lent 3 million euros in 2021.\n`, {
    kind: 'note',
    ids: [ids[3] as string],
    note: 'x',
  });
  const other = changed(base, `${draft}\nTolls doubled between 2011 and 2013.\n`, {
    kind: 'note',
    ids: [ids[3] as string],
    note: 'x',
  });
  const opened = openRecord(merged(base, more.record, other.record));
  expect(opened.kind).toBe('ok');
  const texts = (opened as { record: LedgerRecord }).record.entries.map(({ exact }) => exact);
  expect(texts).toEqual(
    expect.arrayContaining(['The bank lent 3 million euros in 2021.', 'Tolls doubled between 2011 and 2013.']),
  );
  expect(texts).toHaveLength(7);
});

test('entries that share an identifier, as a union merge leaves them, are a conflict', () => {
  const opened = openRecord(merged(base, verified(1), disputed(1), '--union'));
  // A union mixes the lines of an entry, so that it may also be damaged; it is never taken as it is.
  expect(opened.kind).not.toBe('ok');
  const { entries } = verified(1);
  const twice = { ...base, entries: [...entries, ...disputed(1).entries.slice(1, 2)] };
  expect(openRecord(printRecord(twice))).toMatchObject({ kind: 'conflict', conflicts: [{ id: ids[1] }] });
  const same = { ...base, entries: [...entries, ...entries.slice(1, 2)] };
  expect(openRecord(printRecord(same))).toMatchObject({ kind: 'ok', record: { entries: { length: 5 } } });
});

test('a side that cannot be read is damage that names the side', () => {
  const text = merged(base, verified(1), disputed(1)).replace('status: disputed', 'status: dsputed');
  expect(openRecord(text)).toMatchObject({
    kind: 'damaged',
    problems: [{ message: expect.stringContaining('version “desk” of the merge') }],
  });
  expect(openRecord(text.replace(/^>{7}.*\n/m, ''))).toMatchObject({ kind: 'damaged' });
});
