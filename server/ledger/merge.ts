import { type Parsed, type ParseProblem, parseRecord } from './parse.ts';
import { printEntry } from './print.ts';
import type { LedgerEntry, LedgerRecord } from './record.ts';

/** An entry that two people have changed in different ways. */
export interface EntryConflict {
  readonly id: string;
  readonly ours: LedgerEntry;
  readonly theirs: LedgerEntry;
}

/** A record in which a merge left two versions of some entries. */
export interface Conflicted {
  readonly kind: 'conflict';
  /** The union of both sides; where they disagree it has our entry, until somebody decides. */
  readonly record: LedgerRecord;
  readonly conflicts: readonly EntryConflict[];
  /** The names that git gives the sides. */
  readonly labels: { readonly ours: string; readonly theirs: string };
}

export type Opened = Parsed | Conflicted;

/**
 * Reads a record as it may come out of a merge: with the markers of git, or with entries that share an identifier, as git's `union`
 * leaves them. Where both sides say the same, there is nothing to decide.
 */
export function openRecord(text: string): Opened {
  const sides = sidesOf(text);
  if (sides) return openSides(sides);
  const parsed = parseRecord(text);
  if (parsed.kind !== 'ok') return parsed;
  const { record } = parsed;
  const first = new Map<string, LedgerEntry>();
  const second = new Map<string, LedgerEntry>();
  const repeated: ParseProblem[] = [];
  for (const entry of record.entries) {
    if (!first.has(entry.id)) first.set(entry.id, entry);
    else if (saysTheSame(entry, first.get(entry.id) as LedgerEntry)) continue;
    else if (!second.has(entry.id)) second.set(entry.id, entry);
    else if (!saysTheSame(entry, second.get(entry.id) as LedgerEntry))
      repeated.push({
        line: 1,
        message: `there are more than two entries with the id “${entry.id}”; leave one or two`,
      });
  }
  if (repeated.length > 0) return { kind: 'damaged', problems: repeated, salvaged: record };
  if (first.size === record.entries.length) return parsed;
  const merged = { ...record, entries: [...first.values()] };
  return combine(merged, { ...record, entries: [...second.values()] }, { ours: 'first', theirs: 'second' });
}

function openSides({ ours, theirs, labels }: Sides): Opened {
  const opened = { ours: parseRecord(ours), theirs: parseRecord(theirs) };
  for (const side of ['ours', 'theirs'] as const) {
    const parsed = opened[side];
    if (parsed.kind === 'newer') return parsed;
    if (parsed.kind === 'damaged')
      return {
        ...parsed,
        problems: parsed.problems.map(({ line, message }) => ({
          line,
          message: `${message} (counted in the version “${labels[side]}” of the merge)`,
        })),
      };
  }
  if (opened.ours.kind !== 'ok' || opened.theirs.kind !== 'ok') throw new Error('Both sides were read.');
  return combine(opened.ours.record, opened.theirs.record, labels);
}

function combine(ours: LedgerRecord, theirs: LedgerRecord, labels: Conflicted['labels']): Opened {
  const entries = [...ours.entries];
  const conflicts: EntryConflict[] = [];
  const own = new Map(entries.map(entry => [entry.id, entry]));
  let before: string | undefined;
  for (const entry of theirs.entries) {
    const mine = own.get(entry.id);
    if (!mine) {
      // Nothing that either side holds is dropped; it follows what it followed there.
      const at = before === undefined ? -1 : entries.findIndex(({ id }) => id === before);
      entries.splice(at + 1, 0, entry);
    } else if (!saysTheSame(mine, entry)) conflicts.push({ id: entry.id, ours: mine, theirs: entry });
    before = entry.id;
  }
  const record = { ...ours, entries };
  return conflicts.length === 0 ? { kind: 'ok', record } : { kind: 'conflict', record, conflicts, labels };
}

/** Both say the same of the claim. Where it was last seen is not somebody's word, and is found anew in the merged draft. */
const saysTheSame = (a: LedgerEntry, b: LedgerEntry): boolean => wordOf(a) === wordOf(b);

/** What somebody has said of a claim, as text: an entry without where its claim was last seen. */
export const wordOf = (entry: LedgerEntry): string =>
  printEntry(entry).replace(/^ {2}(?:exact|prefix|suffix|start|end|seal|kind):.*\n/gm, '');

/** The record with every conflict decided; the identifiers of those for which there is no choice otherwise. */
export function resolveConflicts(
  { record, conflicts }: Conflicted,
  choices: ReadonlyMap<string, 'ours' | 'theirs'>,
): { readonly record: LedgerRecord } | { readonly undecided: readonly string[] } {
  const undecided = conflicts.filter(({ id }) => !choices.has(id)).map(({ id }) => id);
  if (undecided.length > 0) return { undecided };
  const chosen = new Map(
    conflicts.map(conflict => [conflict.id, conflict[choices.get(conflict.id) as 'ours' | 'theirs']]),
  );
  return { record: { ...record, entries: record.entries.map(entry => chosen.get(entry.id) ?? entry) } };
}

interface Sides {
  readonly ours: string;
  readonly theirs: string;
  readonly labels: Conflicted['labels'];
}

/** No line of a record starts with one of these, whatever its entries say, so that none is mistaken for a marker. */
const marker = /^(?:(<{7}|>{7}|\|{7})(?: (.*))?|={7})\r?$/;

/** The two versions of a file that has merge markers in it; undefined for one that has none. */
function sidesOf(text: string): Sides | undefined {
  if (!/^(?:<{7}|={7}|>{7})/m.test(text)) return undefined;
  const ours: string[] = [];
  const theirs: string[] = [];
  const labels = { ours: 'ours', theirs: 'theirs' };
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    const found = marker.exec(line);
    if (!found) {
      if (side === 'both' || side === 'ours') ours.push(line);
      if (side === 'both' || side === 'theirs') theirs.push(line);
    } else if (found[1]?.startsWith('<')) {
      side = 'ours';
      labels.ours = found[2] ?? labels.ours;
    } else if (found[1]?.startsWith('>')) {
      side = 'both';
      labels.theirs = found[2] ?? labels.theirs;
    } else side = found[1] ? 'base' : 'theirs';
  }
  // A marker without its counterpart: left to the reader of records, who names the line.
  return side === 'both' ? { ours: ours.join('\n'), theirs: theirs.join('\n'), labels } : undefined;
}
