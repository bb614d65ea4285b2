import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { denseLogit } from '../../../scripts/fit/dense.ts';
import { bestThreshold, type Example, foldsOf, scoreAt } from '../../../scripts/fit/examples.ts';
import { fromModels, together } from '../../../scripts/fit/known.ts';
import { fitLogistic, heldOut } from '../../../scripts/fit/logistic.ts';
import { packLinear } from '../../../scripts/fit/pack.ts';
import { fromWordVectors } from '../../../scripts/fit/word-vectors.ts';
import { bucketBits, wordFeature } from '../../../server/core/claims/bag.ts';
import { formHash } from '../../../server/core/claims/words.ts';
import { combined, hashOf } from '../../../server/core/models/features.ts';
import { contributionOf, type LinearFile, logitOf, unpackLinear } from '../../../server/core/models/linear-model.ts';

const fitting = { bits: 10, ridge: 0.1, leastGroups: 2 };
const provenance = { about: 'A test.', licence: 'MIT' };
const word = (text: string) => combined(hashOf('word'), hashOf(text));

/** Ten documents in which "rain" means yes, but not beside "no". */
const examples: Example[] = Array.from({ length: 40 }, (_, i) => {
  const rain = i % 2 === 0;
  const no = i % 4 === 0;
  const words = [...(rain ? ['rain'] : ['sun']), ...(no ? ['no'] : []), 'the'];
  return { features: Int32Array.from(words, word), yes: Number(rain && !no), group: `doc ${i % 10}` };
});

test('a model may have fewer buckets than the others of its file', () => {
  const fine = fitLogistic(examples, fitting);
  const coarse = fitLogistic(examples, { ...fitting, bits: 6 });
  const file = packLinear({ fine, coarse }, 3, provenance);
  const models = unpackLinear(file, 'wet.json', 3, ['fine', 'coarse']);
  if (typeof models === 'string') throw new Error(models);
  expect(models.fine.weights.length).toBe(1 << 10);
  expect(models.coarse.weights.length).toBe(1 << 6);
  for (const { features } of examples)
    expect(logitOf(models.coarse, features)).toBeCloseTo(denseLogit(coarse, features), 0);
});

test('what was fitted decides the same once packed, and says what each feature adds', () => {
  const dense = fitLogistic(examples, fitting);
  const file = packLinear({ wet: dense }, 3, provenance);
  const models = unpackLinear(file, 'wet.json', 3, ['wet']);
  if (typeof models === 'string') throw new Error(models);
  for (const { features, yes } of examples) {
    expect(denseLogit(dense, features) > 0).toBe(yes === 1);
    expect(logitOf(models.wet, features)).toBeCloseTo(denseLogit(dense, features), 0);
  }
  expect(contributionOf(models.wet, word('rain'))).toBeGreaterThan(1);
  expect(contributionOf(models.wet, word('no'))).toBeLessThan(-1);
  expect(contributionOf(models.wet, word('never seen'))).toBe(0);
});

test.each([4, 3, 2])('%i bits a weight are enough for a model to decide the same', bits => {
  const dense = fitLogistic(examples, fitting);
  const whole = packLinear({ wet: dense }, 3, provenance);
  const file = packLinear({ wet: dense }, 3, provenance, () => bits);
  const sizeOf = ({ models }: LinearFile) => models['wet']?.data.length ?? 0;
  expect(sizeOf(file)).toBeLessThan((bits / 8) * sizeOf(whole) + 8);
  const models = unpackLinear(file, 'wet.json', 3, ['wet']);
  if (typeof models === 'string') throw new Error(models);
  for (const { features, yes } of examples) expect(logitOf(models.wet, features) > 0).toBe(yes === 1);
  expect(contributionOf(models.wet, word('never seen'))).toBe(0);
});

test('only examples whose readings agree are scored, and decide where yes begins', () => {
  const of = (yes: number, readings = 2): Example => ({ features: new Int32Array(0), yes, readings, group: 'doc' });
  const read = [of(1), of(0.5), of(0), of(1, 0)];
  expect(scoreAt(read, [2, 1, 0, -1], 0.5)).toEqual({ precision: 1, recall: 1, f1: 1, accuracy: 1 });
  expect(bestThreshold(read, [2, 1, 0, -1])).toBe(1);
});

