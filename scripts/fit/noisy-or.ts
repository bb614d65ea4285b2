import type { DenseModel } from './dense.ts';
import type { Fitting } from './logistic.ts';
import { minimise } from './minimise.ts';

/** A sentence of which is known whether it has a cue, but not which word it is. */
export interface Bag {
  /** The hashes of the features of all words, one word behind the other. */
  readonly features: Int32Array;
  /** For each word, where its features end. */
  readonly ends: Int32Array;
  readonly label: boolean;
  /** Examples of one group are never on both sides of a fold. */
  readonly group: string;
}

/** The logit of a word before anything is learnt: one word in 150 is a cue. */
const ofWord = -5;

/**
 * A model of words, from sentences that have at least one cue or none: the probability of none is the product over the words
 * (a noisy or; Dietterich, Lathrop and Lozano-Pérez 1997 pose the problem). By L-BFGS from zero weights: the same answer twice.
 */
export function fitNoisyOr(bags: readonly Bag[], { bits, ridge, leastGroups }: Fitting): DenseModel {
  const buckets = 1 << bits;
  const columnOf = usedBuckets(bags, buckets, leastGroups);
  const columns = columnOf.reduce((most, column) => Math.max(most, column), 0) + 1;
  const rows = bags.map(({ features }) => features.map(feature => columnOf[feature & (buckets - 1)] as number));
  const logits = new Float64Array(bags.reduce((most, { ends }) => Math.max(most, ends.length), 0));
  const fitted = minimise(columns, (weights, gradient) => {
    let loss = 0;
    // Column 0 is the bias; features that are not learnt point at it too, and are passed over.
    gradient[0] = 0;
    for (let i = 1; i < columns; i++) {
      const weight = weights[i] as number;
      gradient[i] = ridge * weight;
      loss += (ridge * weight * weight) / 2;
    }
    const bias = ofWord + (weights[0] as number);
    for (let b = 0; b < bags.length; b++) {
      const { ends, label } = bags[b] as Bag;
      const row = rows[b] as Int32Array;
      let none = 0;
      for (let word = 0, k = 0; word < ends.length; word++) {
        let logit = bias;
        for (const end = ends[word] as number; k < end; k++) {
          const column = row[k] as number;
          if (column > 0) logit += weights[column] as number;
        }
        logits[word] = logit;
        none += logit > 30 ? logit : Math.log1p(Math.exp(logit));
      }
      none = Math.max(none, 1e-9);
      loss += label ? -Math.log(-Math.expm1(-none)) : none;
      const pull = label ? -1 / Math.expm1(none) : 1;
      for (let word = 0, k = 0; word < ends.length; word++) {
        const by = pull / (1 + Math.exp(-(logits[word] as number)));
        gradient[0] = (gradient[0] as number) + by;
        for (const end = ends[word] as number; k < end; k++) {
          const column = row[k] as number;
          if (column > 0) gradient[column] = (gradient[column] as number) + by;
        }
      }
    }
    return loss;
  });
  const weights = new Float64Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const column = columnOf[bucket] as number;
    if (column > 0) weights[bucket] = fitted[column] as number;
  }
  return { bias: ofWord + (fitted[0] as number), weights, usual: 0 };
}

/** The column of each bucket that enough sentences have, counted from 1; 0 for all others. */
function usedBuckets(bags: readonly Bag[], buckets: number, least: number): Int32Array {
  const sentences = new Int32Array(buckets);
  const last = new Int32Array(buckets).fill(-1);
  bags.forEach(({ features }, index) => {
    for (const feature of features) {
      const bucket = feature & (buckets - 1);
      if (last[bucket] === index) continue;
      last[bucket] = index;
      sentences[bucket] = (sentences[bucket] as number) + 1;
    }
  });
  let columns = 0;
  return sentences.map(count => (count >= least ? ++columns : 0));
}
