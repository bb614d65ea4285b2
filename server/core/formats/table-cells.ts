import type { Span } from '../model/span.ts';
import type { BlockList } from './block-of.ts';
import type { Line } from './source-lines.ts';

/** Collects the cells of a table that is drawn in characters, line by line. */
export interface TableCells {
  /** Adds what stands in a column on a line; nothing where that is empty. */
  add(column: number, where: Span): void;
  /** Ends the row. */
  endRow(): void;
}

/**
 * A cell goes on in the next line of its row where no other cell has words between, so that its block is one stretch of the source;
 * otherwise each line of a cell is a block of its own.
 */
export function tableCells(text: string, list: BlockList): TableCells {
  let last = -1;
  let end = 0;
  return {
    add: (column, cell) => {
      const words = text.slice(cell.start, cell.end);
      if (words.trim() === '') return;
      const where = { start: cell.start + words.search(/\S/), end: cell.start + words.trimEnd().length };
      if (list.isOpen() && column === last) {
        list.hide({ start: end, end: where.start, reads: ' ' });
        list.add(where);
      } else list.open('table-cell', where);
      last = column;
      ({ end } = where);
    },
    endRow: () => {
      list.close();
      last = -1;
    },
  };
}

/** The cells of a line of values that commas part, without the quotation marks around them. */
export const valuesIn = ({ start, text }: Line): Span[] =>
  Array.from(text.matchAll(/"(?:[^"]|"")*"|[^\s",][^,]*/g), ({ index, 0: value }) => {
    const quote = /^".*"$/.test(value) ? 1 : 0;
    return { start: start + index + quote, end: start + index + value.length - quote };
  });