test('examples of no weight and features of a single group are not learnt', () => {
  const noise = { features: Int32Array.of(word('the'), word('odd')), yes: 1, group: 'doc 0' };
  const more = [...examples, ...Array.from({ length: 50 }, () => ({ ...noise, weight: 0 }))];
  expect(fitLogistic(more, fitting)).toEqual(fitLogistic(examples, fitting));
  const once = fitLogistic([...examples, noise, noise], fitting);
  expect(once.weights[word('odd') & 1023]).toBe(0);
});

test('what is known of kindred decisions is taken over as far as it helps', () => {
  const known = together(fromModels([fitLogistic(examples, fitting)]));
  // One group alone is too few to learn any feature from.
  const few = examples.filter(({ group }) => group === 'doc 0' || group === 'doc 3');
  const alone = fitLogistic(few, { ...fitting, leastGroups: 3 });
  const built = fitLogistic(few, { ...fitting, leastGroups: 3 }, known);
  const rain = Int32Array.of(word('rain'));
  const dry = Int32Array.of(word('rain'), word('no'));
  expect(denseLogit(alone, rain)).toBe(denseLogit(alone, dry));
  expect(denseLogit(built, rain)).toBeGreaterThan(denseLogit(built, dry));
  const both = together(known, fromModels([built]));
  expect(both.size).toBe(2);
  expect([...both.of(rain)]).toEqual([...known.of(rain), denseLogit(built, rain)]);
});

test('words that are used alike are learnt together, those too that no example has', () => {
  const row = (...start: number[]) => [...start, ...Array.from({ length: 98 }, () => 0)];
  const vectors = { rain: row(1, 0.1), drizzle: row(1, 0.2), sun: row(-1, 0.1), shine: row(-1, 0.2) };
  const file = join(mkdtempSync(join(tmpdir(), 'vectors-')), 'vectors.json');
  writeFileSync(file, JSON.stringify({ words: Object.keys(vectors), vectors }));
  const of = (text: string) => Int32Array.of(wordFeature(formHash(text)));
  const weather = ['rain', 'sun'].flatMap(text =>
    Array.from({ length: 10 }, (_, i) => ({ features: of(text), yes: Number(text === 'rain'), group: `doc ${i}` })),
  );
  const model = fitLogistic(weather, { ...fitting, ridge: 40, bits: bucketBits }, fromWordVectors(file, 0));
  expect(denseLogit(model, of('drizzle'))).toBeGreaterThan(0.1);
  expect(denseLogit(model, of('shine'))).toBeLessThan(-0.1);
});

test('held-out scores come from models that have not seen the group', () => {
  const logits = heldOut(examples, fitting);
  expect(scoreAt(examples, logits)).toMatchObject({ precision: 1, recall: 1, f1: 1, accuracy: 1 });
  const folds = foldsOf(examples, 5);
  const byGroup = new Map(examples.map(({ group }, i) => [group, folds[i]]));
  expect(examples.every(({ group }, i) => byGroup.get(group) === folds[i])).toBe(true);
  // Nothing can be known of the only document that says yes.
  const lone = examples.map((example, i) => ({
    ...example,
    features: Int32Array.of(word('the')),
    yes: Number(i % 10 === 0),
  }));
  expect(scoreAt(lone, heldOut(lone, fitting)).recall).toBe(0);
});

describe('a file that cannot be used is named, with what is wrong', () => {
  const file = packLinear({ wet: fitLogistic(examples, fitting) }, 3, provenance);
  const { wet } = file.models;
  if (!wet) throw new Error('nothing was packed');
  test.each<[string, Partial<LinearFile>, RegExp]>([
    ['another layout', { format: 0 }, /^wet\.json is of version 0\.3, but this program reads version 1\.3/],
    ['other features', { features: 9 }, /^wet\.json is of version 1\.9/],
    [
      'cut short',
      { models: { wet: { ...wet, data: wet.data.slice(0, 80) } } },
      /damaged: the checksum of its model “wet”/,
    ],
    ['no base64', { models: { wet: { ...wet, data: `é${wet.data.slice(1)}` } } }, /is damaged: the checksum/],
    ['a model missing', { models: {} }, /^wet\.json is damaged: it has no model “wet”/],
    ['buckets that do not fit', { bits: 11 }, /has 1026 bytes, not 2049/],
  ])('%s', (_, changes, message) => {
    expect(unpackLinear({ ...file, ...changes }, 'wet.json', 3, ['wet'])).toMatch(message);
  });
});
