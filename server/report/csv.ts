import { sourceProblem } from '../ledger/changes.ts';
import type { LedgerView } from '../ledger/view.ts';
import {
  type ImportedRow,
  type LedgerChange,
  type LedgerSource,
  type LedgerStatus,
  type LetStandReason,
  ledgerStatuses,
  letStandReasons,
} from '../protocol/ledger.ts';
import { parseCsv, printCsv } from './csv-text.ts';
import type { Sheet } from './sheet.ts';

/** The columns; a checker edits those from `status` on. Others that somebody adds are left alone. */
const columns = [
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

/** A source in a cell: its address alone, or its members as "person: Jo Pell; contact: by telephone". */
function sourceText(source: LedgerSource): string {
  const members = Object.entries(source).filter(([, value]) => typeof value === 'string');
  return members.map(([name, value]) => `${name}: ${String(value).replace(/[\\;\n]/g, escapes)}`).join('; ');
}
const escapes = (mark: string): string => (mark === '\n' ? '\\n' : `\\${mark}`);

const sourceNames: readonly string[] = ['url', 'key', 'person', 'document', 'contact', 'archive', 'accessed', 'note'];

/** A source as a checker types it: "url: …; accessed: …", or an address alone. */
function sourceFrom(text: string): LedgerSource | string {
  if (/^https?:\/\/\S+$/i.test(text)) return { url: text };
  const source: Record<string, string> = {};
  for (const part of text.match(/(?:\\.|[^;\\])+/gs) ?? []) {
    const [, name = '', value = ''] = /^\s*([\w-]+):\s*(.*?)\s*$/s.exec(part) ?? [];
    if (name === '')
      return `a source is an address, or members such as “person: Jo Pell; contact: by telephone”, not “${text}”`;
    source[name] = value.replace(/\\(.)/gs, (_, mark) => (mark === 'n' ? '\n' : mark));
  }
  const unknown = Object.keys(source).find(name => !sourceNames.includes(name) && source[name] === '');
  return unknown ? `a source has no member “${unknown}”` : (sourceProblem(source) ?? source);
}

/** What a sheet that came back would change. */
export interface Import {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly string[];
  readonly unchanged: number;
  /** The changes of each row, by its identifier. */
  readonly changes: ReadonlyMap<string, readonly LedgerChange[]>;
}

/** Compares an edited sheet with the record. A row that cannot be taken is named, and the others are taken all the same. */
export function importCsv(csv: string, view: LedgerView): Import | { readonly refused: string } {
  const parsed = parseCsv(csv);
  if ('problem' in parsed) return { refused: parsed.problem };
  const [header = [], ...body] = parsed.rows;
  const names = header.map(name => name.trim().toLowerCase());
  const missing = (['id', 'status'] as const).filter(name => !names.includes(name));
  if (missing.length > 0)
    return {
      refused: `The first row must name the columns; ${missing.map(name => `“${name}”`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. Export the sheet as CSV and edit that file.`,
    };
  const claims = new Map([...view.claims, ...view.orphans].map(claim => [claim.id, claim]));
  const rows: ImportedRow[] = [];
  const problems: string[] = [];
  const changes = new Map<string, readonly LedgerChange[]>();
  let unchanged = 0;
  for (const [at, cells] of body.entries()) {
    const row = at + 2;
    const refuse = (why: string): void => void problems.push(`Row ${row}: ${why}`);
    if (cells.every(cell => cell.trim() === '')) continue;
    const cell = (name: (typeof columns)[number]): string | undefined => {
      const index = names.indexOf(name);
      return index < 0 ? undefined : (cells[index] ?? '').trim();
    };
    const id = cell('id') ?? '';
    const claim = claims.get(id);
    if (!claim) {
      refuse(`the record has no claim “${id}”.`);
      continue;
    }
    if (changes.has(id)) {
      refuse(`the claim “${id}” stands in another row already.`);
      continue;
    }
    const { entry } = claim;
    const given = cell('status')?.toLowerCase().replace(/\s+/g, '-');
    const status = ledgerStatuses.find(known => known === given);
    if (!status) {
      refuse(`the status must be one of ${ledgerStatuses.join(', ')}, not “${cell('status')}”.`);
      continue;
    }
    const reasonText = cell('reason')?.toLowerCase().replace(/\s+/g, '-');
    const reason = letStandReasons.find(known => known === reasonText);
    if (status === 'let-stand' && !reason) {
      refuse(`to let a claim stand, give a reason: one of ${letStandReasons.join(', ')}.`);
      continue;
    }
    const sourceCell = cell('sources');
    const before = (entry?.sources ?? []).map(sourceText);
    const after =
      sourceCell === undefined
        ? before
        : sourceCell
            .split(/\r?\n/)
            .map(line => line.trim())
            .filter(Boolean);
    const sources = after.map(line => (before.includes(line) ? line : sourceFrom(line)));
    const wrong = after.findIndex((line, index) => !before.includes(line) && typeof sources[index] === 'string');
    if (wrong >= 0) {
      refuse(`${sources[wrong]}.`);
      continue;
    }

    const fields: { field: string; before: string; after: string }[] = [];
    const wanted: LedgerChange[] = [];
    const removed = before.map((line, index) => ({ line, index })).filter(({ line }) => !after.includes(line));
    for (const { index } of removed.toReversed()) wanted.push({ kind: 'remove-source', ids: [id], index });
    for (const source of sources)
      if (typeof source !== 'string') wanted.push({ kind: 'add-source', ids: [id], source });
    if (wanted.length > 0) fields.push({ field: 'sources', before: before.join('\n'), after: after.join('\n') });
    const note = cell('note');
    if (note !== undefined && note !== (entry?.note ?? '')) {
      fields.push({ field: 'note', before: entry?.note ?? '', after: note });
      wanted.push({ kind: 'note', ids: [id], note });
    }
    const statusBefore = [claim.status, entry?.reason].filter(Boolean).join(': ');
    const statusAfter = [status, status === 'let-stand' ? reason : undefined].filter(Boolean).join(': ');
    if (statusBefore !== statusAfter) fields.push({ field: 'status', before: statusBefore, after: statusAfter });
    // A source that is added makes a claim a sourced one, so that the status of the sheet is given last.
    if (statusBefore !== statusAfter || wanted.some(({ kind }) => kind === 'add-source'))
      wanted.push(statusChange(id, status, reason));
    if (fields.length === 0) unchanged++;
    else {
      rows.push({ row, id, text: claim.text, fields });
      changes.set(id, wanted);
    }
  }
  return { rows, problems, unchanged, changes };
}

const statusChange = (id: string, status: LedgerStatus, reason: LetStandReason | undefined): LedgerChange => ({
  kind: 'status',
  ids: [id],
  status,
  ...(status === 'let-stand' && reason ? { reason } : {}),
});
