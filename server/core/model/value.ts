import type { Span } from './span.ts';

/** A number with what it counts: "40 per cent", "$3 million", "two-thirds", "1,200 homes", "10 to 15 per cent". */
export interface Quantity extends Span {
  readonly kind: 'quantity';
  readonly measure: 'count' | 'percent' | 'percentage-points' | 'money' | 'ratio' | 'ordinal';
  /** The number itself, the lower one of a range, and a share as a fraction of 1; absent for one that has no single value ("dozens"). */
  readonly amount?: number;
  /** The upper number of a range. */
  readonly upTo?: number;
  /** What is counted, in lower case ("homes"), or the currency as it is written ("$", "euros"). */
  readonly unit?: string;
  /** Words around the number that make it a bound or an estimate: "at least 40", "about 40". */
  readonly bound?: 'about' | 'at-least' | 'at-most';
  /** What the number is a share of or counts from: "of voters", "since 2015". */
  readonly base?: Span;
}

/** A date or a span of time that names a year, month or day. */
export interface DateValue extends Span {
  readonly kind: 'date';
  /** The year named, if one is, below nought before Christ; the first one of a decade or of a range. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** The last day of a range within a month: 5 in "3–5 May". */
  readonly upToDay?: number;
  /** The last year of a decade, a century or a range of years. */
  readonly upToYear?: number;
  /** True where day and month may be read either way round: 12/05/2025. `day` and `month` are then absent. */
  readonly ambiguous?: true;
}

/** A time that is told from the day of writing ("two years ago", "last Tuesday"), or a time of day. It names no date by itself. */
export interface TimeValue extends Span {
  readonly kind: 'time';
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';
  /** How many units before (negative) or after the day of writing; absent for a time of day and for one told from another day ("two weeks later"). */
  readonly offset?: number;
  /** The weekday or month that is counted from the day of writing, in lower case: "last Tuesday". */
  readonly named?: string;
  /** True for all the time between then and the day of writing: "the past three years". */
  readonly isStretch?: true;
}

export type NameSort = 'person' | 'organisation' | 'place' | 'other';

/** A run of words that names a person, an organisation, a place or something else. */
export interface Name extends Span {
  readonly kind: 'name';
  readonly sort: NameSort;
  /** The acronym that the text introduces right behind the name: "Harbour Authority (HA)". */
  readonly acronym?: string;
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
export type Value = Quantity | DateValue | TimeValue | Name;
