import type { Span } from './span.ts';

/** How far the text backs a claim for its reader, as the analysis format names it. */
export type EvidenceStrength = 'none' | 'nearby' | 'vague' | 'named' | 'cited' | 'own';

/** How far evidence backs what it reaches, the strongest first. A placeholder asks for evidence, and is none. */
export const reachStrengths = ['cited', 'named', 'own', 'vague', 'placeholder', 'none'] as const;
export type ReachStrength = (typeof reachStrengths)[number];

/**
 * From where evidence reaches a sentence: from itself; the sentence before, which it goes on from; the sentence behind, which says where
 * it comes from; the mark that closes its paragraph; the sentence that introduces its list; who speaks its quotation; a line "Source: …" below.
 */
export type ReachFrom = 'sentence' | 'before' | 'after' | 'paragraph' | 'introduction' | 'speaker' | 'sourceLine';

/** What reaches a claim: a mark, or the wording that credits somebody. */
export type ReachingKind = Evidence['kind'] | 'wording';

/** A mark in the draft that points to a source, or that asks for one. It lies whole within its span. */
export interface Evidence extends Span {
  /** `placeholder` is a mark such as "[citation needed]" that asks for a source: it is never evidence. */
  readonly kind: 'link' | 'footnote' | 'citation' | 'placeholder';
  /**
   * The address, footnote label or citation key, free of markup; for a placeholder and for a source in brackets, its wording.
   * Empty for a note without a label, whose text stands in the mark.
   */
  readonly target: string;
  /**
   * Where the key or label stands by itself. Present where a definition or a bibliography says what the target
   * is. A mark that cites several keys is there once for each.
   */
  readonly key?: Span;
  /** What the mark itself says of the source, markup included: the text of a note, "Smith 2019, p. 4". Absent where it points elsewhere. */
  readonly note?: string;
  /** True for a link whose target is not an address, but the label of a definition that gives it. */
  readonly byLabel?: true;
}

/** What a block says that a mark elsewhere refers to by its label. */
export interface Definition extends Span {
  /** A `reference` is an entry in a list of works, an `address` that of a link. */
  readonly kind: 'footnote' | 'reference' | 'address';
  /** As the marks write it, free of markup; "#" where marks and definitions are paired by their order. */
  readonly label: string;
  /** The address that a definition of an address gives. */
  readonly address?: string;
  /** True for a later paragraph of a definition that an earlier block opens. */
  readonly continues?: true;
}
