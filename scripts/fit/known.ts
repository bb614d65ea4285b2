import { type DenseModel, denseLogit } from './dense.ts';

/**
 * What is known before a model is fitted, as scores that are linear in the features of an example: a new model is a weighted sum of them,
 * each as far as it helps, and of what the examples add to that (transfer by a prior model, Chelba and Acero 2004).
 */
export interface Known {
  /** How many scores it gives of each example. */
  readonly size: number;
  /** The scores of an example with these features. */
  of(features: Int32Array): Float64Array;
  /** Adds what the scores come to, each taken as often as the share says, to the weights of a model, and returns what they add to its bias. */
  addTo(weights: Float64Array, shares: Float64Array): number;
}

/** The scores of models of kindred decisions, fitted on other texts in the same way. */
export const fromModels = (priors: readonly DenseModel[]): Known => ({
  size: priors.length,
  of: features => Float64Array.from(priors, prior => denseLogit(prior, features)),
  addTo(weights, shares) {
    priors.forEach(({ weights: known }, p) => {
      for (let i = 0; i < known.length; i++)
        weights[i] = (weights[i] as number) + (shares[p] as number) * (known[i] as number);
    });
    return priors.reduce((bias, prior, p) => bias + (shares[p] as number) * prior.bias, 0);
  },
});

/** Both, one after the other; what was worked out for an example is remembered. */
export function together(...parts: readonly Known[]): Known {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const remembered = new WeakMap<Int32Array, Float64Array>();
  return {
    size,
    of(features) {
      let scores = remembered.get(features);
      if (!scores) {
        scores = new Float64Array(size);
        let from = 0;
        for (const part of parts) {
          scores.set(part.of(features), from);
          from += part.size;
        }
        remembered.set(features, scores);
      }
      return scores;
    },
    addTo(weights, shares) {
      let from = 0;
      let bias = 0;
      for (const part of parts) {
        bias += part.addTo(weights, shares.subarray(from, from + part.size));
        from += part.size;
      }
      return bias;
    },
  };
}
