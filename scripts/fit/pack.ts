import { checksumOf, padded } from '../../server/core/models/base64.ts';
import { type LinearFile, linearFormat } from '../../server/core/models/linear-model.ts';
import { bytesOfTree, type StoredTrees } from '../../server/core/models/tree-model.ts';
import type { Trees } from './boost.ts';
import type { DenseModel } from './dense.ts';

/** What the card says in short, for whoever finds the file alone. */
export interface Provenance {
  readonly about: string;
  readonly licence: string;
}

/**
 * Packs models that share their features into a file.
 *
 * @param bitsOf How many bits a weight of a model has: eight are a signed byte, fewer tell one of the weights that the model has then.
 * @param features The version of the features, which the code that computes them states.
 */
export function packLinear(
  models: Readonly<Record<string, DenseModel>>,
  features: number,
  provenance: Provenance,
  bitsOf: (name: string) => number = () => 8,
): Provenance & LinearFile {
  const most = Math.max(...Object.values(models).map(({ weights }) => weights.length));
  const [usual, another] = new Set(Object.values(models).map(model => model.usual));
  if (another !== undefined) throw new RangeError('Models of one file even lengths out alike.');
  return {
    ...provenance,
    format: linearFormat,
    features,
    bits: Math.log2(most),
    ...(usual ? { usual } : {}),
    models: Object.fromEntries(
      Object.entries(models).map(([name, model]) => [
        name,
        {
          ...(model.weights.length < most ? { bits: Math.log2(model.weights.length) } : {}),
          ...(bitsOf(name) === 8 ? stored(model) : levelled(model, 1 << bitsOf(name))),
        },
      ]),
    ),
  };
}

function stored({ bias, weights }: DenseModel) {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = new Uint8Array(padded(weights.length));
  weights.forEach((weight, i) => {
    bytes[i] = Math.round(weight / scale) & 0xff;
  });
  return {
    bias: Number(bias.toPrecision(6)),
    scale: Number(scale.toPrecision(6)),
    checksum: checksumOf(bytes),
    data: Buffer.from(bytes).toString('base64'),
  };
}

/** Weights as one of some levels each, which are chosen so that all together are changed least (Lloyd 1982). */
function levelled({ bias, weights }: DenseModel, count: number) {
  const { data, ...rest } = stored({ bias, weights: levelsOf(weights, count), usual: 0 });
  const levels = [...new Int8Array(Buffer.from(data, 'base64'))].slice(0, count);
  const width = Math.log2(count);
  const bytes = new Uint8Array(padded((weights.length * width) / 8));
  weights.forEach((weight, bucket) => {
    const bit = bucket * width;
    const both = nearest(levels, weight / rest.scale) << (bit & 7);
    bytes[bit >> 3] = (bytes[bit >> 3] as number) | (both & 0xff);
    if (both > 0xff) bytes[(bit >> 3) + 1] = both >> 8;
  });
  return { ...rest, checksum: checksumOf(bytes), levels, data: Buffer.from(bytes).toString('base64') };
}

/** Weights in order, one of them nothing, each of the others the mean of the weights that it is nearest to. */
function levelsOf(weights: Float64Array, count: number): Float64Array {
  const sorted = weights.filter(weight => weight !== 0).sort();
  // The least and the greatest are among the first, so that nothing lies beyond all levels.
  let levels = Float64Array.from(
    { length: count },
    (_, level) => sorted[Math.round((level * (sorted.length - 1)) / (count - 1))] ?? 0,
  );
  for (let round = 0; round < 100; round++) {
    levels[zeroOf(levels)] = 0;
    const sums = new Float64Array(count);
    const counts = new Float64Array(count);
    let level = 0;
    for (const weight of sorted) {
      while (level + 1 < count && 2 * weight > (levels[level] as number) + (levels[level + 1] as number)) level++;
      sums[level] = (sums[level] as number) + weight;
      counts[level] = (counts[level] as number) + 1;
    }
    levels = levels.map((mean, at) => (counts[at] ? (sums[at] as number) / (counts[at] as number) : mean));
  }
  levels[zeroOf(levels)] = 0;
  return levels;
}

/** The place of the level that stands for nothing: the one that is nearest to it. */
const zeroOf = (levels: Float64Array): number => nearest([...levels], 0);

function nearest(kept: readonly number[], weight: number): number {
  let best = 0;
  kept.forEach((level, at) => {
    if (Math.abs(level - weight) < Math.abs((kept[best] as number) - weight)) best = at;
  });
  return best;
}

/** Packs boosted trees, with the bias and the scale that calibrate them. */
export function packTrees({ inputs, depth, trees }: Trees, bias: number, scale: number): StoredTrees {
  const bytes = new Uint8Array(padded(trees.length * bytesOfTree(depth)));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { questions, answers } of trees) {
    for (const { input, above } of questions) {
      view.setUint8(at, input);
      view.setInt16(at + 1, above, true);
      at += 3;
    }
    for (const answer of answers) {
      view.setInt16(at, answer, true);
      at += 2;
    }
  }
  return {
    inputs,
    depth,
    trees: trees.length,
    bias: Number(bias.toPrecision(6)),
    scale: Number(scale.toPrecision(6)),
    checksum: checksumOf(bytes),
    data: Buffer.from(bytes).toString('base64'),
  };
}
