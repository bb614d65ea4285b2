import { expect, test } from 'vitest';
import { once } from '../../../server/core/model/once.ts';

test('what is made of an object is made once, and of an equal one anew', () => {
  let times = 0;
  const made = once(({ name }: { name: string }) => ({ name, time: ++times }));
  const ada = { name: 'Ada' };
  expect(made(ada)).toBe(made(ada));
  expect(made({ name: 'Ada' })).toEqual({ name: 'Ada', time: 2 });
});
