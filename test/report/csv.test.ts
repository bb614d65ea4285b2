import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf, read } from '../../server/core/index.ts';
import { viewOf } from '../../server/ledger/view.ts';
import { importCsv } from '../../server/report/csv-import.ts';
import { parseCsv, printCsv } from '../../server/report/csv-text.ts';
import { sheetWriters } from '../../server/report/formats.ts';
import { sheetOf } from '../../server/report/sheet.ts';
import { changed, draft, recorded, viewOfText } from '../ledger/draft.ts';

const rowsOf = (csv: string) => {
  const parsed = parseCsv(csv);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.rows;
};

test('whatever stands in a cell comes back as it was', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', "'=x", "''-x", '+a', '@b', '"', 'a,b', 'a\r\nb', ';', '\t'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), rows => {
      const table = [['id', 'b', 'c'], ...rows];
      expect(rowsOf(printCsv(table))).toEqual(table);
    }),
  );
});

test('no cell starts as a formula does', () => {
  const csv = printCsv([['=HYPERLINK("https://a.example")', '@SUM(A1)', '-2+3', '\t=1', '＝1', "'=1"]]);
  expect(csv.startsWith('\ufeff')).toBe(true);
  for (const cell of csv.slice(1).trimEnd().split(',')) expect(cell.replace(/^"/, '')).toMatch(/^'/);
});

test('sheets of other countries and systems are read', () => {
  expect(rowsOf('id;status\nx;"a;b"\n')).toEqual([
    ['id', 'status'],
    ['x', 'a;b'],
  ]);
  expect(rowsOf('id\tstatus\r\nx\ty')).toEqual([
    ['id', 'status'],
    ['x', 'y'],
  ]);
  expect(parseCsv('id,status\n"x')).toHaveProperty('problem', expect.stringContaining('row 2 is not closed'));
});

const { record: base, ids } = recorded();
const { record } = changed(base, draft, {
  kind: 'add-source',
  ids: ids.slice(0, 1),
  source: { person: 'Jo Pell; Harbour Office', contact: 'by telephone', accessed: '2026-05-11' },
});
const view = viewOfText(record, draft);
const article = read(draft, 'markdown');
const sheet = sheetOf(article, viewOf(record, article, claimsOf(article)), 'op-ed.md', '2026-05-12');
const csv = sheetWriters.csv.write(sheet);
const imported = (text: string) => {
  const result = importCsv(text, view);
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

describe('a sheet that comes back', () => {
  test('as it went out changes nothing', () => {
    expect(imported(csv)).toMatchObject({ rows: [], problems: [], unchanged: 5 });
    expect(imported(csv.replaceAll('\r\n', '\n').slice(1))).toMatchObject({ rows: [], unchanged: 5 });
  });

  test('changes what was edited, onto the same claims', () => {
    const rows = rowsOf(csv).map(row => [...row]);
    const [header, first, second] = rows as [string[], string[], string[]];
    const column = (name: string) => header.indexOf(name);
    first[column('sources')] = `${first[column('sources')]}\nhttps://a.example/landings`;
    first[column('note')] = 'Called twice.';
    second[column('status')] = 'Let stand';
    second[column('reason')] = 'own experience';
    const result = imported(printCsv(rows));
    expect(result.rows.map(({ id, fields }) => [id, fields.map(({ field }) => field)])).toEqual([
      [ids[0], ['sources', 'note']],
      [ids[1], ['status']],
    ]);
    const next = changed(record, draft, ...[...result.changes.values()].flat());
    expect(next.record.entries.slice(0, 2)).toMatchObject([
      {
        status: 'verified',
        note: 'Called twice.',
        sources: [{ person: 'Jo Pell; Harbour Office' }, { url: 'https://a.example/landings' }],
      },
      { status: 'let-stand', reason: 'own-experience' },
    ]);
  });

  test('names each row that cannot be taken, and takes the others', () => {
    const rows = [
      ['id', 'status', 'sources'],
      ['nobody', 'verified', ''],
      [ids[0], 'very true', ''],
      [ids[1], 'disputed', ''],
      [ids[2], 'sourced', 'hearsay'],
    ] as string[][];
    const result = imported(printCsv(rows));
    expect(result.problems).toEqual([
      expect.stringMatching(/^Row 2: the record has no claim “nobody”/),
      expect.stringMatching(/^Row 3: the status must be one of .* not “very true”/),
      expect.stringMatching(/^Row 5: a source is an address/),
    ]);
    expect(result.rows.map(({ id }) => id)).toEqual([ids[1]]);
    expect(importCsv('a,b\n1,2\n', view)).toHaveProperty(
      'refused',
      expect.stringContaining('“id” and “status” are missing'),
    );
  });
});
