import { sourceLine } from '../citation/source-text.ts';
import type { BlockKind, RawBlock } from '../model/block.ts';
import { firstWhere, type Span, shift, span } from '../model/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { editorialMarks, ignoredComments } from './editorial-marks.ts';
import type { Reader } from './incremental.ts';
import { numberedDefinitions } from './numbered-notes.ts';
import { proseOf } from './prose-of.ts';

const lineBreak = /\r\n|[\n\r\f\u2028\u2029]/g;

/** The widths, in UTF-16 code units, between which a line may be one that its writer broke by hand. */
const shortestWrapped = 40;
const longestWrapped = 120;
const longestHeading = 12;

/**
 * Plain text: one block a paragraph.
 *
 * Every line is a paragraph of its own, as in text pasted from a web page, unless its neighbours show that
 * the writer breaks lines by hand; then an empty line parts paragraphs. A short line that ends without a stop is a heading. A line
 * without letters is a rule that parts paragraphs, too, and lines with an angle in front are quoted, as in mail.
 */
export function plainTextBlocks(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  for (const group of groupsOfLines(text).flatMap(lines => itemsOf(text, lines))) {
    const isWhole = isQuoted(text, group[0] as Span) || isHardWrapped(text, group);
    if (!isWhole && group.length > 1 && group.every(line => cellsOf(text, line).length > 1)) {
      for (const cell of group.flatMap(line => cellsOf(text, line))) blocks.push(blockOf(text, cell, 'table-cell'));
      continue;
    }
    const paragraphs = isWhole ? [span((group[0] as Span).start, (group.at(-1) as Span).end)] : joined(text, group);
    for (const paragraph of paragraphs) blocks.push(blockOf(text, paragraph));
  }
  return blocks;
}

/** What stands in a line between tabs or several spaces, where these part columns; behind a stop they part sentences. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const { index, 0: gap } of text
    .slice(start, end)
    .matchAll(/(?<=[^\s.!?:…"”’)])(?:\t[ \t]*|[ ]{2}[ \t]*)(?=\S)/g)) {
    cells.push(span(from, start + index));
    from = start + index + gap.length;
  }
  return [...cells, span(from, end)];
}

/** The lines of a group as paragraphs. None starts with a small letter, and none ends without a stop before one. */
function joined(text: string, lines: readonly Span[]): Span[] {
  const paragraphs: Span[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const goesOn = last && !endsWithStop(text, last) && /\p{Ll}/u.test(text.charAt(line.start));
    if (goesOn && !isBoilerplate(text.slice(line.start, line.end)))
      paragraphs.splice(-1, 1, span(last.start, line.end));
    else paragraphs.push(line);
  }
  return paragraphs;
}

/** True for a line with the angle in front by which mail quotes. */
const isQuoted = (text: string, { start }: Span): boolean => text.charAt(start) === '>';

/** Plain text after an edit. Groups of lines are read on their own, so it is read from an empty line before the edit to one behind it. */
export const rereadPlainText: Reader = (text, previous) => {
  if (!previous) return { before: 0, after: 0, blocks: plainTextBlocks(text), state: undefined };
  const { outline, change } = previous;
  const { text: oldText, blocks } = outline;
  const startOf = (index: number) => (blocks[index] as { readonly start: number }).start;
  let before = Math.max(0, firstWhere(blocks, ({ start }) => start >= change.start) - 1);
  while (before > 0 && !followsEmptyLine(oldText, startOf(before), 0)) before--;
  let next = firstWhere(blocks, ({ start }) => start >= change.oldEnd);
  while (next < blocks.length && !followsEmptyLine(oldText, startOf(next), change.oldEnd)) next++;
  const from = before === 0 ? 0 : startOf(before);
  const to = next === blocks.length ? text.length : startOf(next) + change.newEnd - change.oldEnd;
  return {
    before,
    after: blocks.length - next,
    blocks: plainTextBlocks(text.slice(from, to)).map(block => ({ ...block, span: shift(block.span, from) })),
    state: undefined,
  };
};

