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

/** Words between quotation marks, the marks included. */
export interface Quotation extends Span {
  /** What lies between the marks. */
  readonly inner: Span;
  /** Number of words quoted. One or two are a scare quote or a title, not speech. */
  readonly words: number;
  /** False where the closing mark is missing in this block, as in a quotation that goes on in the next paragraph. */
  readonly closed: boolean;
}

/** Something in the text whose meaning was parsed once, for claims and rules to share. */
export type Value = Quantity | DateValue | Name;
