import { describe, expect, test } from 'vitest';
import { type Boosting, boostedLogit, fitTrees } from '../../../scripts/fit/boost.ts';
import { packTrees } from '../../../scripts/fit/pack.ts';
import { type StoredTrees, treesLogit, unpackTrees } from '../../../server/core/models/tree-model.ts';

const boosting: Boosting = { trees: 40, depth: 2, rate: 0.3, ridge: 4, thresholds: 7, parts: 1, scale: 1 / 256 };

/** Yes where just one of two inputs is high, which no sum of them can tell; the third input says nothing. */
const samples = Array.from({ length: 64 }, (_, i) => {
  const [a, b] = [i % 8, (i >> 3) % 8];
  return { inputs: Int16Array.of(100 * a - 300, -b, 5), yes: Number(a > 3 !== b > 3) };
});
const fitted = fitTrees(samples, boosting);
const packed = packTrees(fitted, fitted.bias, fitted.scale);

function unpacked(stored: StoredTrees | undefined, width = 3) {
  return unpackTrees(stored, 'trees.json', 'odd', width);
}

test('trees learn what depends on two things at once, and say the same once packed', () => {
  const model = unpacked(packed);
  if (typeof model === 'string') throw new Error(model);
  for (const { inputs, yes } of samples) {
    expect(boostedLogit(fitted, inputs) > 0).toBe(yes === 1);
    expect(treesLogit(model, inputs)).toBeCloseTo(boostedLogit(fitted, inputs), 4);
  }
  expect(fitted.trees.flatMap(({ questions }) => questions).every(({ input }) => input < 2)).toBe(true);
  // What lies beyond everything seen is told as the nearest that was seen.
  expect(treesLogit(model, Int16Array.of(32767, 0, 5))).toBe(treesLogit(model, Int16Array.of(400, 0, 5)));
});

test('the same trees come of the same samples, and a half yes of readings that differ', () => {
  expect(fitTrees(samples, boosting)).toEqual(fitted);
  const torn = samples.map(sample => ({ ...sample, yes: 0.5 }));
  expect(Math.abs(boostedLogit(fitTrees(torn, boosting), Int16Array.of(100, 0, 5)))).toBeLessThan(0.01);
});

test('where inputs are offered in turn, no tree asks for one that is not its own', () => {
  const { trees } = fitTrees(samples, { ...boosting, parts: 2 });
  trees.forEach(({ questions }, at) => {
    for (const { input } of questions) expect(input).toBe(at % 2);
  });
});

describe('trees that cannot be used are named, with what is wrong', () => {
  test.each<[string, StoredTrees | undefined, RegExp]>([
    ['missing', undefined, /^trees\.json is damaged: it has no trees “odd”\.$/],
    ['damaged', { ...packed, checksum: '00000000' }, /the checksum of its trees “odd” is [\da-f]{8}, not 00000000/],
    ['no base64', { ...packed, data: `é${packed.data.slice(1)}` }, /the checksum of its trees “odd” is none/],
    ['too few', { ...packed, trees: 41 }, /its trees “odd” have 561 bytes, not 576/],
    ['for other inputs', { ...packed, inputs: 4 }, /fitted to 4 inputs, but this program has 3/],
  ])('%s', (_, stored, message) => {
    expect(unpacked(stored)).toMatch(message);
  });
});
