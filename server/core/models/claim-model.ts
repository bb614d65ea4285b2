import type { Bag } from '../claims/bag.ts';
import { claimFeatureVersion } from '../claims/feature-version.ts';
import file from './claims.json' with { type: 'json' };
import { contributionOf, evenness, type LinearModel, sigmoid, unpackLinear } from './linear-model.ts';

/**
 * What the models decide of a sentence, each a probability: that it asserts something checkable; that an editor would ask for its
 * source; that an editor would insist on it; that a newsroom would check it first; that it rests on the writer's own experience.
 */
export const claimDecisions = ['factual', 'needsSource', 'mustSource', 'checkWorthy', 'own'] as const;
export type ClaimDecision = (typeof claimDecisions)[number];

/**
 * The models side by side: the weights of a bucket lie together, so that one walk over the features of a sentence reads each of them
 * once for all decisions.
 */
interface Models {
  readonly byName: Readonly<Record<ClaimDecision, LinearModel>>;
  readonly mask: number;
  readonly usual: number;
  readonly weights: Int8Array;
}

/** Unpacked when it is first needed, once. */
let unpacked: Models | string | undefined;
function models(): Models | string {
  unpacked ??= unpack();
  return unpacked;
}

function unpack(): Models | string {
  const byName = unpackLinear(file, 'server/core/models/claims.json', claimFeatureVersion, claimDecisions);
  if (typeof byName === 'string') return byName;
  const { mask, usual } = byName.factual;
  const weights = new Int8Array((mask + 1) * claimDecisions.length);
  claimDecisions.forEach((decision, which) => {
    const own = byName[decision].weights;
    for (let bucket = 0; bucket <= mask; bucket++)
      weights[bucket * claimDecisions.length + which] = own[bucket] as number;
  });
  return { byName, mask, usual, weights };
}

/** Why claims are not weighed, as whole sentences; absent where the models work. */
export function claimProblem(): string | undefined {
  const problem = models();
  return typeof problem === 'string'
    ? `${problem} No claims were read, so rules about unsourced claims find nothing. Install Says Who again.`
    : undefined;
}

/** The probabilities, 0 to 1, of all decisions on a sentence; absent where the models cannot be used. See models/README.md for their card. */
export function claimProbabilities({ features, count }: Bag): Readonly<Record<ClaimDecision, number>> | undefined {
  const all = models();
  if (typeof all === 'string') return undefined;
  const { byName, mask, usual, weights } = all;
  // A variable for each decision, which an engine keeps in a register.
  let [factual, needsSource, mustSource, checkWorthy, own] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const row = ((features[i] as number) & mask) * claimDecisions.length;
    factual += weights[row] as number;
    needsSource += weights[row + 1] as number;
    mustSource += weights[row + 2] as number;
    checkWorthy += weights[row + 3] as number;
    own += weights[row + 4] as number;
  }
  const even = evenness(usual, count);
  const probability = ({ bias, scale }: LinearModel, sum: number): number => sigmoid(bias + sum * scale * even);
  return {
    factual: probability(byName.factual, factual),
    needsSource: probability(byName.needsSource, needsSource),
    mustSource: probability(byName.mustSource, mustSource),
    checkWorthy: probability(byName.checkWorthy, checkWorthy),
    own: probability(byName.own, own),
  };
}

/** What a feature adds to a decision, as a logit; 0 where the models cannot be used. */
export function claimContribution(decision: ClaimDecision, feature: number): number {
  const all = models();
  return typeof all === 'string' ? 0 : contributionOf(all.byName[decision], feature);
}
