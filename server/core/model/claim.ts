import type { EvidenceStrength } from './evidence.ts';
import type { Span } from './span.ts';

/** The kinds of claim, the most specific first: a claim is reported under the first that it shows. */
export const claimKinds = [
  'accusation',
  'poll',
  'quantity',
  'comparison',
  'trend',
  'causal',
  'law',
  'motive',
  'absolute',
  'history',
  'event',
  'statement',
  'condition',
] as const;

/** What a claim asserts; the names are those of the analysis format. */
export type ClaimKind = (typeof claimKinds)[number];

/** A sentence of which some part could be confirmed or refuted by records, data, documents or witnesses. */
export interface Claim extends Span {
  /** Index of the sentence within the block. */
  readonly sentence: number;
  /** Every kind that applies, the most specific first. */
  readonly kinds: readonly ClaimKind[];
  /** The wording that shows the first kind, such as the figure; the whole sentence where no wording does. */
  readonly cue: Span;
  /** Probability, 0 to 1, that the sentence asserts something checkable. */
  readonly factual: number;
  /** Probability, 0 to 1, that a newsroom would check it first. */
  readonly checkWorthy: number;
  /** Probability, 0 to 1, that an editor would write "source?" beside it as it stands. */
  readonly needsSource: number;
  /** Probability, 0 to 1, that an editor would insist on a source: it is specific, contestable and consequential. */
  readonly mustSource: number;
  readonly evidence: EvidenceStrength;
  /** True where the words that show the claim are somebody else's, which the writer cannot change. */
  readonly quoted: boolean;
  /** True where a condition, a plan or the writer's own affairs stand around the words, so that no source could settle them. */
  readonly imagined: boolean;
  /** What the judgement rests on, in words an editor understands, the strongest first. */
  readonly reasons: readonly string[];
  /** True where the sentence already carries a placeholder that asks for a source. */
  readonly placeholder: boolean;
}
