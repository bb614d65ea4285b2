import { sentenceId } from '../core/claims/placed.ts';
import { type LedgerChange, type LedgerSource, letStandReasons, type RestoredEntry } from '../protocol/ledger.ts';
import { entered } from './entered.ts';
import { type Entries, entriesOf } from './entries.ts';
import { wordOf } from './merge.ts';
import { parseEntry } from './parse.ts';
import { printEntry } from './print.ts';
import { isUntouched, type LedgerEntry, type LedgerRecord, newEntry } from './record.ts';
import { isSignedOff } from './status.ts';
import { selectorsOf } from './units.ts';
import { type CheckedClaim, claimsById, freeId, type LedgerView } from './view.ts';

/** Who changes the record, and on which day. */
export interface ChangedBy {
  /** Empty where nobody gave a name. */
  readonly checker: string;
  /** `2026-05-12`. */
  readonly date: string;
}

export interface Change {
  readonly record: LedgerRecord;
  /** The way back. */
  readonly inverse: readonly LedgerChange[];
  /** How many entries were changed. */
  readonly changed: number;
}

/** Why nothing was changed, in full sentences with the remedy. */
export interface Refused {
  readonly refused: string;
}

/** An entry's successor; absent where it is taken out. */
type Step = (entry: LedgerEntry, claim: CheckedClaim) => LedgerEntry | undefined | Refused;

/** Changes a record, all of it or nothing. */
export function applyChanges(
  before: LedgerRecord,
  view: LedgerView,
  changes: readonly LedgerChange[],
  by: ChangedBy,
): Change | Refused {
  const whole = entered(before, view);
  const entries = entriesOf(whole.entries);
  const claims = claimsById(view);
  const touched = new Set<string>();
  for (const change of changes) {
    const steps = stepsOf(change, view, claims, entries, by, id => touched.add(id));
    if ('refused' in steps) return steps;
    for (const [id, step] of steps) {
      const entry = entries.get(id);
      const claim = claims.get(id);
      if (!entry || !claim) return unknown(id);
      const next = step(entry, claim);
      if (next && 'refused' in next) return next;
      touched.add(id);
      if (next) entries.set(id, next);
      else entries.delete(id);
    }
  }
  const record = { ...whole, entries: entries.all() };
  const restored = [...touched].map(
    (id): RestoredEntry => ({ id, entry: textOf(entries.before(id)), instead: textOf(entries.get(id)) }),
  );
  return {
    record,
    inverse: restored.length === 0 ? [] : [{ kind: 'restore', entries: restored }],
    changed: restored.length,
  };
}

const textOf = (entry: LedgerEntry | undefined): string | null => (entry ? printEntry(entry) : null);

const unknown = (id: string): Refused => ({
  refused: `The record has no entry “${id}” any more. Look at the list again; nothing was changed.`,
});

