import type { BlockContext, Element, Line } from '@lezer/markdown';

/** A stretch of a line, by its place in the document. */
interface Piece {
  readonly from: number;
  readonly text: string;
  /** Where its line ends. */
  readonly lineEnd: number;
}

/** Lines of dashes, one for each column. */
const columnLine = /^[ \t>]{0,100}-{2,}(?:[ \t]{1,100}-{2,}){1,50}\s*$/;
const wholeLine = /^[ \t>]{0,100}-{5,}\s*$/;
const gridBorder = /^[ \t]{0,3}\+(?:[-=:]{2,200}\+){1,50}\s*$/;
/** The line below the head of a table whose columns are parted by bars. */
const barsBelowHead = /^[\s>]{0,100}\|?\s{0,100}:?-{1,200}[\s|:-]{0,1000}$/;

const restOf = (line: Line): string => line.text.slice(line.pos);

/** What stands between two places of a line that starts at one, without the white space around it. */
function pieceOf(lineStart: number, line: string, from: number, to: number): Piece {
  const source = line.slice(from, to);
  return {
    from: lineStart + from + Math.max(0, source.search(/\S/)),
    text: source.trim(),
    lineEnd: lineStart + line.length,
  };
}

/** The pieces of a block as one element; what stands between two of them is left out but for the break of the line. */
function elementOf(cx: BlockContext, name: string, pieces: readonly Piece[]): Element {
  const children: Element[] = [];
  const first = pieces[0] as Piece;
  let { from: end, lineEnd } = first;
  for (const piece of pieces) {
    const { from, text } = piece;
    if (piece !== first) {
      if (lineEnd > end) children.push(cx.elt('Hidden', end, lineEnd));
      if (from > lineEnd + 1) children.push(cx.elt('Hidden', lineEnd + 1, from));
    }
    children.push(...cx.parser.parseInline(text, from));
    end = from + text.length;
    ({ lineEnd } = piece);
  }
  return cx.elt(name, first.from, end, children);
}

/** Collects the cells of a table line by line: a cell goes on in the next line where no other cell has words between. */
function cellsOf(cx: BlockContext) {
  const cells: Piece[][] = [];
  let last = -1;
  return {
    add: (column: number, piece: Piece): void => {
      if (piece.text === '') return;
      if (column === last) cells.at(-1)?.push(piece);
      else cells.push([piece]);
      last = column;
    },
    endRow: (): void => {
      last = -1;
    },
    elements: (): Element[] => cells.map(pieces => elementOf(cx, 'TableCell', pieces)),
  };
}

/** A table drawn with plus signs and bars. */
export function gridTable(cx: BlockContext, line: Line): boolean {
  if (!gridBorder.test(restOf(line))) return false;
  const start = cx.lineStart + line.pos;
  const cells = cellsOf(cx);
  let end = start;
  const { depth } = cx;
  do {
    const row = restOf(line);
    if (!/^[+|]/.test(row)) break;
    end = cx.lineStart + line.text.trimEnd().length;
    if (row.startsWith('+')) cells.endRow();
    else
      for (const { index, 0: cell } of row.matchAll(/[^|]+/g))
        cells.add(index, pieceOf(cx.lineStart, line.text, line.pos + index, line.pos + index + cell.length));
  } while (goesOn(cx, line, depth));
  cx.addElement(cx.elt('Table', start, end, cells.elements()));
  return true;
}

/** True where there is another line of the block. */
const goesOn = (cx: BlockContext, line: Line, depth: number): boolean =>
  cx.nextLine() && line.next >= 0 && (line as Line & { readonly depth: number }).depth >= depth;

/** A table whose columns are told by lines of dashes: its rows are lines, or paragraphs where a line of dashes stands over the head. */
export function dashedTable(cx: BlockContext, line: Line): boolean {
  const first = restOf(line);
  const below = cx.peekLine();
  const isOpen = wholeLine.test(first) && /\S {2,}\S/.test(below);
  const hasHead = !isOpen && columnLine.test(below) && !columnLine.test(first) && /\S {2,}\S|^ {2,}\S/.test(line.text);
  if (!isOpen && !hasHead && !(columnLine.test(first) && below.trim() !== '')) return false;
  const start = cx.lineStart + line.pos;
  const { depth } = cx;
  const head: { readonly at: number; readonly text: string }[] = [];
  let columns: readonly number[] = [];
  const cells = cellsOf(cx);
  let end = start;
  const addRow = (at: number, row: string): void =>
    columns.forEach((from, index) => {
      cells.add(index, pieceOf(at, row, from, columns[index + 1] ?? row.length));
    });
  let isDone = false;
  while (!isDone) {
    end = cx.lineStart + line.text.trimEnd().length;
    if (columns.length === 0 && columnLine.test(line.text)) {
      columns = [...line.text.matchAll(/-+/g)].map(({ index }) => index);
      for (const { at, text } of head) addRow(at, text);
      cells.endRow();
    } else if (wholeLine.test(line.text) || columnLine.test(line.text)) isDone = columns.length > 0;
    else if (columns.length === 0) head.push({ at: cx.lineStart, text: line.text });
    else {
      addRow(cx.lineStart, line.text);
      if (!isOpen) cells.endRow();
    }
    if (goesOn(cx, line, depth)) continue;
    // Between the rows of an open table stand empty lines.
    if (isDone || !isOpen || columns.length === 0 || line.next >= 0 || !fits(cx.peekLine(), columns)) break;
    cells.endRow();
    if (!goesOn(cx, line, depth)) break;
  }
  if (columns.length > 0) cx.addElement(cx.elt('Table', start, end, cells.elements()));
  else {
    // There was no table below the rule; the two are one node, since the lines would be read otherwise by themselves.
    const pieces = head.map(({ at, text }) => pieceOf(at, text, 0, text.length));
    cx.addElement(cx.elt('Ruled', start, end, [elementOf(cx, 'Paragraph', pieces)]));
  }
  return true;
}

/** True for a line that has white space wherever columns meet. */
const fits = (line: string, columns: readonly number[]): boolean =>
  line.trim() !== '' && (wholeLine.test(line) || columns.slice(1).every(at => /^\s?$/.test(line.charAt(at - 1))));

/** Where the bar of a line stands; before its first column where it goes on with the one above. */
const barOf = (line: Line): number => (line.text.charAt(line.pos) === '|' ? line.pos : line.basePos - 1);

/** Lines behind bars, whose breaks are kept. */
export function lineBlock(cx: BlockContext, line: Line): boolean {
  if (!/^\|(?: |$)/.test(restOf(line).trimEnd()) || barsBelowHead.test(cx.peekLine())) return false;
  const { depth } = cx;
  const pieces: Piece[] = [];
  // The first line is taken whatever white space stands before it, so that reading always goes on.
  do pieces.push(pieceOf(cx.lineStart, line.text, barOf(line) + 1, line.text.length));
  while (goesOn(cx, line, depth) && /^[|\s]/.test(line.text.slice(line.basePos)));
  const words = pieces.filter(({ text }) => text !== '');
  if (words.length > 0) cx.addElement(elementOf(cx, 'Paragraph', words));
  return true;
}
