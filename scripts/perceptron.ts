import { partsOfSpeech } from '../server/core/model/pos.ts';
import { tagFeatures, tagKeys, wordFeatures } from '../server/core/text/tag-features.ts';
import { keyBits, noTag } from '../server/core/text/unit-forms.ts';
import { numbers, shuffle } from './fit/chance.ts';
import type { DenseRows } from './fit/pack-sparse.ts';
import { type Example, unknown } from './tagger-examples.ts';

const tags = partsOfSpeech.length;
const punct = partsOfSpeech.indexOf('punct');
const features = wordFeatures + tagFeatures;

export interface Training {
  /** Passes over the examples. */
  readonly passes: number;
  /** How far ahead of all others the right tag must be not to be learnt from. */
  readonly margin: number;
  /** Features seen less often are not used. */
  readonly leastUses: number;
  /** Perceptrons fitted in different orders, whose weights are averaged. */
  readonly orders: number;
}

/** Fits averaged perceptrons (Collins 2002) with a margin, each in an order of its own, and averages them. Deterministic. */
export function fitPerceptron(
  examples: readonly Example[],
  training: Training,
  log: (line: string) => void,
): DenseRows {
  const { rowOfKey, rows } = usedFeatures(examples, training.leastUses);
  log(`${examples.length} sentences, ${rows} features`);
  const mean = new Float32Array(rows * tags);
  for (let order = 1; order <= training.orders; order++) {
    const weights = fitOnce(examples, training, rowOfKey, rows, order, log);
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (weights[i] as number) / training.orders;
  }
  return { rowOfKey, rows, weights: mean };
}

function usedFeatures(examples: readonly Example[], leastUses: number): { rowOfKey: Int32Array; rows: number } {
  const uses = new Uint8Array(1 << keyBits);
  const keys = new Int32Array(tagFeatures);
  const count = (key: number) => {
    if ((uses[key] as number) < 255) uses[key] = (uses[key] as number) + 1;
  };
  for (const { count: units, rows, keys: wordKeys, gold, marks } of examples) {
    let tag1 = noTag;
    let tag2 = noTag;
    for (let i = 0; i < units; i++) {
      const right = gold[i] as number;
      if (right >= 0 && !marks[i]) {
        for (let k = 0; k < wordFeatures; k++) count(wordKeys[i * wordFeatures + k] as number);
        tagKeys(keys, 0, rows, i, tag1, tag2);
        keys.forEach(count);
      }
      tag2 = tag1;
      tag1 = marks[i] ? punct : right === unknown ? noTag : right;
    }
  }
  const rowOfKey = new Int32Array(1 << keyBits).fill(-1);
  let rows = 0;
  for (let key = 0; key < rowOfKey.length; key++) if ((uses[key] as number) >= leastUses) rowOfKey[key] = rows++;
  return { rowOfKey, rows };
}

function fitOnce(
  examples: readonly Example[],
  { passes, margin }: Training,
  rowOfKey: Int32Array,
  rows: number,
  seed: number,
  log: (line: string) => void,
): Float32Array {
  const weights = new Float32Array(rows * tags);
  // What each weight would lose if all its changes were undone at the time they were made; the average follows from it.
  const late = new Float64Array(rows * tags);
  const keys = new Int32Array(tagFeatures);
  const found = new Int32Array(features);
  const scores = new Float64Array(tags);
  const order = examples.map((_, i) => i);
  const chance = numbers(seed);
  let time = 1;
  for (let pass = 1; pass <= passes; pass++) {
    shuffle(order, chance);
    let wrong = 0;
    let all = 0;
    for (const which of order) {
      const { count, rows: described, keys: wordKeys, gold, marks } = examples[which] as Example;
      let tag1 = noTag;
      let tag2 = noTag;
      for (let i = 0; i < count; i++) {
        const right = gold[i] as number;
        let best = punct;
        if (!marks[i]) {
          for (let k = 0; k < wordFeatures; k++)
            found[k] = rowOfKey[wordKeys[i * wordFeatures + k] as number] as number;
          tagKeys(keys, 0, described, i, tag1, tag2);
          for (let k = 0; k < tagFeatures; k++) found[wordFeatures + k] = rowOfKey[keys[k] as number] as number;
          best = score(weights, found, scores);
        }
        if (right >= 0 && !marks[i]) {
          time++;
          all++;
          if (best !== right) wrong++;
          const rival = rivalOf(scores, right);
          if ((scores[right] as number) - (scores[rival] as number) <= margin)
            for (let k = 0; k < features; k++) {
              const row = found[k] as number;
              if (row < 0) continue;
              change(weights, late, row * tags + right, 1, time);
              change(weights, late, row * tags + rival, -1, time);
            }
        }
        tag2 = tag1;
        tag1 = best;
      }
    }
    log(`order ${seed}, pass ${pass}: ${((100 * wrong) / all).toFixed(2)} % wrong`);
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) - (late[i] as number) / time;
  return weights;
}

function change(weights: Float32Array, late: Float64Array, at: number, by: number, time: number): void {
  weights[at] = (weights[at] as number) + by;
  late[at] = (late[at] as number) + by * time;
}

/** Sums the weights of the features found, and returns the best tag. */
function score(weights: Float32Array, found: Int32Array, scores: Float64Array): number {
  scores.fill(0);
  for (let k = 0; k < features; k++) {
    const row = found[k] as number;
    if (row < 0) continue;
    for (let tag = 0; tag < tags; tag++) scores[tag] = (scores[tag] as number) + (weights[row * tags + tag] as number);
  }
  let best = 0;
  for (let tag = 1; tag < tags; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag;
  return best;
}

/** The best tag but the right one. */
function rivalOf(scores: Float64Array, right: number): number {
  let rival = right === 0 ? 1 : 0;
  for (let tag = 0; tag < tags; tag++)
    if (tag !== right && (scores[tag] as number) > (scores[rival] as number)) rival = tag;
  return rival;
}
