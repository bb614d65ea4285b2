import type { Prose, ProseRun } from '../model/prose.ts';
import { bySpan, type Span } from '../model/span.ts';

/** A stretch of source that readers do not read as it stands: left out, or read as other characters. */
export interface Masked extends Span {
  /** What a reader reads there instead: the character that an entity stands for. Nothing if absent. */
  readonly reads?: string;
}

/** The prose of a block: its source without the masked stretches, which may overlap, and without white space around it. */
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
  return trimmed({ text, runs });
}

/** Prose without the white space at its ends, such as the space behind a heading's number signs. */
function trimmed({ text, runs }: Prose): Prose {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start === 0 && end === text.length) return { text, runs };
  const kept = runs.flatMap((run): ProseRun[] => {
    const from = Math.max(run.prose, start);
    const to = Math.min(run.prose + run.proseLength, end);
    if (to <= from) return [];
    const whole = from === run.prose && to === run.prose + run.proseLength;
    if (whole || run.length !== run.proseLength) return [{ ...run, prose: from - start }];
    return [
      { prose: from - start, source: run.source + (from - run.prose), length: to - from, proseLength: to - from },
    ];
  });
  return { text: text.slice(start, Math.max(start, end)), runs: kept };
}
