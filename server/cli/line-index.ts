import type { Span } from '../core/model/span.ts';

/** A place as people count it: lines and columns from 1, columns in UTF-16 code units, as editors take them in `file:line:column`. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in a text; LF, CRLF and a lone CR all end one, as in the Language Server Protocol. */
export interface LineIndex {
  placeAt(offset: number): Place;
  /** The span of a line, counted from 1, without its line break. */
  lineSpan(line: number): Span;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(index);
    starts.push(index + lineBreak.length);
  }
  ends.push(text.length);

  return {
    placeAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    lineSpan: line => ({ start: starts[line - 1] ?? text.length, end: ends[line - 1] ?? text.length }),
  };
}
