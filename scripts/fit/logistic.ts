import { evenness } from '../../server/core/models/linear-model.ts';
import { type Example, foldsOf } from './examples.ts';
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
}

export interface DenseModel {
  readonly bias: number;
  /** One for each bucket. */
  readonly weights: Float64Array;
  readonly usual: number;
}

/** The penalty on how much a new model takes over from one that it builds on. */
const priorRidge = 10;

/**
 * A logistic regression over hashed features with an L2 penalty, by L-BFGS from zero: the same answer twice.
 *
 * @param priors Models of kindred decisions, fitted on other texts in the same way. The new model is a weighted sum of them,
 *   each as far as it helps, and of what the examples add to that (transfer by a prior model, Chelba and Acero 2004).
 */
export function fitLogistic(
  examples: readonly Example[],
  fitting: Fitting,
  priors: readonly DenseModel[] = [],
): DenseModel {
  const { bits, ridge, leastGroups, usual = 0 } = fitting;
  const buckets = 1 << bits;
  const columnOf = usedBuckets(examples, buckets, leastGroups);
  // Column 0 is the bias, and the last ones say how much of each prior model is taken over.
  const columns = columnOf.reduce((most, column) => Math.max(most, column), 0) + 1;
  const data = rowsOf(examples, columnOf, usual);
  const known = Float64Array.from(examples.flatMap(({ features }) => priors.map(prior => denseLogit(prior, features))));
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
      for (let p = 0; p < priors.length; p++)
        logit += (weights[columns + p] as number) * (known[i * priors.length + p] as number);
      const sign = data.signs[i] as number;
      const margin = logit * sign;
      // Written so that neither a large nor a small margin overflows.
      loss += share * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
      const pull = (-share * sign) / (1 + Math.exp(margin));
      gradient[0] = (gradient[0] as number) + pull;
      for (let k = from; k < end; k++) {
        const column = data.columns[k] as number;
        gradient[column] = (gradient[column] as number) + pull * even;
      }
      for (let p = 0; p < priors.length; p++)
        gradient[columns + p] = (gradient[columns + p] as number) + pull * (known[i * priors.length + p] as number);
    }
    return loss;
  };
  return together(minimise(columns + priors.length, cost), columnOf, columns, priors, usual);
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
    signs: Float64Array.from(examples, ({ label }) => (label ? 1 : -1)),
    shares: Float64Array.from(examples, ({ weight }) => weight ?? 1),
    evenness: Float64Array.from(examples, ({ features }) => evenness(usual, features.length)),
  };
}

/** One model of what was fitted and of the priors, which are linear in the same features. */
function together(
  fitted: Float64Array,
  columnOf: Int32Array,
  columns: number,
  priors: readonly DenseModel[],
  usual: number,
): DenseModel {
  const weights = new Float64Array(columnOf.length);
  let bias = fitted[0] as number;
  columnOf.forEach((column, bucket) => {
    if (column > 0) weights[bucket] = fitted[column] as number;
  });
  priors.forEach((prior, p) => {
    const share = fitted[columns + p] as number;
    bias += share * prior.bias;
    prior.weights.forEach((weight, bucket) => {
      weights[bucket] = (weights[bucket] as number) + share * weight;
    });
  });
  return { bias, weights, usual };
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

/** The logit of a model that was not packed. */
export function denseLogit({ bias, weights, usual }: DenseModel, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & (weights.length - 1)] as number;
  return bias + sum * evenness(usual, features.length);
}

/** The logit of every example by a model that has not seen its group. */
export function heldOut(
  examples: readonly Example[],
  fitting: Fitting,
  folds = 5,
  priors: readonly DenseModel[] = [],
): Float64Array {
  const foldOf = foldsOf(examples, folds);
  const logits = new Float64Array(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = fitLogistic(
      examples.filter((_, i) => foldOf[i] !== fold),
      fitting,
      priors,
    );
    examples.forEach(({ features }, i) => {
      if (foldOf[i] === fold) logits[i] = denseLogit(model, features);
    });
  }
  return logits;
}
