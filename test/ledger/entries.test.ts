import { expect, test } from 'vitest';
import { entriesOf } from '../../server/ledger/entries.ts';
import { type LedgerEntry, newEntry } from '../../server/ledger/record.ts';

const entry = (id: string): LedgerEntry =>
  newEntry(id, 'statement', { exact: id, prefix: '', suffix: '', start: 0, end: 1 });

test('entries that change keep their places, those that come stand behind them, and the old ones are known', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(entry) as [LedgerEntry, LedgerEntry, LedgerEntry];
  const entries = entriesOf([a, b, c]);
  expect(entries.all()).toEqual([a, b, c]);
  const noted = { ...b, note: 'seen' };
  entries.set('d', entry('d'));
  entries.set('b', noted);
  entries.delete('a');
  expect(entries.all()).toEqual([noted, c, entry('d')]);
  expect([entries.has('a'), entries.has('b'), entries.has('d')]).toEqual([false, true, true]);
  expect([entries.get('b'), entries.before('b'), entries.before('d')]).toEqual([noted, b, undefined]);
  entries.set('a', a);
  entries.delete('d');
  expect(entries.all()).toEqual([a, noted, c]);
});
