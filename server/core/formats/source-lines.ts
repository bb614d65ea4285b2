import type { Span } from '../model/span.ts';

/** A line without the break that ends it. */
export interface Line extends Span {
  readonly text: string;
}

/** The lines of a text. A line ends at a line feed, a carriage return or both together. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: index, text: text.slice(start, index) });
    start = index + mark.length;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

export const isBlank = (line: Line): boolean => /^\s*$/.test(line.text);

/** Width of the white space that a line starts with; a tab reaches to the next multiple of eight. */
export function indentOf(line: Line): number {
  let width = 0;
  for (const character of line.text) {
    if (character === '\t') width += 8 - (width % 8);
    else if (/\s/.test(character)) width++;
    else break;
  }
  return width;
}

/**
 * Tells where something that opens on one line closes: the first later line with the same key, found by halving, so that
 * thousands of openings that nothing closes stay quick.
 *
 * @param keyOf The key of a line that may close something; undefined for any other line.
 */
export function closingLines<T>(
  lines: readonly T[],
  keyOf: (line: T) => string | undefined,
): (key: string, after: number) => number | undefined {
  const byKey = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const key = keyOf(line);
    if (key === undefined) return;
    const known = byKey.get(key);
    if (known) known.push(index);
    else byKey.set(key, [index]);
  });
  return (key, after) => {
    const indexes = byKey.get(key) ?? [];
    let low = 0;
    let high = indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((indexes[middle] as number) > after) high = middle;
      else low = middle + 1;
    }
    return indexes[low];
  };
}
