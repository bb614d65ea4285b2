import { expect, test } from 'vitest';
import { type LockPlace, whileLocked } from '../../client/file-lock.ts';

/** A place whose every step takes a while, as on a network. */
function placeOn(files: Map<string, string>): LockPlace {
  const later = () => new Promise(resolve => setTimeout(resolve, 1));
  return {
    make: async content => {
      await later();
      return !files.has('lock') && files.set('lock', content) !== undefined;
    },
    content: async () => {
      await later();
      return files.get('lock') ?? '';
    },
    remove: async content => {
      await later();
      if (files.get('lock') === content) files.delete('lock');
    },
  };
}

test('windows that add to a file one after the other lose nothing', async () => {
  const files = new Map<string, string>();
  const add = async (window: string, n: number) => {
    const before = files.get('record') ?? '';
    await new Promise(resolve => setTimeout(resolve, 2));
    files.set('record', `${before}${window}${n} `);
  };
  const windowOf = async (name: string) => {
    for (let n = 0; n < 8; n++)
      expect(
        await whileLocked(placeOn(files), `${name}-${n}`, () => add(name, n), { patience: 60_000, pause: 1 }),
      ).toBeUndefined();
  };
  await Promise.all(['a', 'b', 'c'].map(windowOf));
  expect((files.get('record') ?? '').trim().split(' ').toSorted()).toEqual(
    ['a', 'b', 'c'].flatMap(name => Array.from({ length: 8 }, (_, n) => `${name}${n}`)),
  );
  expect(files.has('lock')).toBe(false);
});

test('a lock that a window left behind is taken away, and one that keeps changing hands is waited for in vain', async () => {
  const left = new Map([['lock', 'a window that was closed']]);
  expect(await whileLocked(placeOn(left), 'b', async () => 'done', { patience: 10, pause: 1 })).toBe('done');
  expect(left.has('lock')).toBe(false);

  let n = 0;
  const busy: LockPlace = { ...placeOn(new Map()), make: async () => false, content: async () => `${n++}` };
  expect(await whileLocked(busy, 'b', async () => 'done', { patience: 10, pause: 1 })).toBe('busy');
});

test('what goes wrong under the lock gives it back', async () => {
  const files = new Map<string, string>();
  const failing = whileLocked(placeOn(files), 'a', () => Promise.reject(new Error('The disk is full.')));
  await expect(failing).rejects.toThrow('full');
  expect(files.has('lock')).toBe(false);
});
