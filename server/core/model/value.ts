import type { Span } from './span.ts';

/** A number with what it counts: "40 per cent", "$3 million", "two-thirds", "1,200 homes". */
export interface Quantity extends Span {
  readonly kind: 'quantity';
  readonly measure: 'count' | 'percent' | 'money' | 'ratio' | 'ordinal';
  /** The number itself; absent for one that has no single value ("dozens"). */
  readonly amount?: number;
}

/** A date or a span of time that names a year, month or day. */
export interface DateValue extends Span {
  readonly kind: 'date';
  /** The year named, if one is. */
  readonly year?: number;
}

/** A run of words that names a person, an organisation or a place. */
export interface Name extends Span {
  readonly kind: 'name';
}

/**
 * What words between quotation marks are there for: `speech` is somebody's words, `title` names a work,
 * `scare` is a word or phrase that the writer holds at a distance.
 */
export type QuotationKind = 'speech' | 'title' | 'scare';

/** Words between quotation marks, the marks included. */
export interface Quotation extends Span {
  readonly kind: QuotationKind;
  /** What lies between the marks. */
  readonly inner: Span;
  /** Number of words quoted. */
  readonly words: number;
  /** False where the closing mark is missing in this block, as in a quotation that goes on in the next paragraph. */
  readonly closed: boolean;
  /** Quotations inside this one, at any depth, in order of position. */
  readonly nested: readonly Span[];
}

/** What a speaker says in one go: one quotation, or several parted by nothing but who said it ("…," he said, "…"). */
export interface Speech extends Span {
  /** Half-open range of the block's quotations. */
  readonly firstQuotation: number;
  readonly endQuotation: number;
  /** The words between the quotations and those behind the last one that tell who speaks; empty where none do. */
  readonly tags: readonly Span[];
}

/** What a block shows of quotations that cross its borders, for the pass over the article to link. */
export interface Quoting {
  /** True where the block opens with a quotation mark. */
  readonly opens: boolean;
  /** From a mark that nothing closes to the end of the block, if there is one. */
  readonly leavesOpen?: Span;
  /** From the start of the block to the first closing mark that nothing in it opened, if there is one. */
  readonly closes?: Span;
}

/** Something in the text whose meaning was parsed once, for claims and rules to share. */
export type Value = Quantity | DateValue | Name;
