import type { Span } from './span.ts';

/** Wording that weakens the writer's commitment to a proposition (Hyland 2005). */
export interface Hedge extends Span {
  readonly kind: 'modal' | 'adverb' | 'verb' | 'approximator' | 'phrase';
  /** Index of the sentence within the block. */
  readonly sentence: number;
}

/** Wording that asserts certainty without evidence. */
export interface Booster extends Span {
  readonly kind: 'certainty' | 'universal';
  readonly sentence: number;
}

export const gapKinds = [
  'vague-source',
  'vague-study',
  'agentless',
  'hearsay',
  'unattributed-quote',
  'collective',
  'vague-time',
  'vague-quantity',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** A place where the reader is not told who, which, when or how many. */
export interface Gap extends Span {
  readonly kind: GapKind;
  readonly sentence: number;
  /** How often readers marked such a wording, 0 to 1, where one wording of a kind is surer than another; absent where all are alike. */
  readonly probability?: number;
}
