import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alongside, blocksIn, blocksThat } from '../../../server/core/model/alongside.ts';
import { read } from '../../../server/core/read.ts';

interface Item {
  readonly name: number;
}
const itemsOf = (names: readonly number[]): readonly Item[] => names.map(name => ({ name }));

function counting() {
  const seen: number[] = [];
  const names = alongside(({ name }: Item) => {
    seen.push(name);
    return `item ${name}`;
  });
  return { names, seen };
}

test('what is made stays in line with the items, however they come and go', () => {
  const pool = itemsOf(Array.from({ length: 8 }, (_, name) => name));
  const list = fc.array(fc.constantFrom(...pool), { maxLength: 12 });
  const { names } = counting();
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), lists => {
      for (const items of lists) expect(names(items)).toEqual(items.map(({ name }) => `item ${name}`));
    }),
    { numRuns: 500, seed: 20261129 },
  );
});

test('only items that were not there before are looked at', () => {
  const { names, seen } = counting();
  const items = itemsOf([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  names(items);
  const [another, last] = itemsOf([10, 11]) as [Item, Item];
  seen.length = 0;
  names(items.with(3, another));
  names(items.with(3, another).concat(last));
  names(items.with(3, another).toSpliced(5, 2).concat(last));
  expect(seen).toEqual([10, 11]);
});

test('a few of the items that are looked at by themselves do not stand in the way of the rest', () => {
  const { names, seen } = counting();
  const items = itemsOf([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  names(items);
  names(items.slice(0, 1));
  names(items.slice(4, 5));
  seen.length = 0;
  names([...items]);
  expect(seen).toEqual([]);
});

interface Heavy {
  readonly halves: readonly number[];
}
// Numbers that are not whole take eight bytes each, in the heap.
const heavy = (): Heavy => ({ halves: Array.from({ length: 12_800 }, (_, i) => i + 0.5) });

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const kilobytes = () => {
  collect();
  return process.memoryUsage().heapUsed / 1024;
};

test('versions that are past are kept by nothing, even within one turn of the event loop', () => {
  const sizes = alongside(({ halves }: Heavy) => halves.length);
  let items: readonly Heavy[] = Array.from({ length: 9 }, heavy);
  sizes(items);
  const before = kilobytes();
  for (let version = 0; version < 200; version++) {
    items = items.with(version % 9, heavy());
    sizes(items);
  }
  expect(kilobytes() - before).toBeLessThan(5 * 1024);
});

test('a version that is past is not kept by an item that stood in its middle and stays', () => {
  const sizes = alongside(({ halves }: Heavy) => halves.length);
  let items: readonly Heavy[] = Array.from({ length: 9 }, () => ({ halves: [] }));
  const before = kilobytes();
  for (let version = 0; version < 200; version++) {
    // What is heavy is gone with the version; another item comes to stand in the middle.
    sizes([...items, heavy()]);
    items = [...items, { halves: [] }];
  }
  expect(sizes(items)).toEqual(items.map(() => 0));
  expect(kilobytes() - before).toBeLessThan(5 * 1024);
});

test('blocks are found by what holds of them, in each version', () => {
  const asking = blocksThat(({ prose }) => prose.text.endsWith('?'));
  const first = read('Who?\n\nA dam.\n\nWhen?', 'plaintext');
  expect(asking(first)).toEqual([0, 2]);
  expect(blocksIn(first)).toBe(blocksIn(first));
  const second = read('Who?\n\nA new dam.\n\nWhy?\n\nWhen?', 'plaintext', first);
  expect(asking(second)).toEqual([0, 2, 3]);
  expect(asking(first)).toEqual([0, 2]);
});
