import { deflateRawSync } from 'node:zlib';
import { checksumOf, padded } from '../../server/core/models/base64.ts';
import { pairOf, type SparseFile } from '../../server/core/models/sparse-model.ts';

/** A row of weights, one for each label, for every feature; `rowOfKey` is -1 for a feature that is not used. */
export interface DenseRows {
  readonly rowOfKey: Int32Array;
  readonly rows: number;
  readonly weights: Float32Array;
}

type Packed = Pick<SparseFile, 'checksum' | 'rows' | 'pairs' | 'weights' | 'data'>;

/**
 * Packs weights, keeping as many of the largest as fit into a number of bytes when deflated.
 *
 * @param listed The pairs that a key has in place of its weights; absent for a key that has none.
 * @param largest What the largest weight is stored as.
 * @param steps Weights are rounded on a logarithmic scale, to as many steps on either side of nothing.
 */
export function packSparse(
  dense: DenseRows,
  labels: number,
  listed: (key: number) => readonly number[] | undefined,
  budget: number,
  largest: number,
  steps: number,
): Packed & { readonly deflated: number } {
  const most = dense.weights.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
  const sizes = dense.weights
    .filter(weight => weight !== 0)
    .map(Math.abs)
    .sort();
  let low = 0;
  let high = sizes.length;
  let best = pack(Number.POSITIVE_INFINITY);
  for (let round = 0; round < 10; round++) {
    const middle = (low + high) >> 1;
    const tried = pack(sizes[middle] as number);
    if (tried.packed.length <= budget) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return {
    checksum: checksumOf(best.bytes),
    rows: best.rows,
    pairs: best.pairs,
    weights: best.weights,
    data: Buffer.from(best.bytes).toString('base64'),
    deflated: best.packed.length,
  };

  function pack(least: number) {
    const scale = scaleOf(least, most, largest, steps);
    const { rowOfKey, weights } = dense;
    const counts = new Uint8Array(rowOfKey.length >> 8);
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
      for (const pair of own) pairs.push(pair);
    }
    const bytes = new Uint8Array(padded(((counts.length + lows.length + 1) >> 1) + lows.length + pairs.length));
    const packedHalves = halves([...counts, ...lengths]);
    bytes.set(packedHalves);
    bytes.set(lows, packedHalves.length);
    bytes.set(pairs, packedHalves.length + lows.length);
    return {
      rows: lows.length,
      pairs: pairs.length,
      bytes,
      packed: deflateRawSync(bytes, { level: 9 }),
      weights: scale.weights,
    };

    /** The pairs that are listed for a key, or those of the weights that are large enough. */
    function pairsOf(key: number): readonly number[] {
      const listedHere = listed(key);
      if (listedHere) return listedHere;
      const row = rowOfKey[key] as number;
      const own: number[] = [];
      if (row < 0) return own;
      for (let label = 0; label < labels; label++) {
        const weight = weights[row * labels + label] as number;
        if (Math.abs(weight) >= least) own.push(pairOf(label, scale.indexOf(weight), 2 * steps, labels));
      }
      return own.slice(0, 15);
    }
  }
}

/** Two numbers below 16 in each byte. */
const halves = (numbers: readonly number[]): number[] =>
  Array.from(
    { length: (numbers.length + 1) >> 1 },
    (_, i) => (numbers[2 * i] as number) | ((numbers[2 * i + 1] ?? 0) << 4),
  );

/** Steps of equal ratio from the smallest weight that is kept to the largest; the negative ones stand behind the positive. */
function scaleOf(least: number, most: number, largest: number, steps: number) {
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
