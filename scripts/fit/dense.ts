import { evenness } from '../../server/core/models/linear-model.ts';

/** A linear model that is not packed yet. */
export interface DenseModel {
  readonly bias: number;
  /** One for each bucket. */
  readonly weights: Float64Array;
  readonly usual: number;
}

/** The logit of a model that was not packed. */
export function denseLogit({ bias, weights, usual }: DenseModel, features: Int32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & (weights.length - 1)] as number;
  return bias + sum * evenness(usual, features.length);
}
