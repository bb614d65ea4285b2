/**
 * A half-open range of UTF-16 code units, `start` included and `end` not.
 *
 * Spans inside a block count from the start of the block, so that a block that only moved keeps its reading.
 * Everything that the façade returns counts from the start of the article's original text.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** Moves a span by a number of UTF-16 code units. */
export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** True when the spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** True when `inner` lies wholly within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Orders spans by where they start, and longer ones first where they start together. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