function stepsOf(
  change: LedgerChange,
  view: LedgerView,
  claims: ReadonlyMap<string, CheckedClaim>,
  entries: Entries,
  by: ChangedBy,
  touch: (id: string) => void,
): readonly (readonly [id: string, step: Step])[] | Refused {
  const each = (step: Step): readonly (readonly [string, Step])[] =>
    'ids' in change ? [...new Set(change.ids)].map(id => [id, step] as const) : [];
  const inPlace = (entry: LedgerEntry, { unit }: CheckedClaim): LedgerEntry =>
    unit === undefined ? entry : { ...entry, ...selectorsOf(view.units, unit) };
  switch (change.kind) {
    case 'status': {
      const { reason, status } = change;
      if (status === 'let-stand' && !letStandReasons.some(known => known === reason))
        return { refused: `To let a claim stand, give a reason: one of ${letStandReasons.join(', ')}.` };
      return each((entry, claim) => {
        const {
          brokenSeal: _,
          checker: _checker,
          date: _date,
          signed: _signed,
          reason: _reason,
          ...rest
        } = inPlace(entry, claim);
        const next: LedgerEntry = { ...rest, status };
        if (status === 'unchecked') return next;
        return {
          ...next,
          ...(status === 'let-stand' && reason ? { reason } : {}),
          ...(by.checker === '' ? {} : { checker: by.checker }),
          date: by.date,
          ...(isSignedOff(status) ? { signed: claim.text } : {}),
        };
      });
    }
    case 'add-source': {
      const problem = sourceProblem(change.source);
      if (problem) return { refused: problem };
      const source = withDay(change.source, by.date);
      return each((entry, claim) => {
        const next = { ...inPlace(entry, claim), sources: withSource(entry.sources, source) };
        // Whoever gives a source has found one; what was decided before stays decided.
        if (entry.status !== 'unchecked' && entry.status !== 'needs-source') return next;
        const checker = by.checker === '' ? {} : { checker: by.checker };
        return { ...next, status: 'sourced', ...checker, date: by.date, signed: claim.text };
      });
    }
    case 'remove-source':
      return each(entry =>
        entry.sources[change.index]
          ? { ...entry, sources: entry.sources.filter((_, at) => at !== change.index) }
          : { refused: `The claim has no source number ${change.index + 1} any more. Look at the list again.` },
      );
    case 'note':
      return each(entry => {
        const { note: _, ...rest } = entry;
        return change.note.trim() === '' ? rest : { ...rest, note: change.note.trim() };
      });
    case 'attach': {
      const claim = [...claims.values()].find(({ placed }) => placed?.id === change.claimId);
      if (claim?.unit === undefined)
        return { refused: 'The claim is not in the draft any more. Look at the list again.' };
      const { unit } = claim;
      const rival = claim.id === change.id ? undefined : entries.get(claim.id);
      if (rival && !isUntouched(rival))
        return {
          refused: 'That claim has an entry of its own with a status. Take that one back to “unchecked” first.',
        };
      if (rival) entries.delete(rival.id);
      return [[change.id, ({ detached: _, ...entry }) => ({ ...entry, ...selectorsOf(view.units, unit) })]];
    }
    case 'detach':
      return each((entry, { placed, unit }) => {
        // The sentence is a claim of its own from now on.
        if (placed && unit !== undefined) {
          const id = freeId(placed.id, entries);
          entries.set(id, newEntry(id, entry.kind, selectorsOf(view.units, unit)));
          touch(id);
        }
        return { ...entry, detached: true };
      });
    case 'list': {
      const unit = view.units.findIndex(({ start, end }) => start <= change.at && change.at <= end);
      if (unit < 0) return { refused: 'There is no sentence here that could be checked.' };
      if (view.claims.some(claim => claim.unit === unit)) return { refused: 'That sentence is on the list already.' };
      const id = freeId(sentenceId(view.units[unit]?.text ?? ''), entries);
      entries.set(id, { ...newEntry(id, 'statement', selectorsOf(view.units, unit)), listed: true });
      touch(id);
      return [];
    }
    case 'remove':
      return each(({ listed }, { anchor, placed }) =>
        anchor === 'orphaned' || (listed && !placed)
          ? undefined
          : {
              refused:
                'Only what is gone from the draft or was listed by hand can be removed. Set the status to “unchecked” instead.',
            },
      );
    case 'restore':
      return restore(change.entries, entries, claims);
  }
}

/** Entries as they were, where they stand as the change left them; where a claim was last seen stays as it is. */
function restore(
  restored: readonly RestoredEntry[],
  entries: Entries,
  claims: ReadonlyMap<string, CheckedClaim>,
): readonly (readonly [string, Step])[] | Refused {
  for (const { id, entry, instead } of restored) {
    const current = entries.get(id);
    const expected = instead === null ? undefined : parseEntry(instead);
    if ((current && wordOf(current)) !== (expected && wordOf(expected)))
      return {
        refused: `The entry “${claims.get(id)?.text ?? id}” was changed since, so it was not taken back. Nothing was changed.`,
      };
    if (entry !== null && !parseEntry(entry)) return { refused: 'What should be brought back cannot be read.' };
  }
  const steps: (readonly [string, Step])[] = [];
  for (const { id, entry } of restored) {
    const old = entry === null ? undefined : (parseEntry(entry) as LedgerEntry);
    if (entries.has(id) && claims.has(id)) {
      steps.push([
        id,
        ({ exact, prefix, suffix, start, end }, { unit }) =>
          old && (unit === undefined || old.detached ? old : { ...old, exact, prefix, suffix, start, end }),
      ]);
    } else if (old) entries.set(id, old);
  }
  return steps;
}

const sourceMembers: readonly (keyof LedgerSource)[] = [
  'url',
  'key',
  'person',
  'document',
  'contact',
  'archive',
  'accessed',
  'note',
];

/** What is wrong with a source; absent where it can be taken. */
export function sourceProblem(source: LedgerSource): string | undefined {
  const wrong = sourceMembers.find(name => source[name] !== undefined && typeof source[name] !== 'string');
  if (wrong) return `The member “${wrong}” of a source must be text.`;
  if (![source.url, source.key, source.person, source.document].some(value => value?.trim()))
    return 'A source needs an address, a citation key, a person or a document.';
  if (source.accessed !== undefined && !/^\d{4}-\d\d-\d\d$/.test(source.accessed))
    return `The day on which a source was looked at is written like 2026-05-12, not “${source.accessed}”.`;
  return undefined;
}

/** What is known of a page twice stands once: who adds the address of an archived copy adds it to the page. */
function withSource(sources: readonly LedgerSource[], source: LedgerSource): readonly LedgerSource[] {
  const same = sources.findIndex(
    ({ url, archive }) => url !== undefined && url === source.url && !(archive && source.archive),
  );
  return same < 0 ? [...sources, source] : sources.with(same, { ...sources[same], ...source });
}

/** A page is looked at on some day: today, unless another is given. */
const withDay = (source: LedgerSource, date: string): LedgerSource =>
  source.url !== undefined && source.accessed === undefined ? { ...source, accessed: date } : source;
