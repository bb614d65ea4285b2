import { expect, test } from 'vitest';
import { add, bucketBits, empty, newBag } from '../../../server/core/claims/bag.ts';

test('a bag holds one feature of each bucket, and grows with what it holds', () => {
  const bag = newBag();
  empty(bag);
  for (let i = 0; i < 3000; i++) add(bag, i);
  for (let i = 0; i < 3000; i++) add(bag, i + (1 << bucketBits));
  expect(bag.count).toBe(3000);
  expect([...bag.features.subarray(0, bag.count)]).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  empty(bag);
  expect(bag.count).toBe(0);
  add(bag, 7);
  expect(bag.count).toBe(1);
});
