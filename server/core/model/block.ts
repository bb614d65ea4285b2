import type { Attribution } from './attribution.ts';
import type { Claim } from './claim.ts';
import type { Definition, Evidence } from './evidence.ts';
import type { Prose } from './prose.ts';
import type { Sentence, Token } from './sentence.ts';
import type { Span } from './span.ts';
import type { Booster, Gap, Hedge } from './stance.ts';
import type { Quotation, Quoting, Speech, Value } from './value.ts';

/**
 * What part of an article a block is.
 *
 * `boilerplate` is a byline, a note on the author, a disclaimer or "Originally published in …";
 * `quotation` is a block quotation, whose words are not the writer's.
 */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quotation' | 'caption' | 'table-cell' | 'boilerplate';

/** What a block is written in, as far as matters here: what is not English is not judged. */
export type Language = 'en' | 'other';

/** A block as its format found it, before its prose is read. All spans but `span` count from the block's start. */
export interface RawBlock {
  readonly kind: BlockKind;
  /** Where the block lies in the article. */
  readonly span: Span;
  /** 1 to 6 for a heading, otherwise 0. */
  readonly level: number;
  readonly prose: Prose;
  /** Links, footnote marks, citation keys and placeholders that the format recognised. */
  readonly evidence: readonly Evidence[];
  /** What marks elsewhere may refer to, in order; mostly empty. A block that defines something may have no prose. */
  readonly defines: readonly Definition[];
}

/**
 * A block and everything that was read in it.
 *
 * A block is a pure function of its kind, level, prose, evidence marks and definitions. The next version of the article holds the very same
 * object wherever an unchanged block has moved to, so anything derived from a block may be cached by its identity.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly level: number;
  readonly prose: Prose;
  /** Length of the block in the source, in UTF-16 code units. */
  readonly length: number;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** In order of position. */
  readonly values: readonly Value[];
  /** In order of position; outermost only, so that none overlap. */
  readonly quotations: readonly Quotation[];
  /** What this block shows of quotations that cross its borders. */
  readonly quoting: Quoting;
  /** In order of position. */
  readonly speech: readonly Speech[];
  readonly evidence: readonly Evidence[];
  /** What marks elsewhere may refer to, in order; mostly empty. */
  readonly defines: readonly Definition[];
  readonly attributions: readonly Attribution[];
  readonly hedges: readonly Hedge[];
  readonly boosters: readonly Booster[];
  readonly gaps: readonly Gap[];
  /** For each sentence, the probability, 0 to 1, that it is hedged or worded like a weasel (CoNLL-2010). */
  readonly uncertain: readonly number[];
  /** At most one claim for each sentence, in order. */
  readonly claims: readonly Claim[];
}
