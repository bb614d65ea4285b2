import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainProse } from '../../../server/core/model/prose.ts';
import { addWeights } from '../../../server/core/models/sparse-model.ts';
import file from '../../../server/core/models/tagger.json';
import { bestTag, sumLength, unpackTagger } from '../../../server/core/models/tagger-model.ts';
import { tagFeatures, tagKeys, wordFeatures, wordKeys } from '../../../server/core/text/tag-features.ts';
import { makeRoom, newTagSums, readVariants, sumWeights } from '../../../server/core/text/tag-sums.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';
import { describe, newDescription, noTag, onlyTag, rowAt } from '../../../server/core/text/unit-forms.ts';
import { cutUnits, newUnits } from '../../../server/core/text/units.ts';

const unpacked = unpackTagger(file, 'tagger.json');
if (typeof unpacked === 'string') throw new Error(unpacked);
const weights = unpacked;
const sums = newTagSums(weights);
const rows = newDescription();
const formIds = new Int32Array(4000);
const units = newUnits();

function describeText(text: string): void {
  const tokens = tokenize(plainProse(text));
  cutUnits(units, tokens, 0, Math.min(tokens.length, 400));
  makeRoom(sums, units.count);
  describe(rows, sums.forms, formIds, tokens, units);
  readVariants(sums, rows, formIds, units.count);
}

/** Compares the sums of every unit, whatever the tags before it, with those of its features added one by one. */
function expectEqualSums(text: string): void {
  describeText(text);
  const keys = new Int32Array(wordFeatures + tagFeatures);
  for (let i = 0; i < units.count; i++)
    for (const [tag1, tag2] of [
      [noTag, noTag],
      [0, noTag],
      [3, 8],
    ] as const) {
      wordKeys(keys, 0, rows, i);
      tagKeys(keys, wordFeatures, rows, i, tag1, tag2);
      const plain = new Float64Array(sumLength);
      for (const key of keys) addWeights(weights, Int32Array.of(key), 1, plain, 0);
      const sum = new Float64Array(sumLength);
      sumWeights(sums, rows, i, tag1, tag2, sum);
      expect(sum).toEqual(plain);
    }
}

const sample = readFileSync(new URL('../../../samples/op-ed.md', import.meta.url), 'utf8');

test('remembered sums are those of the features one by one', () => {
  for (const paragraph of sample.split(/\n\n+/)) expectEqualSums(paragraph);
});

test('and are whatever was remembered before', () => {
  const word = fc.oneof(fc.constantFrom(...sample.split(/\s+/)), fc.string({ unit: 'binary', maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), words => expectEqualSums(words.join(' '))),
    { numRuns: 200, seed: 20261123 },
  );
});

test('and are after everything was forgotten for want of room', () => {
  const before = sums.count;
  for (let i = 0; sums.count >= before; i++)
    describeText(Array.from({ length: 390 }, (_, n) => `w${(i * 390 + n).toString(36)}q`).join(' '));
  expectEqualSums('The old dam will hold, experts say.');
});

test('a word that always has one tag is not weighed, but its capitals may be a name', () => {
  describeText('the the The');
  expect([0, 1, 2].map(i => onlyTag(rows, rowAt(i)) === noTag)).toEqual([false, false, true]);
});

test('of equal sums the first tag is taken, and a sum below nothing is told from the one it shares a number with', () => {
  const sum = new Float64Array(sumLength);
  expect(bestTag(sum)).toBe(0);
  const apart = 2 ** 26;
  sum[0] = 5 * apart - 7;
  expect(bestTag(sum)).toBe(1);
  sum[1] = -3 * apart + 9;
  expect(bestTag(sum)).toBe(2);
  sum[2] = 9 * apart + 9;
  expect(bestTag(sum)).toBe(2);
});
