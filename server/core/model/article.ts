import type { Block } from './block.ts';
import type { Claim } from './claim.ts';
import type { ReachFrom, ReachingKind, ReachStrength } from './evidence.ts';
import type { Span } from './span.ts';

/** A block at its place in this version of the article. */
export interface PlacedBlock {
  /** Where the block starts in the original text. */
  readonly start: number;
  readonly block: Block;
}

/** One version of a draft and everything that was read in it. It never changes; an edit makes a new one that shares blocks. */
export interface Article {
  /** The original text, untouched. */
  readonly text: string;
  /** The language identifier of the editor, such as `markdown` or `plaintext`. */
  readonly languageId: string;
  readonly blocks: readonly PlacedBlock[];
}

/** A claim with spans that count from the start of the article. */
export interface PlacedClaim {
  /**
   * Stable while the sentence keeps its words: a hash of the sentence's words and of how many
   * equal sentences stand before it, so edits elsewhere do not change it.
   */
  readonly id: string;
  readonly claim: Claim;
  /** Where the claim's sentence lies in the original text. */
  readonly start: number;
  readonly end: number;
  /** Index of the block in the article. */
  readonly block: number;
  /** How far the article backs the claim: by its strongest evidence, wherever that stands. */
  readonly strength: ReachStrength;
  /** From where the evidence reaches the claim; `sentence` where none does. */
  readonly from: ReachFrom;
  /** What reaches the claim, the strongest first. */
  readonly evidence: readonly PlacedEvidence[];
}

/** A mark, or the wording that credits somebody, at its place in the article. */
export interface PlacedEvidence extends Span {
  readonly kind: ReachingKind;
  readonly strength: Exclude<ReachStrength, 'none'>;
}
