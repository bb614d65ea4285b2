import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { applyChanges } from '../../ledger/changes.ts';
import type { CheckedClaim, LedgerView } from '../../ledger/view.ts';
import { type LedgerChange, type LedgerStatus, type LetStandReason, ledgerStatuses } from '../../protocol/ledger.ts';
import { importCsv } from '../../report/csv-import.ts';
import { standingOf } from '../../report/sheet.ts';
import { decode } from '../input/decode.ts';
import { type CliDesk, type DeskOptions, type DraftWithRecord, deskFrom } from '../input/desk.ts';
import { UsageError } from '../input/usage-error.ts';
import { type LineIndex, lineIndex } from '../line-index.ts';
import { complain, type ExitCode, write } from '../output.ts';
import { printable } from '../terminal/cells.ts';

export interface LedgerOptions extends DeskOptions {
  readonly format: 'text' | 'json';
}

/** What of a draft the commands that only look at records work on. */
interface Seen extends DraftWithRecord {
  readonly view: LedgerView;
  readonly all: readonly CheckedClaim[];
  readonly lines: LineIndex;
}

async function* seen(desk: CliDesk, paths: readonly string[]): AsyncGenerator<Seen | undefined> {
  for await (const draft of desk.drafts(paths)) {
    if (!draft || (draft.loaded.kind !== 'ok' && draft.loaded.kind !== 'none')) {
      yield undefined;
      continue;
    }
    const view = draft.viewWith(draft.loaded.kind === 'ok' ? draft.loaded.record : undefined);
    yield { ...draft, view, all: [...view.claims, ...view.orphans], lines: lineIndex(draft.article.text) };
  }
}

const json = (value: object): Promise<void> => write(process.stdout, `${JSON.stringify(value)}\n`);

/** A claim as the JSON of all these commands gives it. */
function wireOf(claim: CheckedClaim, { lines, view }: Seen) {
  const unit = claim.unit === undefined ? undefined : view.units[claim.unit];
  const { altered, anchor, distance, entry, id, mustCheck, settled, stale, status, text } = claim;
  const { checker, date, note, reason, sources = [] } = entry ?? {};
  return {
    id,
    text,
    ...(unit ? { start: unit.start, end: unit.end, ...lines.placeAt(unit.start) } : {}),
    status,
    ...(reason ? { reason } : {}),
    sources,
    ...(note === undefined ? {} : { note }),
    ...(checker === undefined ? {} : { checker }),
    ...(date === undefined ? {} : { date }),
    anchor,
    distance,
    stale,
    altered,
    settled,
    mustCheck,
  };
}

/** `sayswho ledger status`: how far the checking of each draft is. */
export async function ledgerStatus(paths: readonly string[], options: LedgerOptions): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  for await (const draft of seen(await deskFrom(options), paths)) {
    if (!draft) {
      exitCode = 2;
      continue;
    }
    const { all, path, view } = draft;
    const counts = Object.fromEntries(
      ledgerStatuses.map(status => [status, all.filter(claim => claim.status === status).length]),
    );
    const settled = view.claims.filter(claim => claim.settled).length;
    const stale = all.filter(claim => claim.stale).length;
    const uncertain = all.filter(({ anchor }) => anchor === 'uncertain').length;
    const open = all.filter(isOpen).length;
    const total = view.claims.length;
    const orphans = view.orphans.length;
    if (options.format === 'json')
      await json({ path, settled, total, open, stale, uncertain, orphans, statuses: counts });
    else {
      const details = [
        ...ledgerStatuses
          .filter(status => counts[status])
          .map(status => `${counts[status]} ${status.replaceAll('-', ' ')}`),
        ...(stale > 0 ? [`${stale} stale`] : []),
        ...(uncertain > 0 ? [`${uncertain} uncertain`] : []),
        ...(orphans > 0 ? [`${orphans} not in the draft any more`] : []),
      ];
      await write(
        process.stdout,
        `${printable(path)}: ${settled} of ${total} settled (${details.join(', ') || 'no claims'})\n`,
      );
    }
  }
  return exitCode;
}

/** `sayswho ledger list`: one line a claim. */
export async function ledgerList(
  paths: readonly string[],
  options: LedgerOptions & { readonly status?: LedgerStatus },
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  for await (const draft of seen(await deskFrom(options), paths)) {
    if (!draft) {
      exitCode = 2;
      continue;
    }
    const wanted = draft.all.filter(({ status }) => options.status === undefined || status === options.status);
    if (options.format === 'json') await json({ path: draft.path, claims: wanted.map(claim => wireOf(claim, draft)) });
    else for (const claim of wanted) await write(process.stdout, `${lineOf(claim, draft)}\n`);
  }
  return exitCode;
}

function lineOf(claim: CheckedClaim, { lines, path, view }: Seen): string {
  const unit = claim.unit === undefined ? undefined : view.units[claim.unit];
  const place = unit && lines.placeAt(unit.start);
  const where = place ? `${path}:${place.line}:${place.column}` : path;
  return printable(`${where} ${claim.id} ${standingOf(claim)}: ${claim.text}`);
}

/** Sign-off waits for it. */
const isOpen = ({ mustCheck, settled }: CheckedClaim): boolean => mustCheck && !settled;

