import { type Example, foldsOf } from './examples.ts';
import { minimise } from './minimise.ts';

export interface Fitting {
  /** The buckets are two to this power. */
  readonly bits: number;
  /** Strength of the L2 penalty, which the bias is free of. */
  readonly ridge: number;
  /** Features that fewer groups have are not learnt. */
  readonly leastGroups: number;
}

export interface DenseModel {
  readonly bias: number;
  /** One for each bucket. */
  readonly weights: Float64Array;
}

/** A logistic regression over hashed features with an L2 penalty, by L-BFGS from zero: the same answer twice. */
export function fitLogistic(examples: readonly Example[], { bits, ridge, leastGroups }: Fitting): DenseModel {
  const buckets = 1 << bits;
  const columnOf = usedBuckets(examples, buckets, leastGroups);
  const columns = columnOf.reduce((most, column) => Math.max(most, column), 0) + 1;
  // Column 0 is the bias.
  const rows = examples.map(({ features }) =>
    Int32Array.from([0, ...[...features].flatMap(feature => columnOf[feature & (buckets - 1)] || [])]),
  );
  const signs = Float64Array.from(examples, ({ label }) => (label ? 1 : -1));
  const shares = Float64Array.from(examples, ({ weight }) => weight ?? 1);
  const fitted = minimise(columns, (weights, gradient) => {
    let loss = 0;
    gradient[0] = 0;
    for (let i = 1; i < columns; i++) {
      const weight = weights[i] as number;
      gradient[i] = ridge * weight;
      loss += (ridge * weight * weight) / 2;
    }
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Int32Array;
      const sign = signs[i] as number;
      const share = shares[i] as number;
      if (share === 0) continue;
      let margin = 0;
      for (let k = 0; k < row.length; k++) margin += weights[row[k] as number] as number;
      margin *= sign;
      // Written so that neither a large nor a small margin overflows.
      loss += share * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
      const pull = (-share * sign) / (1 + Math.exp(margin));
      for (let k = 0; k < row.length; k++) {
        const column = row[k] as number;
        gradient[column] = (gradient[column] as number) + pull;
      }
    }
    return loss;
  });
  const weights = new Float64Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const column = columnOf[bucket] as number;
    if (column > 0) weights[bucket] = fitted[column] as number;
  }
  return { bias: fitted[0] as number, weights };
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
export function denseLogit({ bias, weights }: DenseModel, features: Int32Array): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature & (weights.length - 1)] as number;
  return sum;
}

/** The logit of every example by a model that has not seen its group. */
export function heldOut(examples: readonly Example[], fitting: Fitting, folds = 5): Float64Array {
  const foldOf = foldsOf(examples, folds);
  const logits = new Float64Array(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = fitLogistic(
      examples.filter((_, i) => foldOf[i] !== fold),
      fitting,
    );
    examples.forEach(({ features }, i) => {
      if (foldOf[i] === fold) logits[i] = denseLogit(model, features);
    });
  }
  return logits;
}
