import { sourceText } from './csv-source.ts';
import { printCsv } from './csv-text.ts';
import type { Sheet } from './sheet.ts';

/** The columns; a checker edits those from `status` on. Others that somebody adds are left alone. */
export const columns = [
  'id',
  'number',
  'claim',
  'standing',
  'status',
  'reason',
  'sources',
  'note',
  'checker',
  'date',
] as const;

/** The sheet as CSV (RFC 4180) that spreadsheet programs open as it is meant. */
export function csvSheet({ facts }: Sheet): string {
  const rows = facts.map(({ claim, number, standing }) => {
    const { entry, id, status, text } = claim;
    return [
      id,
      `${number}`,
      text,
      standing,
      status,
      entry?.reason ?? '',
      (entry?.sources ?? []).map(sourceText).join('\n'),
      entry?.note ?? '',
      entry?.checker ?? '',
      entry?.date ?? '',
    ];
  });
  return printCsv([columns, ...rows]);
}