/** `sayswho ledger verify`: 1 where a claim that must be checked is open, stale, disputed, or gone without a decision. */
export async function ledgerVerify(
  paths: readonly string[],
  options: LedgerOptions & { readonly all?: true; readonly acceptSourced?: true },
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const isAccepted = ({ anchor, altered, stale, status }: CheckedClaim): boolean =>
    options.acceptSourced === true && status === 'sourced' && !stale && !altered && anchor !== 'uncertain';
  for await (const draft of seen(await deskFrom(options), paths)) {
    if (!draft) {
      exitCode = 2;
      continue;
    }
    const blocking = draft.all.filter(claim => (options.all ? !claim.settled : isOpen(claim)) && !isAccepted(claim));
    if (blocking.length > 0 && exitCode === 0) exitCode = 1;
    if (options.format === 'json')
      await json({
        path: draft.path,
        signedOff: blocking.length === 0,
        blocking: blocking.map(claim => wireOf(claim, draft)),
      });
    else {
      for (const claim of blocking) await write(process.stdout, `${lineOf(claim, draft)}\n`);
      const summary =
        blocking.length === 0
          ? 'can be signed off'
          : `${blocking.length === 1 ? '1 claim keeps' : `${blocking.length} claims keep`} it from being signed off`;
      await write(process.stdout, `${printable(draft.path)}: ${summary}\n`);
    }
  }
  return exitCode;
}

/** Makes changes to one draft's record, and says how many entries they changed. */
async function change(
  path: string,
  options: LedgerOptions,
  changesOf: (view: LedgerView) => readonly LedgerChange[] | { readonly refused: string },
  outcome: (changed: number) => string = changed => `${changed === 1 ? '1 entry' : `${changed} entries`} changed`,
): Promise<ExitCode> {
  const desk = await deskFrom(options);
  for await (const draft of desk.drafts([path])) {
    if (!draft) return 2;
    const { recordUri, store, viewWith } = draft;
    const updated = await store.update(recordUri, basename(path), record => {
      const view = viewWith(record);
      const changes = changesOf(view);
      if ('refused' in changes) return changes;
      if (changes.length === 0) return { record, extra: { changed: 0 } };
      const done = applyChanges(record, view, changes, desk);
      return 'refused' in done ? done : { record: done.record, extra: { changed: done.changed } };
    });
    if (updated.kind === 'refused') {
      // What is the matter with a record that cannot be read has been said.
      if (!('message' in draft.loaded)) complain(`${path}: ${updated.message}`);
      return 2;
    }
    const { changed } = updated;
    if (options.format === 'json') await json({ path, changed });
    else await write(process.stdout, `${printable(path)}: ${outcome(changed)}\n`);
  }
  return 0;
}

export interface SetOptions extends LedgerOptions {
  readonly status?: LedgerStatus;
  readonly reason?: LetStandReason;
  readonly note?: string;
  readonly url?: string;
  readonly key?: string;
  readonly person?: string;
  readonly document?: string;
  readonly contact?: string;
  readonly archive?: string;
}

/** `sayswho ledger set`: gives claims a status, a source or a note. Ids may be shortened as long as one claim starts so. */
export function ledgerSet(path: string, given: readonly string[], options: SetOptions): Promise<ExitCode> {
  const { archive, contact, document, key, note, person, reason, status, url } = options;
  const source = Object.fromEntries(
    Object.entries({ url, key, person, document, contact, archive }).filter(([, value]) => value !== undefined),
  );
  const hasSource = Object.keys(source).length > 0;
  if (status === undefined && note === undefined && !hasSource)
    throw new UsageError('say what to set: --status, --note, --url, --key, --person or --document.');
  return change(path, options, view => {
    const all = [...view.claims, ...view.orphans];
    const ids: string[] = [];
    for (const id of given) {
      const found = all.filter(claim => claim.id === id);
      const fitting = found.length > 0 ? found : all.filter(claim => claim.id.startsWith(id));
      if (fitting.length !== 1)
        return {
          refused: `${fitting.length === 0 ? 'No claim has' : 'Several claims have'} an id that starts with “${id}”. List them with: sayswho ledger list ${path}`,
        };
      ids.push((fitting[0] as CheckedClaim).id);
    }
    return [
      ...(hasSource ? [{ kind: 'add-source', ids, source } as const] : []),
      ...(note === undefined ? [] : [{ kind: 'note', ids, note } as const]),
      ...(status === undefined ? [] : [{ kind: 'status', ids, status, ...(reason ? { reason } : {}) } as const]),
    ];
  });
}

/** `sayswho ledger import`: takes over an edited CSV sheet, or shows what it would change. */
export async function ledgerImport(
  path: string,
  csvPath: string,
  options: LedgerOptions & { readonly dryRun?: true },
): Promise<ExitCode> {
  const bytes = await readFile(csvPath).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${csvPath}: cannot be read (${error.code ?? error.message}). Check the path.`);
  });
  // A letter that is not understood would go into the record as a mark for one.
  const decoded = decode(bytes, csvPath);
  if ('problem' in decoded) throw new UsageError(`${csvPath}: ${decoded.problem}`);
  const csv = decoded.text;
  let hasProblems = false;
  let shown = '';
  let rows = 0;
  const changesOf = (view: LedgerView) => {
    const compared = importCsv(csv, view);
    if ('refused' in compared) return compared;
    hasProblems = compared.problems.length > 0;
    rows = compared.rows.length;
    shown = compared.rows
      .flatMap(({ fields, row, text }) =>
        fields.map(({ after, before, field }) => `${row} ${field}: “${before}” → “${after}” (${text})`),
      )
      .map(line => `${printable(line)}\n`)
      .join('');
    for (const problem of compared.problems) complain(`${csvPath}: ${problem}`);
    return options.dryRun ? [] : [...compared.changes.values()].flat();
  };
  const wouldChange = () => `nothing changed; ${rows === 1 ? '1 entry' : `${rows} entries`} would be`;
  const code = await change(path, options, changesOf, options.dryRun && wouldChange);
  if (options.format === 'text') await write(process.stdout, shown);
  return code === 0 && hasProblems ? 1 : code;
}
