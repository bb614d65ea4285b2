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

/** The last line of those that follow without an empty line, the line itself included. */
export function lastBeforeBlank(lines: readonly Line[], from: number): number {
  let index = from;
  while (index + 1 < lines.length && !isBlank(lines[index + 1] as Line)) index++;
  return index;
}

/**
 * Tells where something that opens is closed: at the first later place with the same key, found by halving, so that thousands of
 * openings that nothing closes stay quick.
 *
 * @param closers Every place that may close something, in order.
 */
export function closings(
  closers: Iterable<readonly [key: string, at: number]>,
): (key: string, after: number) => number | undefined {
  const byKey = new Map<string, number[]>();
  for (const [key, at] of closers) {
    const known = byKey.get(key);
    if (known) known.push(at);
    else byKey.set(key, [at]);
  }
  return (key, after) => {
    const places = byKey.get(key) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as number) >= after) high = middle;
      else low = middle + 1;
    }
    return places[low];
  };
}

const emptyLine = /\n[ \t]*\r?\n/g;

/** Where the next empty line begins, or the text ends: there ends what nobody closed. */
export function nextEmptyLine(text: string, from: number): number {
  emptyLine.lastIndex = from;
  return emptyLine.exec(text)?.index ?? text.length;
}
