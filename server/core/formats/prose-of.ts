import type { Prose, ProseRun } from '../model/prose.ts';
import { bySpan, type Span } from '../model/span.ts';

/** A stretch of source that readers do not read as it stands: left out, or read as other characters. */
export interface Masked extends Span {
  /** What a reader reads there instead: the character that an entity stands for. Nothing if absent. */
  readonly reads?: string;
}

/**
 * The prose of a block: its source without the masked stretches, which may overlap.
 * Two words are never joined by leaving out what stood between them, unless nothing but markup did ("**Ex**perts").
 */
export function proseOf(source: string, masked: readonly Masked[]): Prose {
  const runs: ProseRun[] = [];
  let text = '';
  const keep = (start: number, end: number, reads?: string) => {
    if (end <= start) return;
    const words = reads ?? source.slice(start, end);
    if (words.length === 0) return;
    runs.push({ prose: text.length, source: start, length: end - start, proseLength: words.length });
    text += words;
  };
  let at = 0;
  for (const mask of [...masked].sort(bySpan)) {
    if (mask.end <= at) continue;
    keep(at, mask.start);
    keep(Math.max(at, mask.start), mask.end, mask.reads ?? '');
    at = Math.max(at, mask.end);
  }
  keep(at, source.length);
  return { text, runs };
}
