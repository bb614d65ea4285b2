import type { Span } from './span.ts';

/** How far the text backs a claim for its reader, as the analysis format names it. */
export type EvidenceStrength = 'none' | 'nearby' | 'vague' | 'named' | 'cited' | 'own';

/** A mark in the draft that points to a source, or that asks for one. */
export interface Evidence extends Span {
  /** `placeholder` is a mark such as "[citation needed]" that asks for a source: it is never evidence. */
  readonly kind: 'link' | 'footnote' | 'citation' | 'placeholder';
  /** The address, footnote label or citation key; for a placeholder, its wording. */
  readonly target: string;
}
