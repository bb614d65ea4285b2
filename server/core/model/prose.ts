import type { Span } from './span.ts';

/** A run of prose that stands in the source as it is, letter by letter. */
export interface ProseRun {
  /** Where the run starts in the prose. */
  readonly prose: number;
  /** Where the run starts in the source, counted from the start of the block. */
  readonly source: number;
  /** Length of the run in the source, in UTF-16 code units. */
  readonly length: number;
  /** Length of the run in the prose; it differs from `length` where an entity or an escape stands for a character. */
  readonly proseLength: number;
}

/** The readable text of a block, free of markup, with a map back to the source. */
export interface Prose {
  readonly text: string;
  /** In order, not overlapping, and together covering the whole of `text`. */
  readonly runs: readonly ProseRun[];
}

/** Finds the last run that starts at or before a position in the prose. */
function runAt(prose: Prose, position: number): ProseRun | undefined {
  let low = 0;
  let high = prose.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((prose.runs[middle] as ProseRun).prose <= position) low = middle;
    else high = middle - 1;
  }
  return prose.runs[low];
}

function toSource(prose: Prose, position: number): number {
  const run = runAt(prose, position);
  if (!run) return position;
  const into = position - run.prose;
  if (run.length === run.proseLength) return run.source + into;
  return into === 0 ? run.source : run.source + run.length;
}

/**
 * The source span of a span of prose. The end is mapped from the last character within, so that
 * markup that follows the words (the closing asterisks of a bold run) stays outside.
 */
export function sourceSpan(prose: Prose, { start, end }: Span): Span {
  const only = prose.runs.length === 1 ? prose.runs[0] : undefined;
  if (only && only.length === only.proseLength && end > start)
    return { start: start + only.source, end: end + only.source };
  const from = toSource(prose, start);
  if (end <= start) return { start: from, end: from };
  const last = runAt(prose, end - 1);
  if (!last) return { start, end };
  const to = last.length === last.proseLength ? last.source + (end - last.prose) : last.source + last.length;
  return { start: from, end: to };
}

/** Prose that is its own source: no markup at all. */
export function plainProse(text: string): Prose {
  return { text, runs: [{ prose: 0, source: 0, length: text.length, proseLength: text.length }] };
}
