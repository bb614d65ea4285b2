import type { BlockKind, RawBlock } from '../model/block.ts';
import { type Span, span } from '../model/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { editorialMarks, ignoredComments } from './editorial-marks.ts';
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
 * the writer breaks lines by hand; then an empty line parts paragraphs. A short line that ends without a stop is a heading.
 */
export function plainTextBlocks(text: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  for (const group of groupsOfLines(text)) {
    const paragraphs = isHardWrapped(text, group)
      ? [span((group[0] as Span).start, (group.at(-1) as Span).end)]
      : group;
    for (const paragraph of paragraphs) blocks.push(blockOf(text, paragraph));
  }
  return blocks;
}

/** Lines without the white space around them, in groups parted by empty lines. */
function groupsOfLines(text: string): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  const add = (from: number, to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    if (start < end) group.push({ start, end });
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
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

const isSpace = (text: string, at: number): boolean => /\s|\uFEFF/.test(text.charAt(at));

function isHardWrapped(text: string, group: readonly Span[]): boolean {
  const broken = group.slice(0, -1);
  if (broken.length === 0) return false;
  const plausible = broken.every(({ start, end }) => end - start >= shortestWrapped && end - start <= longestWrapped);
  return plausible && broken.filter(line => !endsWithStop(text, line)).length * 2 >= broken.length;
}

const endsWithStop = (text: string, { start, end }: Span): boolean =>
  /[.!?…:;]["'”’)\]]*$/.test(text.slice(Math.max(start, end - 6), end));

function blockOf(text: string, where: Span): RawBlock {
  const source = text.slice(where.start, where.end);
  const kind: BlockKind = isBoilerplate(source)
    ? 'boilerplate'
    : isHeading(text, where, source)
      ? 'heading'
      : 'paragraph';
  const evidence = editorialMarks(source);
  return {
    kind,
    span: where,
    level: kind === 'heading' ? 1 : 0,
    prose: proseOf(source, [...ignoredComments(source), ...evidence]),
    evidence,
  };
}

/** Under a single heading level, since plain text shows no other. */
function isHeading(text: string, where: Span, source: string): boolean {
  const words = source.split(/\s+/).length;
  return (
    words <= longestHeading &&
    !endsWithStop(text, where) &&
    /^[\p{Lu}\p{N}"“‘']/u.test(source) &&
    !/[,–—-]$/.test(source)
  );
}
