/**
 * What the models decide of a sentence, each a probability: that it asserts something checkable; that an editor would ask for its
 * source; that an editor would insist on it; that a newsroom would check it first; that it rests on the writer's own experience.
 */
export const claimDecisions = ['factual', 'needsSource', 'mustSource', 'checkWorthy', 'own'] as const;
export type ClaimDecision = (typeof claimDecisions)[number];

/**
 * What is weighed feature by feature: the decisions, and how a sentence is backed. For `needsSource` and `mustSource` that is only the
 * first word: trees look at all that was weighed, of the sentence and of its neighbours, and decide.
 */
export const weighed = [...claimDecisions, 'unsourced', 'vague', 'named', 'nearby', 'cited'] as const;
export type Weighed = (typeof weighed)[number];