/** True where an empty line ends right before a position, and lies wholly behind another one. */
function followsEmptyLine(text: string, position: number, behind: number): boolean {
  let breaks = 0;
  for (let at = position - 1; at >= behind && isSpace(text, at); at--)
    if (/[\n\r\f\u2028\u2029]/.test(text.charAt(at)) && text.slice(at, at + 2) !== '\r\n' && ++breaks === 2)
      return true;
  return false;
}

/** Lines without the white space around them, in groups parted by empty lines and rules, and by where a quotation starts or ends. */
function groupsOfLines(text: string): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  const add = (from: number, to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    const line = { start, end };
    const isProse = /[\p{L}\p{N}]/u.test(text.slice(start, end));
    const [first] = group;
    if (first && (!isProse || isQuoted(text, first) !== isQuoted(text, line))) {
      groups.push(group);
      group = [];
    }
    if (isProse) group.push(line);
  };
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(lineBreak)) {
    add(from, index);
    from = index + mark.length;
  }
  add(from, text.length);
  if (group.length > 0) groups.push(group);
  return groups;
}

/** What opens an item of a list. */
const marker =
  /^(?:[-*+•‣]|\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{2,4})\)|[–—](?=\t)|\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})[ \t]+(?=[\p{L}\p{N}"'“‘$£€([])/u;

/** Lines parted where an item of a list opens. A dash or a figure may stand in front by the way the writer broke the lines, so the line before has to end. */
function itemsOf(text: string, lines: readonly Span[]): Span[][] {
  const items: Span[][] = [];
  let inList = false;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const opens = marker.test(text.slice(line.start, line.end)) && (inList || !before || endsWithStop(text, before));
    if (opens) inList = true;
    if (opens || !before) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items;
}

const isSpace = (text: string, at: number): boolean => /\s|\uFEFF/.test(text.charAt(at));

function isHardWrapped(text: string, group: readonly Span[]): boolean {
  const broken = group.slice(0, -1);
  if (broken.length === 0) return false;
  const plausible = broken.every(({ start, end }) => end - start >= shortestWrapped && end - start <= longestWrapped);
  return plausible && broken.filter(line => !endsWithStop(text, line)).length * 2 >= broken.length;
}

const endsWithStop = (text: string, { start, end }: Span): boolean =>
  /[.!?…:;]["'”’)\]]*$/.test(text.slice(Math.max(start, end - 6), end));

/** The block of a paragraph; the marker of an item of a list is no word of it. */
function blockOf(text: string, where: Span, known?: BlockKind): RawBlock {
  const source = text.slice(where.start, where.end);
  const quoted = isQuoted(text, where);
  const mark = known ? 0 : (marker.exec(source)?.[0].length ?? 0);
  const defines = known ? [] : numberedDefinitions(source);
  const kind: BlockKind =
    known ??
    (quoted
      ? 'quotation'
      : defines.length > 0 || isBoilerplate(source)
        ? 'boilerplate'
        : mark > 0
          ? 'list-item'
          : isHeading(text, where, source)
            ? 'heading'
            : 'paragraph');
  const evidence = editorialMarks(source);
  return {
    kind,
    span: where,
    level: kind === 'heading' ? 1 : 0,
    prose: proseOf(source, [
      { start: 0, end: mark },
      ...(quoted ? anglesIn(source) : []),
      ...ignoredComments(source),
      ...evidence,
    ]),
    evidence,
    defines,
  };
}

/** The angles in front of the lines of a quotation. */
const anglesIn = (source: string): Span[] =>
  Array.from(source.matchAll(/(?<=^|[\n\r\f\u2028\u2029][ \t]{0,20})>[> \t]{0,50}/g), ({ index, 0: angles }) =>
    span(index, index + angles.length),
  );

/** Under a single heading level, since plain text shows no other. */
function isHeading(text: string, where: Span, source: string): boolean {
  const words = source.split(/\s+/).length;
  return (
    words <= longestHeading &&
    !endsWithStop(text, where) &&
    /^[\p{Lu}\p{N}"“‘']/u.test(source) &&
    !/[,–—-]$|:\/\/|\bwww\./.test(source) &&
    !sourceLine.test(source)
  );
}
