import type { Span } from './span.ts';

/** A change to the draft. */
export interface DraftEdit {
  /** What is replaced; empty where text is only inserted. */
  readonly span: Span;
  readonly text: string;
  /** The part of `text` that the writer will want to type over; absent where there is none. */
  readonly typeOver?: Span;
  /** What may stand in its place, where there are a few such things; the first is what stands in `text`. */
  readonly choices?: readonly string[];
}

/** The text after changes that do not overlap. */
export function applyEdits(text: string, edits: readonly DraftEdit[]): string {
  let changed = '';
  let at = 0;
  for (const { span, text: inserted } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    changed += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return changed + text.slice(at);
}
