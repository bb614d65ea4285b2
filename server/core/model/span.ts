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

/** What of some spans lies within another one, in positions that count from its start. */
export const clipped = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] =>
  spans.flatMap(one =>
    one.end > start && one.start < end
      ? [{ ...one, start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start }]
      : [],
  );

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Orders spans by where they start, and longer ones first where they start together. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Index of the first item for which the test holds, in a list where it holds for all that follow; the length if there is none. */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items that start within a span, from a list in order of start. Found by halving, so that a long block stays quick. */
export function startingIn<T extends Span>(items: readonly T[], { start, end }: Span): readonly T[] {
  const first = firstWhere(items, item => item.start >= start);
  let last = first;
  while (last < items.length && (items[last] as T).start < end) last++;
  return items.slice(first, last);
}

/** The items that share at least one code unit with a span, from a list of spans in order that do not overlap each other. */
export function overlapping<T extends Span>(items: readonly T[], where: Span): readonly T[] {
  const first = firstWhere(items, item => item.end > where.start);
  let last = first;
  while (last < items.length && (items[last] as T).start < where.end) last++;
  return items.slice(first, last);
}

/** The items of one sentence, from a list in order of sentence. */
export function ofSentence<T extends { readonly sentence: number }>(items: readonly T[], index: number): readonly T[] {
  const first = firstWhere(items, item => item.sentence >= index);
  let last = first;
  while (items[last]?.sentence === index) last++;
  return items.slice(first, last);
}
