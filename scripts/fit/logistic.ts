import { evenness } from '../../server/core/models/linear-model.ts';
import { type DenseModel, denseLogit } from './dense.ts';
import { type Example, foldsOf } from './examples.ts';
import type { Known } from './known.ts';
import { minimise } from './minimise.ts';

export interface Fitting {
  /** The buckets are two to this power. */
  readonly bits: number;
  /** Strength of the L2 penalty, which the bias is free of. */
  readonly ridge: number;
  /** Features that fewer groups have are not learnt. */
  readonly leastGroups: number;
  /** How many features a usual example has; scores of longer and shorter ones are evened out to it. Absent where length is left to count. */
  readonly usual?: number;
  /** Fitting ends where a step makes the cost smaller by less than this share; see `minimise`. */
  readonly least?: number;
}

/** The penalty on how much a new model takes over from what it builds on. */
const priorRidge = 10;

/**
 * A logistic regression over hashed features with an L2 penalty, by L-BFGS from zero: the same answer twice.
 *
 * @param known What it builds on, if anything.
 */
export function fitLogistic(examples: readonly Example[], fitting: Fitting, known?: Known): DenseModel {
  const { bits, ridge, leastGroups, usual = 0 } = fitting;
  const columnOf = usedBuckets(examples, 1 << bits, leastGroups);
  // Column 0 is the bias, and the last ones say how much is taken over of each thing that is known.
  const columns = columnOf.reduce((most, column) => Math.max(most, column), 0) + 1;
  const data = rowsOf(examples, columnOf, usual);
  const scores = known && examples.map(({ features }) => known.of(features));
  const cost = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = penalty(weights, gradient, columns, ridge);
    for (let i = 0; i < examples.length; i++) {
      const share = data.shares[i] as number;
      if (share === 0) continue;
      const from = data.starts[i] as number;
      const end = data.starts[i + 1] as number;
      const even = data.evenness[i] as number;
      let sum = 0;
      for (let k = from; k < end; k++) sum += weights[data.columns[k] as number] as number;
      let logit = (weights[0] as number) + sum * even;
      const own = scores?.[i];
      if (own) for (let p = 0; p < own.length; p++) logit += (weights[columns + p] as number) * (own[p] as number);
      const yes = data.yes[i] as number;
      // Written so that neither a large nor a small logit overflows.
      const surprise = logit > 0 ? logit + Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit));
      loss += share * (surprise - yes * logit);
      const pull = share * (1 / (1 + Math.exp(-logit)) - yes);
      gradient[0] = (gradient[0] as number) + pull;
      for (let k = from; k < end; k++) {
        const column = data.columns[k] as number;
        gradient[column] = (gradient[column] as number) + pull * even;
      }
      if (own)
        for (let p = 0; p < own.length; p++)
          gradient[columns + p] = (gradient[columns + p] as number) + pull * (own[p] as number);
    }
    return loss;
  };
  const fitted = minimise(columns + (known?.size ?? 0), cost, fitting.least);
  const weights = new Float64Array(columnOf.length);
  columnOf.forEach((column, bucket) => {
    if (column > 0) weights[bucket] = fitted[column] as number;
  });
  const bias = (fitted[0] as number) + (known?.addTo(weights, fitted.subarray(columns)) ?? 0);
  return { bias, weights, usual };
}

function penalty(weights: Float64Array, gradient: Float64Array, columns: number, ridge: number): number {
  let loss = 0;
  gradient[0] = 0;
  for (let i = 1; i < weights.length; i++) {
    const weight = weights[i] as number;
    const strength = i < columns ? ridge : priorRidge;
    gradient[i] = strength * weight;
    loss += (strength * weight * weight) / 2;
  }
  return loss;
}

/** The examples as one list of columns, quick to walk. */
function rowsOf(examples: readonly Example[], columnOf: Int32Array, usual: number) {
  const mask = columnOf.length - 1;
  const starts = new Int32Array(examples.length + 1);
  const columns = new Int32Array(examples.reduce((sum, { features }) => sum + features.length, 0));
  let end = 0;
  examples.forEach(({ features }, i) => {
    for (const feature of features) {
      const column = columnOf[feature & mask] as number;
      if (column > 0) columns[end++] = column;
    }
    starts[i + 1] = end;
  });
  return {
    starts,
    columns,
    yes: Float64Array.from(examples, ({ yes }) => yes),
    shares: Float64Array.from(examples, ({ weight }) => weight ?? 1),
    evenness: Float64Array.from(examples, ({ features }) => evenness(usual, features.length)),
  };
}

/** The column of each bucket that enough groups have, counted from 1; 0 for all others. */
function usedBuckets(examples: readonly Example[], buckets: number, leastGroups: number): Int32Array {
  const groups = new Int32Array(buckets);
  const last = new Int32Array(buckets).fill(-1);
  const indexOf = new Map<string, number>();
  for (const { features, group, weight } of examples) {
    if (weight === 0) continue;
    if (!indexOf.has(group)) indexOf.set(group, indexOf.size);
    const index = indexOf.get(group) as number;
    for (const feature of features) {
      const bucket = feature & (buckets - 1);
      if (last[bucket] === index) continue;
      last[bucket] = index;
      groups[bucket] = (groups[bucket] as number) + 1;
    }
  }
  let columns = 0;
  return groups.map(count => (count >= leastGroups ? ++columns : 0));
}

/** The logit of every example by a model that has not seen its group. */
export function heldOut(examples: readonly Example[], fitting: Fitting, folds = 5, known?: Known): Float64Array {
  const foldOf = foldsOf(examples, folds);
  const logits = new Float64Array(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = fitLogistic(
      examples.filter((_, i) => foldOf[i] !== fold),
      fitting,
      known,
    );
    examples.forEach(({ features }, i) => {
      if (foldOf[i] === fold) logits[i] = denseLogit(model, features);
    });
  }
  return logits;
}
