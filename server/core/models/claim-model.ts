import type { Bag } from '../claims/bag.ts';
import { claimFeatureVersion } from '../claims/feature-version.ts';
import file from './claims.json' with { type: 'json' };
import { contributionOf, type LinearModel, logitOf, sigmoid, unpackLinear } from './linear-model.ts';

/**
 * What the models decide of a sentence, each a probability: that it asserts something checkable; that an editor would ask for its
 * source; that an editor would insist on it; that a newsroom would check it first; that it rests on the writer's own experience.
 */
export const claimDecisions = ['factual', 'needsSource', 'mustSource', 'checkWorthy', 'own'] as const;
export type ClaimDecision = (typeof claimDecisions)[number];

/** Unpacked when it is first needed, once. */
let unpacked: Readonly<Record<ClaimDecision, LinearModel>> | string | undefined;
function models(): Readonly<Record<ClaimDecision, LinearModel>> | string {
  unpacked ??= unpackLinear(file, 'server/core/models/claims.json', claimFeatureVersion, claimDecisions);
  return unpacked;
}

/** Why claims are not weighed, as whole sentences; absent where the models work. */
export function claimProblem(): string | undefined {
  const problem = models();
  return typeof problem === 'string'
    ? `${problem} No claims were read, so rules about unsourced claims find nothing. Install Says Who again.`
    : undefined;
}

/** The probability, 0 to 1, of a decision on a sentence; absent where the models cannot be used. See models/README.md for their card. */
export function claimProbability(decision: ClaimDecision, { features, count }: Bag): number | undefined {
  const all = models();
  return typeof all === 'string' ? undefined : sigmoid(logitOf(all[decision], features, count));
}

/** What a feature adds to a decision, as a logit; 0 where the models cannot be used. */
export function claimContribution(decision: ClaimDecision, feature: number): number {
  const all = models();
  return typeof all === 'string' ? 0 : contributionOf(all[decision], feature);
}
