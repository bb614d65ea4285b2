import type { Span } from './span.ts';

/** Who is credited. `collective` is a place or a whole group that speaks as one; `none` is a report with nobody behind it. */
export type SourceType =
  | 'person'
  | 'office'
  | 'organisation'
  | 'document'
  | 'collective'
  | 'vague'
  | 'anonymous'
  | 'none';

/**
 * In what sense something is credited: somebody said it, a document or an inquiry found it, somebody thinks it, takes a side on it,
 * or wants or means to do it. Only what was said or found can back a claim.
 */
export type AttributionSense = 'said' | 'found' | 'thought' | 'judged' | 'intended' | 'other';

/** What does the crediting: a verb, a verb in the passive ("is said to be"), a noun ("the claim that") or a preposition ("according to"). */
export type CueForm = 'verb' | 'passive' | 'noun' | 'preposition';

/**
 * Words credited to somebody, in the terms of PolNeAR (Newell et al., 2018): the source is the noun phrase that is credited,
 * the cue is the wording that credits it with its auxiliaries and adverbs, the content is what is credited, "that" included.
 * Each may be discontinuous, hence lists of spans.
 */
export interface Attribution {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** Empty where the content is attributed to nobody. */
  readonly source: readonly Span[];
  readonly sourceType: SourceType;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly sense: AttributionSense;
  readonly form: CueForm;
  /** Probability, 0 to 1, that there is an attribution here; 0.5 and more where one was found. */
  readonly confidence: number;
  /** Index of the sentence, within the block, in which the cue stands. */
  readonly sentence: number;
}
