import type { Span } from '../../core/model/span.ts';
import { type Cell, cellsOf } from './cells.ts';

/** A line of the draft, or a window of it, with carets to print beneath. */
export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

/** Where a line was cut. */
const cut = '…';

/** How far a cut may move to fall between two words, in cells. */
const wordReach = 16;

/**
 * Shows a span in its line. A line wider than `columns`, as paragraphs are, is cut to a window around the span, between
 * words where it can be. Only the neighbourhood of the span is looked at, so that a book on one line costs no more than a sentence.
 *
 * @param span Where the carets go, within the line; an empty one gets a single caret.
 * @param columns How wide the excerpt may be.
 */
export function excerpt(line: string, span: Span, columns: number): Excerpt {
  const from = wholeCharacter(line, Math.max(0, span.start - 4 * columns));
  const to = wholeCharacter(line, Math.min(line.length, span.start + 4 * columns));
  const cells = cellsOf(line.slice(from, to));
  const first = indexOf(cells, cell => cell.end > span.start - from);
  const end = indexOf(cells, cell => cell.at >= span.end - from);

  const whole = from === 0 && to === line.length && widthOf(cells) <= columns;
  const [left, right] = whole ? [0, cells.length] : windowAround(cells, first, end, columns - 2 * cut.length);
  const head = from + (cells[left]?.at ?? 0) > 0 ? cut : '';
  const tail = right < cells.length || to < line.length ? cut : '';

  const marked = cells.slice(first, Math.min(end, right));
  return {
    line:
      head +
      cells
        .slice(left, right)
        .map(cell => cell.shown)
        .join('') +
      tail,
    carets: ' '.repeat(head.length + widthOf(cells.slice(left, first))) + '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

/** A half-open range of cells, at most `columns` wide, that shows the start of the span and what surrounds it. */
function windowAround(cells: readonly Cell[], first: number, end: number, columns: number): [number, number] {
  const spare = Math.max(0, columns - widthOf(cells.slice(first, end)));
  let left = first;
  let used = 0;
  const takeLeft = (limit: number) => {
    while (left > 0 && used + (cells[left - 1]?.width ?? 0) <= limit) used += cells[--left]?.width ?? 0;
  };
  takeLeft(Math.floor(spare / 2));
  let right = first;
  while (right < cells.length && used + (cells[right]?.width ?? 0) <= columns) used += cells[right++]?.width ?? 0;
  takeLeft(columns);
  return [left > 0 ? wordStart(cells, left, first) : left, right < cells.length ? wordEnd(cells, right, end) : right];
}

function wordStart(cells: readonly Cell[], left: number, first: number): number {
  for (let i = left; i < Math.min(first, left + wordReach); i++) if (cells[i - 1]?.shown === ' ') return i;
  return left;
}

function wordEnd(cells: readonly Cell[], right: number, end: number): number {
  for (let i = right; i > Math.max(end, right - wordReach); i--) if (cells[i]?.shown === ' ') return i;
  return right;
}

/** Index of the first cell of which something is true, or where the cells end. */
function indexOf(cells: readonly Cell[], isTrue: (cell: Cell) => boolean): number {
  const index = cells.findIndex(isTrue);
  return index < 0 ? cells.length : index;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);

/** The position, moved by one where it would divide a surrogate pair. */
function wholeCharacter(line: string, position: number): number {
  const unit = line.charCodeAt(position);
  return position > 0 && unit >= 0xdc00 && unit <= 0xdfff ? position - 1 : position;
}
