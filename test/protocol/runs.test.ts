import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Placed, runsBetween, withRuns } from '../../server/protocol/runs.ts';

interface Item extends Placed {
  readonly id: string;
  readonly words: string;
}
const idOf = ({ id }: Item): string => id;
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });
const item = (id: string, line: number, section = 0, words = 'as ever'): Item => ({
  id,
  words,
  range: at(line),
  section,
});
const list = (count: number, down = 0, section = 0): Item[] =>
  Array.from({ length: count }, (_, n) => item(`c${n}`, 2 * n + down, section));

test('names what stands where it stood in one run, and takes it over as it is', () => {
  const before = list(1000);
  const after = before.with(500, item('c500', 1000, 0, 'said otherwise'));
  const runs = runsBetween(before, after, idOf);
  expect(runs).toEqual([{ from: 0, count: 500 }, { items: [after[500]] }, { from: 501, count: 499 }]);
  const made = withRuns(before, runs);
  expect(made).toEqual(after);
  expect(made[7]).toBe(before[7]);
});

test('says of what a line or a heading above has moved by how much', () => {
  const before = list(1000);
  const after = [...before.slice(0, 300), ...list(1000, 3, 1).slice(300)];
  expect(runsBetween(before, after, idOf)).toEqual([
    { from: 0, count: 300 },
    { from: 300, count: 700, lines: 3, sections: 1 },
  ]);
});

test('names a paragraph that was moved by where it stood', () => {
  const before = list(9).map(({ id, words }) => ({ id, words }));
  const after = [...before.slice(6), ...before.slice(0, 6)];
  expect(runsBetween(before, after, idOf)).toEqual([
    { from: 6, count: 3 },
    { from: 0, count: 6 },
  ]);
});

test('says again what has moved along its line, grown over another, or got or lost a place', () => {
  const { range: _, ...nowhere } = item('a', 4);
  const along = { start: { line: 4, character: 1 }, end: { line: 4, character: 10 } };
  for (const [old, now] of [
    [item('a', 4), { ...item('a', 4), range: along }],
    [item('a', 4), { ...item('a', 4), range: { ...at(4), end: at(5).end } }],
    [item('a', 4), nowhere],
    [nowhere, item('a', 0)],
    [
      { ...nowhere, ranges: [at(1), at(2)] },
      { ...nowhere, ranges: [at(2), at(4)] },
    ],
  ] as const)
    expect(runsBetween<Item>([old], [now], idOf)).toEqual([{ items: [now] }]);
});

test('refuses runs of another list', () => {
  expect(() => withRuns(list(3), [{ from: 2, count: 2 }])).toThrow(RangeError);
  expect(() => withRuns(list(3), [{ from: -1, count: 2 }])).toThrow(RangeError);
});

test('gives the new list, whatever the two lists are', () => {
  const range = fc.nat(3).map(at);
  const items = fc.array(
    fc.record(
      {
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        words: fc.constantFrom('some', 'others'),
        range,
        ranges: fc.array(range, { maxLength: 3 }),
        section: fc.nat(2),
      },
      { requiredKeys: ['id', 'words'] },
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(items, items, (before, after) => {
      const sent = JSON.parse(JSON.stringify(runsBetween<Item>(before, after, idOf)));
      expect(withRuns<Item>(before, sent)).toEqual(after);
    }),
  );
});
