import type { Pos } from './pos.ts';
import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'punctuation' | 'quote' | 'symbol';

/** A word, number or mark. White space is not a token. `start` and `end` are source positions within the block. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The characters as they stand in the prose. */
  readonly text: string;
  /** `text` in lower case, with typographic apostrophes made straight: the form that lexicons list. */
  readonly normal: string;
  /** Position of the token in the block's prose. */
  readonly at: number;
  /** True where white space stands before the token. */
  readonly spaceBefore: boolean;
  /** Part of speech; `x` until the token is tagged, and where the tagger could not be used. */
  readonly pos: Pos;
}

/** A sentence, as a source span within its block and a half-open range of the block's tokens. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}
