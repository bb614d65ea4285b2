import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../server/ledger/changes.ts';
import { parseEntry } from '../../server/ledger/parse.ts';
import { newRecord, printEntry } from '../../server/ledger/print.ts';
import type { LedgerEntry } from '../../server/ledger/record.ts';
import { changesSince } from '../../server/ledger/word-changes.ts';
import type { LedgerChange, LedgerSource } from '../../server/protocol/ledger.ts';
import { by, changed, draft, recorded, viewOfText } from './draft.ts';

const { record, ids } = recorded();
const first = ids.slice(0, 1);

test('the first change enters every claim, and signs one off as it stands', () => {
  expect(record.entries).toHaveLength(5);
  expect(record.entries[0]).toMatchObject({
    id: ids[0],
    exact: 'Landings at Ostrey have fallen by 40 per cent since 2015.',
    suffix: ' The council sold 12 boats in 20',
    status: 'verified',
    checker: 'Ana Ruiz',
    date: '2026-05-12',
    signed: 'Landings at Ostrey have fallen by 40 per cent since 2015.',
  });
  expect(record.entries.slice(1).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'unchecked'));
  expect(new Set(ids).size).toBe(5);
});

test('two people who start a record of the same draft write the same', () => {
  const again = changed(newRecord('op-ed.md'), draft, { kind: 'status', ids: first, status: 'verified' });
  expect(again.record.entries.map(printEntry)).toEqual(record.entries.map(printEntry));
});

describe('after an edit', () => {
  const stateOf = (text: string) => {
    const { claims, orphans } = viewOfText(record, text);
    return [...claims, ...orphans].filter(({ status }) => status === 'verified');
  };

  test.each([
    ['above', `New first words.\n\n${draft}`],
    ['to line breaks', draft.replaceAll('\n', '\r\n').replace(' have fallen', '\r\nhave fallen')],
    ['to markup and punctuation', draft.replace('fallen by', '*fallen*, [by](https://a.example)')],
  ])('%s, a verified claim is as it was', (_, text) => {
    expect(stateOf(text)).toMatchObject([{ id: ids[0], anchor: 'exact', stale: false, settled: true, distance: 0 }]);
  });

  test('of its figure it is stale, and says what changed', () => {
    const [claim] = stateOf(draft.replace('40 per cent', '45 per cent'));
    expect(claim).toMatchObject({ id: ids[0], anchor: 'reworded', stale: true, settled: false });
    expect(claim?.distance).toBeGreaterThan(0);
    expect(changesSince(claim?.entry?.signed ?? '', claim?.text ?? '').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '40' },
      { kind: 'added', text: '45' },
    ]);
  });

  test('that takes it out it is an orphan, and kept', () => {
    const text = draft
      .replace('Landings at Ostrey have fallen by 40 per cent since 2015. ', '')
      .replace(/Landings.*\n$/, '');
    expect(stateOf(text)).toMatchObject([{ id: ids[0], anchor: 'orphaned', settled: true }]);
    const { record: next } = changed(record, text, { kind: 'note', ids: [ids[1] as string], note: 'x' });
    // Nobody said anything of the last one, which is gone too; the first one was signed off.
    expect(next.entries.map(({ id }) => id)).toEqual(ids.slice(0, 4));
  });

  test('equal sentences stay apart', () => {
    const moved = draft.replace('Landings at Ostrey have fallen by 40 per cent since 2015. ', '');
    const { claims, orphans } = viewOfText(record, moved);
    const landing = claims.find(({ text }) => text.startsWith('Landings'));
    // The second one is left; it is not the one that was verified, or not surely.
    if (landing?.id === ids[0]) expect(landing).toMatchObject({ anchor: 'uncertain', settled: false });
    else expect(orphans).toMatchObject([{ id: ids[0] }]);
  });
});

test('every change has a way back', () => {
  const changes: readonly LedgerChange[] = [
    { kind: 'status', ids, status: 'let-stand', reason: 'common-knowledge' },
    { kind: 'add-source', ids, source: { url: 'https://a.example' } },
    { kind: 'note', ids: first, note: 'ask' },
    { kind: 'detach', ids: first },
  ];
  for (const change of changes) {
    const done = changed(record, draft, change);
    expect(done.changed).toBeGreaterThan(0);
    const back = changed(done.record, draft, ...done.inverse);
    expect(back.record.entries.map(printEntry)).toEqual(record.entries.map(printEntry));
    if (change.kind === 'detach') expect(back.record.entries).toHaveLength(5);
    const again = changed(back.record, draft, ...back.inverse);
    expect(again.record.entries.map(printEntry)).toEqual(done.record.entries.map(printEntry));
  }
});

test('a later change of somebody else is not undone', () => {
  const done = changed(record, draft, { kind: 'status', ids: first, status: 'disputed' });
  const later = changed(done.record, draft, { kind: 'note', ids: first, note: 'see the minutes' });
  expect(applyChanges(later.record, viewOfText(later.record, draft), done.inverse, by)).toEqual({
    refused: expect.stringContaining('was changed since'),
  });
});

