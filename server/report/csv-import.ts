import type { CheckedClaim, LedgerView } from '../ledger/view.ts';
import {
  type ImportedRow,
  type LedgerChange,
  type LedgerSource,
  type LedgerStatus,
  type LetStandReason,
  ledgerStatuses,
  letStandReasons,
} from '../protocol/ledger.ts';
import type { columns } from './csv.ts';
import { sourceFrom, sourceText } from './csv-source.ts';
import { parseCsv } from './csv-text.ts';

/** What a sheet that came back would change. */
export interface Import {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly string[];
  readonly unchanged: number;
  /** The changes of each row, by its identifier. */
  readonly changes: ReadonlyMap<string, readonly LedgerChange[]>;
}

/** A cell of a row by its column, without the spaces around it; undefined where the sheet has no such column. */
type Cells = (column: (typeof columns)[number]) => string | undefined;

/** Something that keeps a row from being taken, to stand behind "Row 3: ". */
interface Refused {
  readonly refused: string;
}

/** Compares an edited sheet with the record. A row that cannot be taken is named, and the others are taken all the same. */
export function importCsv(csv: string, view: LedgerView): Import | Refused {
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
    if (cells.every(cell => cell.trim() === '')) continue;
    const row = at + 2;
    const cell: Cells = column => {
      const index = names.indexOf(column);
      return index < 0 ? undefined : (cells[index] ?? '').trim();
    };
    const compared = compareRow(cell, claims, changes);
    if ('refused' in compared) problems.push(`Row ${row}: ${compared.refused}`);
    else if (compared.fields.length === 0) unchanged++;
    else {
      const { claim, fields, wanted } = compared;
      rows.push({ row, id: claim.id, text: claim.text, fields });
      changes.set(claim.id, wanted);
    }
  }
  return { rows, problems, unchanged, changes };
}

/** What one row says otherwise than the record, and the changes that would make the record say so too. */
interface Compared {
  readonly fields: ImportedRow['fields'];
  readonly wanted: readonly LedgerChange[];
}

function compareRow(
  cell: Cells,
  claims: ReadonlyMap<string, CheckedClaim>,
  seen: ReadonlyMap<string, unknown>,
): (Compared & { readonly claim: CheckedClaim }) | Refused {
  const id = cell('id') ?? '';
  const claim = claims.get(id);
  if (!claim) return { refused: `the record has no claim “${id}”.` };
  if (seen.has(id)) return { refused: `the claim “${id}” stands in another row already.` };
  const status = statusIn(cell);
  if ('refused' in status) return status;
  const sources = compareSources(cell('sources'), claim);
  if ('refused' in sources) return sources;
  const parts = [sources, compareNote(cell('note'), claim), compareStatus(status, claim, sources)];
  return { claim, fields: parts.flatMap(({ fields }) => fields), wanted: parts.flatMap(({ wanted }) => wanted) };
}

/** A status, with a reason where it needs one. */
interface StatusGiven {
  readonly status: LedgerStatus;
  readonly reason?: LetStandReason;
}

function statusIn(cell: Cells): StatusGiven | Refused {
  const status = oneOf(ledgerStatuses, cell('status'));
  if (!status) return { refused: `the status must be one of ${ledgerStatuses.join(', ')}, not “${cell('status')}”.` };
  if (status !== 'let-stand') return { status };
  const reason = oneOf(letStandReasons, cell('reason'));
  return reason
    ? { status, reason }
    : { refused: `to let a claim stand, give a reason: one of ${letStandReasons.join(', ')}.` };
}

/** The word that somebody has typed with capitals and spaces of their own. */
function oneOf<Word extends string>(words: readonly Word[], typed: string | undefined): Word | undefined {
  const plain = typed?.toLowerCase().replace(/\s+/g, '-');
  return words.find(word => word === plain);
}

function compareSources(typed: string | undefined, { entry, id }: CheckedClaim): Compared | Refused {
  const before = (entry?.sources ?? []).map(sourceText);
  const after = typed === undefined ? before : linesOf(typed);
  const added: LedgerSource[] = [];
  for (const line of after) {
    if (before.includes(line)) continue;
    const source = sourceFrom(line);
    if (typeof source === 'string') return { refused: `${source}.` };
    added.push(source);
  }
  const removed = [...before.keys()].filter(index => !after.includes(before[index] as string));
  const wanted: LedgerChange[] = [
    // From the last one on, so that those before it keep their places.
    ...removed.toReversed().map(index => ({ kind: 'remove-source' as const, ids: [id], index })),
    ...added.map(source => ({ kind: 'add-source' as const, ids: [id], source })),
  ];
  const fields = wanted.length > 0 ? [{ field: 'sources', before: before.join('\n'), after: after.join('\n') }] : [];
  return { fields, wanted };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean);

function compareNote(note: string | undefined, { entry, id }: CheckedClaim): Compared {
  const before = entry?.note ?? '';
  if (note === undefined || note === before) return { fields: [], wanted: [] };
  return { fields: [{ field: 'note', before, after: note }], wanted: [{ kind: 'note', ids: [id], note }] };
}

function compareStatus(given: StatusGiven, { entry, id, status }: CheckedClaim, sources: Compared): Compared {
  const before = [status, entry?.reason].filter(Boolean).join(': ');
  const after = [given.status, given.reason].filter(Boolean).join(': ');
  const isChanged = before !== after;
  // A source that is added makes a claim a sourced one, so that the status of the sheet is given last.
  const isGivenAgain = sources.wanted.some(({ kind }) => kind === 'add-source');
  return {
    fields: isChanged ? [{ field: 'status', before, after }] : [],
    wanted: isChanged || isGivenAgain ? [{ kind: 'status', ids: [id], ...given }] : [],
  };
}
