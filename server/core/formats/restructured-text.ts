import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition } from '../model/evidence.ts';
import { blockList } from './block-of.ts';
import { type Directive, directiveOf } from './restructured-text-directives.ts';
import { restructuredTextInline } from './restructured-text-inline.ts';
import { type ResumableReader, readWhole, rereading } from './resumable.ts';
import { indentOf, isBlank, type Line, lastBeforeBlank, linesOf } from './source-lines.ts';
import { tableCells, valuesIn } from './table-cells.ts';

/** What indented lines belong to. */
interface Body {
  /** The least indentation of its lines. */
  readonly least: number;
  /** The indentation of its first line, once there was one; deeper paragraphs are quotations. */
  column?: number;
  readonly kind: BlockKind | 'none' | 'rows';
  /** The note that the lines are. */
  readonly note?: Pick<Definition, 'kind' | 'label'>;
  /** True where an empty line ends it. */
  readonly endsAtBlank?: true;
  /** True as long as the lines may be a directive's options. */
  options?: boolean;
}

const adornment = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
const listMarker = /^(?:[-*+•]|(?:\d{1,9}|#|[a-zA-Z]|[ivxlcIVXLC]{1,7})[.)]|\((?:\d{1,9}|#|[a-zA-Z])\))(?:[ \t]+|$)/;
const simpleBorder = /^=+(?: +=+)+\s*$/;

/** reStructuredText. Structure is told by indentation, so nothing stays open past the next line that is indented less. */
export const restructuredTextBlocks = (text: string): RawBlock[] => readWhole(readRestructuredText, text);

interface Notes {
  readonly bodies: readonly Body[];
  /** How the headings of each level are adorned. */
  readonly levels: readonly string[];
}

const readRestructuredText: ResumableReader = (text, notes, pause) => {
  const list = blockList(text, restructuredTextInline);
  const lineAt = linesOf(text);
  const before = notes === undefined ? undefined : (JSON.parse(notes) as Notes);
  const bodies: Body[] = [...(before?.bodies ?? [])];
  const levels: string[] = [...(before?.levels ?? [])];
  /** The indentation of the words of the open block and how many lines it has. */
  let column = 0;
  let height = 0;

  let index = 0;
  for (let line = lineAt(0); line; line = lineAt(++index)) {
    if (isBlank(line)) {
      endParagraph();
      if (bodies.at(-1)?.endsAtBlank) bodies.pop();
      const body = bodies.at(-1);
      if (body) body.options = false;
      const behind = lineAt(index + 1);
      if (!behind || isBlank(behind)) continue;
      const notesHere: Notes = { bodies, levels };
      if (pause(behind.start, JSON.stringify(notesHere), list.blocks.length, 0)) return list.blocks;
      continue;
    }
    const indent = indentOf(line);
    const from = line.text.search(/\S/);
    const words = line.text.slice(from).trimEnd();
    while (bodies.length > 0 && indent < ((bodies.at(-1) as Body).column ?? (bodies.at(-1) as Body).least)) {
      endParagraph();
      bodies.pop();
    }
    let body = bodies.at(-1);
    if (body?.kind === 'none') continue;
    if (body?.options && /^:[^:\n]{1,60}:(?:\s|$)/.test(words)) continue;
    if (body?.kind === 'rows') {
      for (const value of valuesIn(line)) {
        list.open('table-cell', value);
        list.close();
      }
      continue;
    }
    if (body) body.column ??= indent;

    if (list.isOpen() && !/^\.\.(?:\s|$)/.test(words)) {
      const defines = height === 1 && indent > column && body?.kind !== 'boilerplate';
      if (!defines && !(body?.kind === 'list-item' && indent < column && listMarker.test(words))) {
        list.add(line);
        height++;
        continue;
      }
      list.close();
      if (defines) bodies.push({ least: indent, column: indent, kind: bodyKind('list-item') });
      body = bodies.at(-1);
    }
    const next = lineAt(index + 1);
    const under = next && adornment.test(next.text) ? next.text.trimEnd() : '';
    if (indent === 0 && adornment.test(words)) {
      const title = next;
      if (
        title &&
        !isBlank(title) &&
        lineAt(index + 2)?.text.trimEnd() === words &&
        words.length >= title.text.trim().length
      ) {
        heading(title, `${words.charAt(0)}${words.charAt(0)}`);
        index += 2;
      }
      continue;
    }
    if (
      indent === 0 &&
      under.length >= Math.min(words.length, 100) &&
      under.length >= 2 &&
      !/^(?:\.\.|::)/.test(under)
    ) {
      heading(line, under.charAt(0));
      index++;
      continue;
    }
    if (/^\.\.(?:\s|$)/.test(words)) {
      explicitMarkup(line, from, indent, words);
      continue;
    }
    if (/^__(?:\s|$)/.test(words)) {
      bodies.push({ least: indent + 1, kind: 'none', endsAtBlank: true });
      continue;
    }
    if (/^>>> /.test(words)) {
      index = lastBeforeBlank(lineAt, index);
      continue;
    }
    if (/^\+[-=+]{2,}\+$/.test(words)) {
      index = gridTable(index);
      continue;
    }
    if (simpleBorder.test(words)) {
      index = simpleTable(index);
      continue;
    }
    const field = /^:(?![\s:])[^:`\n]{1,60}:(?:[ \t]+|$)/.exec(words);
    if (field) {
      bodies.push({ least: indent + 1, kind: 'boilerplate' });
      open('boilerplate', line, from + field[0].length, indent + 1);
      continue;
    }
    const item = listMarker.exec(words);
    if (item) {
      const content = indent + item[0].length;
      bodies.push({ least: content, column: content, kind: bodyKind('list-item') });
      // An item may itself start with an item, as the rows of a list table do.
      const inner = listMarker.exec(words.slice(item[0].length));
      const width = item[0].length + (inner?.[0].length ?? 0);
      if (inner) bodies.push({ least: indent + width, column: indent + width, kind: bodyKind('list-item') });
      open(bodyKind('list-item'), line, from + width, indent + width);
      continue;
    }
    if (/^\|(?:\s|$)/.test(words)) {
      open(bodyKind('paragraph'), line, from + 1, indent + 2);
      for (let verse = next; verse && /^\s*\|(?:\s|$)/.test(verse.text); verse = lineAt(index + 1)) {
        index++;
        list.add(verse);
        list.hide({ start: verse.start, end: verse.start + verse.text.indexOf('|') + 1 });
      }
      list.close();
      continue;
    }
    const quoted = indent > (body?.column ?? 0);
    if (quoted) bodies.push({ least: indent, column: indent, kind: 'quotation' });
    open(quoted ? 'quotation' : bodyKind('paragraph'), line, from, indent);
  }
  endParagraph();
  return list.blocks;

  function bodyKind(otherwise: BlockKind): BlockKind {
    const kind = bodies.at(-1)?.kind ?? 'paragraph';
    return kind === 'paragraph' ||
      kind === 'none' ||
      kind === 'rows' ||
      (kind === 'list-item' && otherwise === 'list-item')
      ? otherwise
      : kind;
  }

  /** Opens the block of a definition, whose mark is no words. */
  function define(
    kind: Definition['kind'],
    label: string,
    line: Line,
    from: number,
    to: number,
    address?: string,
  ): void {
    const where = { start: line.start + from, end: line.start + to };
    list.open('boilerplate', { start: where.start, end: line.end }, 0, {
      kind,
      label,
      ...where,
      ...(address !== undefined && { address }),
    });
  }

  function open(kind: BlockKind, line: Line, from: number, at: number): void {
    const start = line.start + from;
    const note = bodies.at(-1)?.note;
    list.open(kind, { start, end: line.end }, 0, note && { ...note, start, end: start, continues: true });
    column = at;
    height = 1;
  }

  /** Ends the open block. Two colons at its end announce that what is indented deeper is code. */
  function endParagraph(): void {
    if (!list.isOpen()) return;
    const announced = list.text().trimEnd().endsWith('::');
    list.close();
    if (announced) bodies.push({ least: Math.min(column, bodies.at(-1)?.column ?? column) + 1, kind: 'none' });
  }

  function heading(line: Line, style: string): void {
    if (!levels.includes(style) && levels.length < 6) levels.push(style);
    const level = levels.indexOf(style) + 1;
    list.open('heading', line, level > 0 ? level : 6);
    list.close();
  }

  /** What starts with two dots: a footnote, a target, a substitution, a directive, or else a comment. */
  function explicitMarkup(line: Line, from: number, indent: number, words: string): void {
    list.close();
    const note = /^\.\.\s+\[([^\]\n]{1,60})\](?=\s|$)/.exec(words);
    if (note) {
      const label = note[1] ?? '';
      const kind = /^(?:\d+$|#|\*$)/.test(label) ? 'footnote' : 'reference';
      bodies.push({ least: indent + 1, kind: 'boilerplate', note: { kind, label } });
      define(kind, label, line, from, from + note[0].length);
      column = indent + 3;
      height = 1;
      return;
    }
    const target = /^\.\.\s+_(?:`([^`\n]{1,200})`|((?:[^:\n\\]|\\.){1,200})):(?:\s+(\S.{0,2000}))?$/.exec(words);
    const name = target?.[1] ?? target?.[2];
    if (target && name !== undefined && name !== '_') {
      // A target without an address is a place in the document.
      const address = target[3] ?? '#';
      bodies.push({ least: indent + 1, kind: 'none', endsAtBlank: true });
      define('address', name, line, from, from + words.length, address);
      list.close();
      return;
    }
    const directive = /^\.\.\s+([\w:+.-]{1,60}?)::(?:\s+|$)/.exec(words);
    const { argument, body }: Directive = directive
      ? directiveOf((directive[1] ?? '').toLowerCase(), words.slice(directive[0].length))
      : { body: 'none' };
    bodies.push({ least: indent + 1, kind: body, options: true });
    if (!directive || !argument || directive[0].length >= words.length) return;
    open(argument, line, from + directive[0].length, indent + 3);
    if (argument === 'heading' || argument === 'caption') list.close();
  }

  function gridTable(from: number): number {
    const last = lastBeforeBlank(lineAt, from);
    const cells = tableCells(text, list);
    for (let at = from; at <= last; at++) {
      const row = lineAt(at) as Line;
      if (!/^\s*\|/.test(row.text)) cells.endRow();
      else
        for (const cell of row.text.matchAll(/[^|]+/g))
          if (cell.index > 0)
            cells.add(cell.index, {
              start: row.start + cell.index,
              end: row.start + cell.index + cell[0].length,
            });
    }
    cells.endRow();
    return last;
  }

  function simpleTable(from: number): number {
    const border = lineAt(from) as Line;
    const columns = [...border.text.matchAll(/=+/g)].map(({ index }) => index);
    const cells = tableCells(text, list);
    let last = from;
    for (let row = lineAt(last + 1); row && !isBlank(row); row = lineAt(last + 1)) {
      last++;
      const { start: lineStart, text: source } = row;
      // A line without a first cell goes on with the one before.
      if (/^\s*[=-]+(?: +[=-]+)*\s*$/.test(source) || source.slice(columns[0], columns[1]).trim() !== '')
        cells.endRow();
      if (/^\s*[=-]+(?: +[=-]+)*\s*$/.test(source)) continue;
      columns.forEach((start, at) => {
        const end = Math.min(columns[at + 1] ?? source.length, source.length);
        if (start < end) cells.add(at, { start: lineStart + start, end: lineStart + end });
      });
    }
    cells.endRow();
    return last;
  }
};

/** Nothing is looked for from afar: where a body ends is told by indentation. */
export const rereadRestructuredText = rereading(readRestructuredText, /(?!)/);
