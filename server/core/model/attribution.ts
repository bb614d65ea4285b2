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
  /** Index of the sentence, within the block, in which the cue stands. */
  readonly sentence: number;
}
