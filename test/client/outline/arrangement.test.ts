import { describe, expect, it } from 'vitest';
import { type Arrangement, groupsOf, sourceName, usualArrangement } from '../../../client/outline/arrangement.ts';
import { namesInTests, rowOf, rowsIn } from '../../support/outline-rows.ts';

const rows = rowsIn(
  [
    { rows: [rowOf('a', 0, { kinds: ['poll'], speaker: 'anna' })] },
    {
      title: 'Trade',
      rows: [
        rowOf('b', 2, {
          status: 'verified',
          settled: true,
          anchor: 'exact',
          sources: [{ url: 'https://www.ons.example/a' }],
        }),
        rowOf('c', 3, { state: 'noted', kinds: [] }),
        rowOf('d', 4, { note: 'Ask the Ministry again', checker: 'ES', anchor: 'exact', state: 'noted' }),
      ],
    },
  ],
  {
    orphans: [rowOf('x', 0, { anchor: 'orphaned', status: 'disputed' })],
    speakers: [{ key: 'anna', name: 'Anna Lind', type: 'person', named: true, direct: 1, indirect: 0, ranges: [] }],
  },
);

const grouped = (change: { grouping?: Arrangement['grouping']; filter?: Partial<Arrangement['filter']> }) =>
  groupsOf(
    rows,
    { grouping: change.grouping ?? 'section', filter: { ...usualArrangement.filter, ...change.filter } },
    namesInTests,
  ).map(({ label, rows: own }) => [label, own.map(({ item }) => item.id).join(' ')]);

describe('groupsOf', () => {
  it.each([
    [
      'section',
      [
        [undefined, 'a'],
        ['Trade', 'b c d'],
        ['orphans', 'x'],
      ],
    ],
    [
      'kind',
      [
        ['kind poll', 'a'],
        ['kind quantity', 'b d'],
        ['no kind', 'c'],
        ['orphans', 'x'],
      ],
    ],
    [
      'status',
      [
        ['unchecked', 'a c d'],
        ['verified', 'b'],
        ['orphans', 'x'],
      ],
    ],
    [
      'speaker',
      [
        ['Anna Lind', 'a'],
        ['writer', 'b c d'],
        ['orphans', 'x'],
      ],
    ],
    [
      'source',
      [
        ['no source', 'a c d'],
        ['ons.example', 'b'],
        ['orphans', 'x'],
      ],
    ],
  ] as const)('groups by %s', (grouping, expected) => {
    expect(grouped({ grouping })).toEqual(expected);
  });

  it('keeps what nobody is said to have said apart from what the writer says', () => {
    const all = rowsIn([{ rows: [rowOf('a', 0), rowOf('b', 1, { speaker: '' })] }], {
      speakers: [{ key: '', name: '', type: 'none', named: false, direct: 0, indirect: 1, ranges: [] }],
    });
    const groups = groupsOf(all, { ...usualArrangement, grouping: 'speaker' }, namesInTests);
    expect(groups.map(({ label }) => label)).toEqual(['writer', 'nobody']);
  });

  it('puts what is left to do first among statuses', () => {
    const done = rowOf('a', 0, { status: 'verified', settled: true });
    const left = rowOf('b', 1, { status: 'disputed' });
    const arrangement = { ...usualArrangement, grouping: 'status' as const };
    const labels = groupsOf(rowsIn([{ rows: [done, left] }]), arrangement, namesInTests).map(({ label }) => label);
    expect(labels).toEqual(['disputed', 'verified']);
  });

  it.each([
    ['hides what is settled', { hideSettled: true }, 'a c d x'],
    ['hides what few would ask for, unless somebody has touched it', { hideMinor: true }, 'a b d x'],
    ['finds words of notes in any case', { text: 'MINISTRY' }, 'd'],
    ['finds sources', { text: 'ons' }, 'b'],
    ['finds every word in any order', { text: 'again ask' }, 'd'],
    ['finds checkers', { text: 'es sentence d' }, 'd'],
    ['shows nothing where nothing fits', { text: 'zebra' }, ''],
  ])('%s', (_, filter, expected) => {
    expect(
      grouped({ filter })
        .map(([, ids]) => ids)
        .join(' '),
    ).toBe(expected);
  });
});

describe('sourceName', () => {
  it.each([
    [{ url: 'https://www.ons.example/a/b?c' }, 'ons.example'],
    [{ url: 'somewhere' }, 'somewhere'],
    [{ key: 'lind2020' }, '@lind2020'],
    [{ person: 'Anna Lind', contact: 'by telephone' }, 'Anna Lind'],
    [{ document: 'Minutes of 5 May' }, 'Minutes of 5 May'],
    [{}, ''],
  ])('calls %j %s', (source, name) => {
    expect(sourceName(source)).toBe(name);
  });
});
