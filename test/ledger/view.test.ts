import { expect, test } from 'vitest';
import { claimsOf, read } from '../../server/core/index.ts';
import { applyChanges } from '../../server/ledger/changes.ts';
import { entered } from '../../server/ledger/entered.ts';
import { newRecord } from '../../server/ledger/print.ts';
import type { LedgerRecord } from '../../server/ledger/record.ts';
import { viewOf } from '../../server/ledger/view.ts';
import type { LedgerChange } from '../../server/protocol/ledger.ts';
import { by, draft } from './draft.ts';

const articleOf = (text: string) => {
  const article = read(text, 'markdown');
  return (record: LedgerRecord | undefined) => viewOf(record, article, claimsOf(article));
};
function changed(record: LedgerRecord, view: ReturnType<typeof viewOf>, change: LedgerChange): LedgerRecord {
  const made = applyChanges(record, view, [change], by);
  if ('refused' in made) throw new Error(made.refused);
  return made.record;
}

test('a change of one claim leaves the others the very same objects', () => {
  const view = articleOf(draft);
  const ids = view(undefined).claims.map(({ id }) => id);
  const first = changed(newRecord('op-ed.md'), view(undefined), { kind: 'status', ids, status: 'verified' });
  const before = view(first).claims;
  const second = changed(first, view(first), { kind: 'note', ids: ids.slice(1, 2), note: 'ask again' });
  const after = view(second).claims;
  expect(after.map((claim, at) => claim === before[at])).toEqual([true, false, true, true, true]);
  expect(after[1]).toMatchObject({ status: 'verified', entry: { note: 'ask again' } });
});

test('the same record in the same draft is looked at once, and has nothing to enter once it was entered', () => {
  const view = articleOf(draft);
  const ids = view(undefined).claims.map(({ id }) => id);
  const first = changed(newRecord('op-ed.md'), view(undefined), { kind: 'status', ids, status: 'verified' });
  expect(view(first)).toBe(view(first));
  expect(articleOf(draft)(first)).not.toBe(view(first));
  expect(entered(first, view(first))).toBe(first);
  const edited = articleOf(`New first words.\n\n${draft.replace('12 boats in', '12 boats, all of them, in')}`)(first);
  const next = entered(first, edited).entries;
  expect(next[1]?.exact).toContain('all of them');
  expect(next.filter((entry, at) => entry !== first.entries[at])).toEqual([next[1]]);
});

test('what is remembered of one version of the draft is not said of another', () => {
  const view = articleOf(draft);
  const ids = view(undefined).claims.map(({ id }) => id);
  const record = changed(newRecord('op-ed.md'), view(undefined), { kind: 'status', ids, status: 'verified' });
  expect(view(record).claims.every(({ settled }) => settled)).toBe(true);
  const edited = articleOf(`${draft.replace('12 boats', '14 boats')}\nThe pier was sold in 2003.\n`)(record);
  expect(edited.claims.map(({ anchor, stale }) => [anchor, stale])).toEqual([
    ['exact', false],
    ['reworded', true],
    ['exact', false],
    ['exact', false],
    ['exact', false],
    ['new', false],
  ]);
  expect(view(record).claims.every(({ settled }) => settled)).toBe(true);
  expect(view(undefined).claims.map(({ anchor }) => anchor)).toEqual(ids.map(() => 'new'));
});
