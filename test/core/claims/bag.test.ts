import { expect, test } from 'vitest';
import {
  add,
  bucketBits,
  empty,
  newBag,
  one,
  three,
  two,
  wordBits,
  wordFeature,
} from '../../../server/core/claims/bag.ts';
import { hashOf } from '../../../server/core/models/features.ts';

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

test('words have the first quarter of the buckets to themselves', () => {
  const bucket = (feature: number) => feature & ((1 << bucketBits) - 1);
  const hashes = Array.from({ length: 2000 }, (_, i) => hashOf(`word ${i}`));
  for (const hash of hashes) {
    expect(bucket(wordFeature(hash))).toBeLessThan(1 << wordBits);
    for (const feature of [one(hash, 1), two(hash, 1, 2), three(hash, 1, 2, 3)])
      expect(bucket(feature)).toBeGreaterThanOrEqual(1 << wordBits);
  }
  expect(new Set(hashes.map(hash => bucket(wordFeature(hash)))).size).toBeGreaterThan(1800);
  expect(new Set(hashes.map(hash => bucket(one(hash, 1)))).size).toBeGreaterThan(1900);
});
