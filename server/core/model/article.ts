import type { Block } from './block.ts';
import type { Claim } from './claim.ts';

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
}
