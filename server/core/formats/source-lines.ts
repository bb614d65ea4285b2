import { firstWhere, type Span } from '../model/span.ts';

/** A line without the break that ends it. */
export interface Line extends Span {
  readonly text: string;
}

/** The lines of a text by their index; undefined behind the last one. */
export type LineAt = (index: number) => Line | undefined;

/** Finds the lines of a text as far as they are asked for. A line ends at a line feed, a carriage return or both together. */
export function linesOf(text: string): LineAt {
  const lines: Line[] = [];
  const lineBreak = /\r\n?|\n/g;
  let start = 0;
  return index => {
    while (lines.length <= index && start >= 0) {
      lineBreak.lastIndex = start;
      const found = lineBreak.exec(text);
      const end = found ? found.index : text.length;
      lines.push({ start, end, text: text.slice(start, end) });
      start = found ? lineBreak.lastIndex : -1;
    }
    return lines[index];
  };
}

/** Every line of a text with its index. */
export function* eachLine(lineAt: LineAt): Generator<readonly [index: number, line: Line]> {
  let index = 0;
  for (let line = lineAt(0); line; line = lineAt(++index)) yield [index, line];
}

/** Where a line ends, by its index; behind everything where there is no such line. */
export const endOfLine = (lineAt: LineAt, index: number): number =>
  index < 0 ? 0 : index === Infinity ? Infinity : (lineAt(index)?.end ?? Infinity);

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
export function lastBeforeBlank(lineAt: LineAt, from: number): number {
  let index = from;
  for (let next = lineAt(index + 1); next && !isBlank(next); next = lineAt(index + 1)) index++;
  return index;
}

/** Tells where something that opens is closed: at the first later place with the same key, unless that is behind a limit. */
export interface Closings {
  (key: string, after: number, limit?: number): number | undefined;
  /** The furthest place that was told since this was asked last; infinite where something is nowhere closed. */
  furthest(): number;
}

/**
 * Looks no further than it is asked, and finds what it saw by halving, so that thousands of openings that nothing closes stay quick.
 *
 * @param closers Every place that may close something, in order.
 */
export function closings(closers: Iterator<readonly [key: string, at: number]>): Closings {
  const byKey = new Map<string, number[]>();
  let furthest = -1;
  let isDone = false;
  /** Notes the next closer, and tells whether it has the key and stands behind the place. */
  const isNext = (key: string, after: number): boolean => {
    const { done, value } = closers.next();
    if (done) {
      isDone = true;
      return false;
    }
    const known = byKey.get(value[0]);
    if (known) known.push(value[1]);
    else byKey.set(value[0], [value[1]]);
    return value[0] === key && value[1] >= after;
  };
  const find = (key: string, after: number): number | undefined => {
    const known = byKey.get(key) ?? [];
    const place = known[firstWhere(known, at => at >= after)];
    if (place !== undefined) return place;
    while (!isDone) if (isNext(key, after)) return byKey.get(key)?.at(-1);
    return undefined;
  };
  const closing = (key: string, after: number, limit = Infinity): number | undefined => {
    const place = find(key, after) ?? Infinity;
    furthest = Math.max(furthest, Math.min(place, limit));
    return place === Infinity || place > limit ? undefined : place;
  };
  return Object.assign(closing, {
    furthest: () => {
      const told = furthest;
      furthest = -1;
      return told;
    },
  });
}

const emptyLine = /\n[ \t]*\r?\n/g;

/** Where the next empty line begins, or the text ends: there ends what nobody closed. */
export function nextEmptyLine(text: string, from: number): number {
  emptyLine.lastIndex = from;
  return emptyLine.exec(text)?.index ?? text.length;
}
