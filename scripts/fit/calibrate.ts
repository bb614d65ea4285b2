import type { DenseModel } from './dense.ts';
import type { Example } from './examples.ts';

/**
 * The slope by which held-out logits become probabilities (Platt 1999): a logistic regression of the labels on the logits, by
 * Newton's method.
 */
export function slopeOf(examples: readonly Example[], logits: ArrayLike<number>): number {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 50; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    examples.forEach(({ yes, weight = 1 }, i) => {
      const logit = logits[i] as number;
      const probability = 1 / (1 + Math.exp(-(slope * logit + shift)));
      const error = weight * (probability - yes);
      const curve = weight * probability * (1 - probability);
      g0 += error;
      g1 += error * logit;
      h00 += curve;
      h01 += curve * logit;
      h11 += curve * logit * logit;
    });
    const determinant = h00 * h11 - h01 * h01;
    shift -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return slope;
}

/**
 * A model whose probabilities have the spread that held-out ones were right with, and whose 0.5 is a decision.
 *
 * @param from The logit from which to decide yes.
 */
export function calibrated(
  model: DenseModel,
  examples: readonly Example[],
  logits: ArrayLike<number>,
  from: number,
): DenseModel {
  const slope = slopeOf(examples, logits);
  return { ...model, bias: slope * (model.bias - from), weights: model.weights.map(weight => slope * weight) };
}
