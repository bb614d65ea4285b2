/** The mark by which spreadsheet programs know UTF-8. */
const byteOrderMark = '\ufeff';

/** What a spreadsheet program would take for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
/** What stands before it then, so that it is shown and not run; one more where a text starts so itself, so that it comes back the same. */
const guard = "'";

/** Rows as RFC 4180 writes them, which every spreadsheet program opens without a question and without running anything. */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map(cells => `${cells.map(printCell).join(',')}\r\n`).join('');

function printCell(text: string): string {
  const guarded = formula.test(text) || /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text) ? guard + text : text;
  return /[",\r\n;\t]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const unguarded = (text: string): string =>
  /^'+[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text) ? text.slice(1) : text;

/**
 * Reads CSV as spreadsheet programs write it: with commas, or with the semicolons or tabs of other countries, whichever the first row
 * has; lines may end in any way.
 */
export function parseCsv(
  csv: string,
): { readonly rows: readonly (readonly string[])[] } | { readonly problem: string } {
  const text = csv.startsWith(byteOrderMark) ? csv.slice(1) : csv;
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    let cell: string;
    if (text[at] === '"') {
      const end = endOfQuoted(text, at + 1);
      if (end < 0)
        return {
          problem: `The quotation mark that opens in row ${rows.length + 1} is not closed. Save the sheet as CSV again.`,
        };
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      const rest = text.slice(at).search(new RegExp(`[${separator}\\r\\n]|$`));
      cell += text.slice(at, at + rest);
      at += rest;
    } else {
      const end = at + text.slice(at, at + 1_000_000).search(new RegExp(`[${separator}\\r\\n]|$`));
      cell = text.slice(at, end);
      at = end;
    }
    row.push(unguarded(cell));
    const mark = text[at];
    if (mark === separator) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows };
}

function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function separatorOf(text: string): ',' | ';' | '\t' {
  const first = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const counts = ([',', ';', '\t'] as const).map(mark => ({ mark, count: first.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
