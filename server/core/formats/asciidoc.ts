import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import { asciidocInline } from './asciidoc-inline.ts';
import { blockList } from './block-of.ts';
import { endOfFrontMatter } from './front-matter.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import {
  closings,
  eachLine,
  endOfLine,
  isBlank,
  type Line,
  type LineAt,
  lastBeforeBlank,
  linesOf,
} from './source-lines.ts';
import { valuesIn } from './table-cells.ts';

/** Lines that open a block which the same line closes, and what stands in it; `undefined` for what holds no words. */
const fences: readonly (readonly [RegExp, 'opaque' | 'quotation' | 'table' | 'transparent'])[] = [
  [/^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*)$/, 'opaque'],
  [/^(?:_{4,}|"{2})$/, 'quotation'],
  [/^[|,:!]={3,}$/, 'table'],
  [/^(?:={4,}|\*{4,}|--|~{4,})$/, 'transparent'],
];
const fenceOf = (line: string) => fences.find(([fence]) => fence.test(line))?.[1];
const fenceKey = (line: string): string => (line.startsWith('```') ? '```' : line);

const listMarker = /^\s{0,40}(?:[*.]{1,10}|-|\d{1,9}\.|[a-zA-Z]\.|<[\d.]{1,4}>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)/;
const term = /^\s{0,40}(?=\S)[^\n]{1,200}?(?::{2,4}|;;)(?:[ \t]+|$)/;

/** A line that says what the next block is, and so ends the one above; what only stands in brackets may be a placeholder. */
const attributeLine =
  /^\[(?:[.#%][^\]]*|(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|quote|verse|source|listing|literal|abstract|sidebar|example|discrete|horizontal|qanda|glossary|bibliography|stem|latexmath|asciimath|pass|comment|partintro|preface|appendix)(?:[.#%,][^\]]*)?|cols=[^\]]*|\[[\p{L}_:][^\]]*\])\]$/u;

/** Lines of a quoted paragraph behind which nobody looks for who said it. */
const mostQuoted = 100;

/** AsciiDoc. A fence that nobody closed ends at the next empty line. */
export const asciidocBlocks = (text: string): RawBlock[] => readWhole(readAsciidoc, text);

function* fencesIn(lineAt: LineAt): Generator<readonly [string, number]> {
  for (const [index, line] of eachLine(lineAt)) {
    const words = line.text.trimEnd();
    if (fenceOf(words)) yield [fenceKey(words), index];
  }
}

interface Notes {
  /** The fences that are open, the innermost last. */
  readonly open: readonly string[];
  /** How the cells of the table that is open are parted. */
  readonly table: 'bars' | 'values' | null;
  /** What the block attributes above say of the next block. */
  readonly next: 'opaque' | 'quotation' | 'values' | null;
  /** True behind the first block, which alone may be the title. */
  readonly isBegun: boolean;
}

const readAsciidoc: ResumableReader = (text, notes, pause) => {
  const list = blockList(text, asciidocInline);
  const lineAt = linesOf(text);
  const closing = closings(fencesIn(lineAt));
  const before = notes === undefined ? undefined : (JSON.parse(notes) as Notes);
  const body = before ? 0 : endOfFrontMatter(text);
  const open = [...(before?.open ?? [])];
  let quoting = open.filter(key => fenceOf(key) === 'quotation').length;
  let table = before?.table ?? null;
  let next = before?.next ?? undefined;
  /** In the lines right below the title, which give the author, the version and attributes. */
  let inHeader = false;

  let index = 0;
  for (let line = lineAt(0); line; line = lineAt(++index)) {
    const words = line.text.trimEnd();
    if (line.start < body) continue;
    if (isBlank(line)) {
      list.close();
      inHeader = false;
      const behind = lineAt(index + 1);
      if (!behind || isBlank(behind)) continue;
      const isBegun = before?.isBegun === true || list.blocks.length > 0;
      const notesHere: Notes = { open, table, next: next ?? null, isBegun };
      if (pause(behind.start, JSON.stringify(notesHere), list.blocks.length, endOfLine(lineAt, closing.furthest())))
        return list.blocks;
      continue;
    }
    if (/^\/\/(?!\/)/.test(words)) {
      // A comment in a paragraph does not end it.
      list.hide(line);
      continue;
    }
    const fence = fenceOf(words);
    if (fence) {
      const key = fenceKey(words);
      list.close();
      const end = closing(key, index + 1);
      if (fence === 'opaque' || next === 'opaque') index = end ?? lastBeforeBlank(lineAt, index);
      else if (fence === 'table')
        table = table || end === undefined ? null : next === 'values' || key.startsWith(',') ? 'values' : 'bars';
      else if (open.at(-1) === key) {
        open.pop();
        if (fence === 'quotation') quoting--;
      } else if (end !== undefined) {
        open.push(key);
        if (fence === 'quotation') quoting++;
      }
      next = undefined;
      continue;
    }
    if (table === 'bars') {
      addCells(line);
      continue;
    }
    if (table) {
      for (const value of valuesIn(line)) list.open('table-cell', value);
      continue;
    }
    if (list.isOpen() && attributeLine.test(words)) list.close();
    if (list.isOpen() && /^(?:include|ifdef|ifndef|ifeval|endif)::\S{0,500}\[.*\]$/.test(words)) {
      // What is read before the text is no word of a paragraph, and does not end it.
      list.hide(line);
      continue;
    }
    if (!list.isOpen()) {
      if (/^:!?[\w-]{1,100}!?:(?:\s|$)/.test(words) || /^(?:'{3,}|-{3}|\*{3}|<{3,}|\+)$/.test(words)) continue;
      if (inHeader) {
        list.open('boilerplate', line);
        list.close();
        continue;
      }
      if (/^(?:image|include|ifdef|ifndef|ifeval|endif|toc|video|audio|bibliography)::\S{0,500}\[.*\]$/.test(words))
        continue;
      if (/^\[\[[^\]]*\]\]$/.test(words) || (/^\[.*\]$/.test(words) && !/^\[\[?[^\]]*\]\s*\S/.test(words))) {
        if (/\bformat=["']?[ct]sv\b/.test(words)) next = 'values';
        else if (/^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment)\b|^\[,/.test(words))
          next = 'opaque';
        else if (/^\[(?:quote|verse)\b/.test(words)) next = 'quotation';
        continue;
      }
      if (next === 'opaque') {
        index = lastBeforeBlank(lineAt, index);
        next = undefined;
        continue;
      }
    }
    const heading = /^(={1,6}|#{1,6})[ \t]+(?=\S)/.exec(words);
    if (heading) {
      openAt('heading', line, heading[0].length, heading[1]?.length ?? 1);
      list.close();
      inHeader = !before?.isBegun && list.blocks.length === 1 && heading[1]?.length === 1;
      continue;
    }
    const title = /^\.(?=[^\s.])/.exec(words);
    if (title && !list.isOpen()) {
      openAt('caption', line, 1);
      list.close();
      continue;
    }
    const item = listMarker.exec(words);
    if (item) {
      const entry = /^\[\[\[([\w:. -]{1,200})(?:,[^\]]{0,200})?\]\]\]/.exec(words.slice(item[0].length));
      const at = line.start + item[0].length;
      const label = entry?.[1];
      if (label === undefined) openAt(kind('list-item'), line, item[0].length);
      else
        list.open('boilerplate', { start: at, end: line.end }, 0, {
          kind: 'reference',
          label,
          start: at,
          end: at + (entry?.[0].length ?? 0),
        });
      continue;
    }
    if (!list.isOpen() && /^[ \t]/.test(words)) {
      // An indented paragraph is shown as it is typed: mostly code.
      index = lastBeforeBlank(lineAt, index);
      continue;
    }
    const defined = term.exec(words);
    if (defined && !/:\/\//.test(defined[0])) {
      openAt(kind('list-item'), line, 0);
      list.hide({
        start: line.start + defined[0].search(/(?::{2,4}|;;)\s*$/),
        end: line.start + defined[0].length,
        reads: ': ',
      });
      list.add(line);
      continue;
    }
    if (words === '+') {
      list.close();
      continue;
    }
    if (list.isOpen()) {
      if (/^-- /.test(words)) list.hide(line);
      else list.add(line);
      continue;
    }
    const label = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/.exec(words);
    const quoted = /^>[ \t]?/.exec(words);
    if (label) openAt(kind('paragraph'), line, label[0].length);
    else
      openAt(
        next === 'quotation' || quoted || isCredited(index) ? 'quotation' : kind('paragraph'),
        line,
        quoted?.[0].length ?? 0,
      );
    next = undefined;
  }
  list.close();
  return list.blocks;

  /** A paragraph between quotation marks with who said it in the line below is a block quotation. */
  function isCredited(first: number): boolean {
    if (!lineAt(first)?.text.startsWith('"')) return false;
    let last = lineAt(first) as Line;
    for (let at = first + 1; at < first + mostQuoted; at++) {
      const line = lineAt(at);
      if (!line || isBlank(line)) return false;
      if (/^-- \S/.test(line.text)) return /"\s*$/.test(last.text);
      last = line;
    }
    return false;
  }

  function kind(otherwise: BlockKind): BlockKind {
    return quoting > 0 ? 'quotation' : otherwise;
  }

  function openAt(what: BlockKind, { start, end }: Span, from: number, level = 0): void {
    list.open(what, { start: start + from, end }, level);
  }

  /** The cells of a table's line; text without a mark goes on with the cell before. */
  function addCells(line: Line): void {
    const marks = [...line.text.matchAll(/(?<!\\)(?:(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})[+*])?[<^>.]{0,4}[a-z]?\|/g)];
    const first = marks[0]?.index ?? line.text.length;
    if (line.text.slice(0, first).trim() !== '')
      if (list.isOpen()) list.add({ start: line.start, end: line.start + first });
      else list.open('table-cell', { start: line.start, end: line.start + first });
    marks.forEach((mark, at) => {
      const end = line.start + (marks[at + 1]?.index ?? line.text.length);
      list.open('table-cell', { start: line.start + mark.index + mark[0].length, end });
    });
  }
};

export const rereadAsciidoc = rereading(
  readAsciidoc,
  new RegExp(`(?:${fences.map(([fence]) => fence.source).join('|')})`, 'm'),
);