test('a source makes an unchecked claim a sourced one, dated and with the day it was looked at', () => {
  const { record: next } = changed(record, draft, {
    kind: 'add-source',
    ids: ids.slice(0, 2),
    source: { url: 'https://a.example' },
  });
  expect(next.entries.slice(0, 2)).toMatchObject([
    { status: 'verified', sources: [{ url: 'https://a.example', accessed: '2026-05-12' }] },
    { status: 'sourced', checker: 'Ana Ruiz', sources: [{ url: 'https://a.example' }] },
  ]);
});

test('the archived copy of a page that is named already goes to that page', () => {
  const add = (source: LedgerSource): LedgerChange => ({ kind: 'add-source', ids: first, source });
  const url = 'https://a.example';
  const copy = 'https://archive.example/1';
  const { record: next } = changed(
    record,
    draft,
    add({ url, accessed: '2026-01-02' }),
    add({ url, archive: copy }),
    add({ url: 'https://b.example' }),
    // Two copies of one page are two sources.
    add({ url, archive: 'https://archive.example/2' }),
  );
  expect(next.entries[0]?.sources).toEqual([
    { url, archive: copy, accessed: '2026-05-12' },
    { url: 'https://b.example', accessed: '2026-05-12' },
    { url, archive: 'https://archive.example/2', accessed: '2026-05-12' },
  ]);
});

test('an uncertain or lost entry can be given its claim', () => {
  const text = draft
    .replaceAll(/Landings at Ostrey have fallen by 40 per cent since 2015\./g, '')
    .concat('\nFishing brought 3 million euros in 2024.\n');
  const { claims, orphans } = viewOfText(record, text);
  const target = claims.find(({ text: words }) => words.startsWith('Fishing'))?.placed?.id ?? '';
  expect(orphans.map(({ id }) => id)).toEqual([ids[0]]);
  const { record: next } = changed(record, text, { kind: 'attach', id: ids[0] as string, claimId: target });
  expect(viewOfText(next, text).claims.find(({ id }) => id === ids[0])).toMatchObject({
    text: 'Fishing brought 3 million euros in 2024.',
    stale: true,
  });
});

test('what cannot be done is refused in words, and changes nothing', () => {
  const refused = (...changes: readonly LedgerChange[]) => applyChanges(record, viewOfText(record, draft), changes, by);
  expect(refused({ kind: 'status', ids: first, status: 'let-stand' })).toEqual({
    refused: expect.stringContaining('give a reason'),
  });
  expect(refused({ kind: 'add-source', ids: first, source: {} })).toEqual({
    refused: expect.stringContaining('needs an address'),
  });
  expect(refused({ kind: 'note', ids: ['nobody'], note: '' })).toEqual({
    refused: expect.stringContaining('no entry “nobody”'),
  });
  expect(refused({ kind: 'remove', ids: first })).toEqual({
    refused: expect.stringContaining('Only what is gone from the draft'),
  });
  expect(refused({ kind: 'remove-source', ids: first, index: 3 })).toEqual({
    refused: expect.stringContaining('source number 4'),
  });
});

describe('a sentence that makes no claim', () => {
  const text = draft.concat('\nHow lovely it would be to see the boats again!\n');
  const at = text.indexOf('lovely it');
  const isIt = ({ text: words }: { text: string }) => words === 'How lovely it would be to see the boats again!';

  test('can be put on the list, waits there to be checked, and is found again', () => {
    expect(viewOfText(record, text).claims.find(isIt)).toBeUndefined();
    const { record: next } = changed(record, text, { kind: 'list', at });
    const listed = { status: 'unchecked', anchor: 'exact', mustCheck: true, settled: false };
    expect(viewOfText(next, text).claims.find(isIt)).toMatchObject(listed);
    const [entry] = next.entries.slice(-1);
    expect(parseEntry(printEntry(entry as LedgerEntry))).toMatchObject({
      listed: true,
      exact: 'How lovely it would be to see the boats again!',
    });
    const moved = text
      .replace('\nHow lovely it would be to see the boats again!\n', '')
      .replace('# The quay\n', '# The quay\n\nHow lovely it would be to see the boats again!\n');
    expect(viewOfText(next, moved).claims.find(isIt)).toMatchObject({ status: 'unchecked', mustCheck: true });
  });

  test('can be taken off again, by undoing too', () => {
    const done = changed(record, text, { kind: 'list', at });
    const id = viewOfText(done.record, text).claims.find(isIt)?.id as string;
    const back = changed(done.record, text, ...done.inverse).record;
    expect(back.entries.map(({ id: own }) => own)).not.toContain(id);
    const removed = changed(done.record, text, { kind: 'remove', ids: [id] }).record;
    expect(removed.entries.map(({ id: own }) => own)).not.toContain(id);
  });

  test('is put there once, and only where there is a sentence', () => {
    const { record: next } = changed(record, text, { kind: 'list', at });
    const again = (offset: number) => applyChanges(next, viewOfText(next, text), [{ kind: 'list', at: offset }], by);
    expect(again(at)).toEqual({ refused: expect.stringContaining('already') });
    expect(again(text.indexOf('Landings'))).toEqual({ refused: expect.stringContaining('already') });
    expect(again(text.length + 10)).toEqual({ refused: expect.stringContaining('no sentence') });
  });
});
