import { deflateRawSync } from 'node:zlib';
import { partsOfSpeech } from '../server/core/model/pos.ts';
import { checksumOf, padded } from '../server/core/models/base64.ts';
import { alwaysPair, pairOf, type TaggerFile, taggerFormat } from '../server/core/models/tagger-model.ts';
import { featureVersion } from '../server/core/text/tag-features.ts';
import { keyBits, noTag } from '../server/core/text/unit-forms.ts';
import type { DenseWeights } from './perceptron.ts';

const tags = partsOfSpeech.length;
/** Weights are rounded on a logarithmic scale, to as many steps on either side of nothing. */
const steps = 7;
/** The largest weight, as it is stored. */
const largest = 1 << 16;

export interface Provenance {
  readonly about: string;
  readonly licence: string;
  readonly fittedOn: readonly string[];
}

/** Packs weights with the known tags of words, keeping as many of the largest weights as fit into a number of bytes. */
export function packTagger(
  dense: DenseWeights,
  knownTags: ReadonlyMap<number, number>,
  provenance: Provenance,
  budget: number,
): Provenance & TaggerFile & { readonly deflated: number } {
  const sizes = dense.weights
    .filter(weight => weight !== 0)
    .map(Math.abs)
    .sort();
  let low = 0;
  let high = sizes.length;
  let best = pack(dense, knownTags, Number.POSITIVE_INFINITY);
  for (let round = 0; round < 10; round++) {
    const middle = (low + high) >> 1;
    const tried = pack(dense, knownTags, sizes[middle] as number);
    if (tried.packed.length <= budget) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return {
    ...provenance,
    format: taggerFormat,
    features: featureVersion,
    checksum: checksumOf(best.bytes),
    rows: best.rows,
    pairs: best.pairs,
    weights: best.weights,
    data: Buffer.from(best.bytes).toString('base64'),
    deflated: best.packed.length,
  };
}

function pack({ rowOfKey, weights }: DenseWeights, knownTags: ReadonlyMap<number, number>, least: number) {
  const scale = scaleOf(
    least,
    weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
  );
  const counts = new Uint8Array(1 << (keyBits - 8));
  const lengths: number[] = [];
  const lows: number[] = [];
  const pairs: number[] = [];
  for (let key = 0; key < rowOfKey.length; key++) {
    const own = pairsOf(key);
    const bucket = key >>> 8;
    if (own.length === 0 || (counts[bucket] as number) === 15) continue;
    counts[bucket] = (counts[bucket] as number) + 1;
    lengths.push(own.length);
    lows.push(key & 0xff);
    pairs.push(...own);
  }
  const parts = [...halves([...counts, ...lengths]), ...lows, ...pairs];
  const bytes = new Uint8Array(padded(parts.length));
  bytes.set(parts);
  return {
    rows: lows.length,
    pairs: pairs.length,
    bytes,
    packed: deflateRawSync(bytes, { level: 9 }),
    weights: scale.weights,
  };

  /** The tags of a known word, or the weights of a feature that are large enough. */
  function pairsOf(key: number): number[] {
    const listed = knownTags.get(key);
    const row = rowOfKey[key] as number;
    const own: number[] = [];
    for (let tag = 0; tag < tags; tag++) {
      if (listed !== undefined) {
        if (listed & (1 << tag)) own.push(pairOf(tag, -1, 2 * steps));
      } else if (row >= 0) {
        const weight = weights[row * tags + tag] as number;
        if (Math.abs(weight) >= least) own.push(pairOf(tag, scale.indexOf(weight), 2 * steps));
      }
    }
    if (listed && listed & (1 << noTag)) own.push(alwaysPair);
    return own.slice(0, 15);
  }
}

/** Two numbers below 16 in each byte. */
const halves = (numbers: readonly number[]): number[] =>
  Array.from(
    { length: (numbers.length + 1) >> 1 },
    (_, i) => (numbers[2 * i] as number) | ((numbers[2 * i + 1] ?? 0) << 4),
  );

/** Steps of equal ratio from the smallest weight that is kept to the largest; the negative ones stand behind the positive. */
function scaleOf(least: number, most: number) {
  const range = Math.log(most / least);
  const sizes = Array.from({ length: steps }, (_, step) =>
    Math.round(Math.exp((-(steps - step - 0.5) / steps) * range) * largest),
  );
  return {
    weights: [...sizes, ...sizes.map(size => -size)],
    indexOf(weight: number): number {
      const step = Math.floor((Math.log(Math.abs(weight) / least) / range) * steps);
      return Math.min(steps - 1, Math.max(0, step)) + (weight < 0 ? steps : 0);
    },
  };
}
