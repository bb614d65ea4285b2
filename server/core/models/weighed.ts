/**
 * What the models decide of a sentence, each a probability: that it asserts something checkable; that an editor would ask for its
 * source; that an editor would insist on it; that a newsroom would check it first; that it rests on the writer's own experience.
 */
export const claimDecisions = ['factual', 'needsSource', 'mustSource', 'checkWorthy', 'own'] as const;
export type ClaimDecision = (typeof claimDecisions)[number];

/**
 * What is weighed of a sentence as it stands in an article: the decisions, and how it is backed. For `needsSource` and `mustSource` that is
 * only the first word: trees look at all that was weighed, of the sentence and of its neighbours, and decide.
 */
export const weighedInArticles = [...claimDecisions, 'unsourced', 'vague', 'named', 'nearby', 'cited'] as const;
export type WeighedInArticles = (typeof weighedInArticles)[number];

/**
 * All that is weighed feature by feature. Who speaks to a hall, or answers a public consultation, asserts in another way than who writes for
 * print, so what is checkable there is weighed apart, and so is how much a sentence reads like either; see `claims/registers.ts`.
 */
export const weighed = [...weighedInArticles, 'factualInSpeech', 'factualInComment', 'speech', 'comment'] as const;
export type Weighed = (typeof weighed)[number];
