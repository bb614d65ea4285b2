import type { LedgerEntry } from './record.ts';

/** The entries of a record by their identifiers while some of them are changed. */
export interface Entries {
  /** An entry as it is now. */
  get(id: string): LedgerEntry | undefined;
  has(id: string): boolean;
  set(id: string, entry: LedgerEntry): void;
  delete(id: string): void;
  /** An entry as it was. */
  before(id: string): LedgerEntry | undefined;
  /** All of them as they are now: in the order in which they were, and behind them those that came to it. */
  all(): readonly LedgerEntry[];
}

/** What changes is kept apart, since there may be thousands that do not. */
export function entriesOf(entries: readonly LedgerEntry[]): Entries {
  const old = new Map<string, LedgerEntry>();
  for (const entry of entries) old.set(entry.id, entry);
  const changed = new Map<string, LedgerEntry | undefined>();
  const get = (id: string) => (changed.has(id) ? changed.get(id) : old.get(id));
  return {
    get,
    has: id => get(id) !== undefined,
    set: (id, entry) => changed.set(id, entry),
    delete: id => changed.set(id, undefined),
    before: id => old.get(id),
    all() {
      const all: LedgerEntry[] = [];
      const add = (entry: LedgerEntry | undefined) => entry && all.push(entry);
      for (const { id } of entries) add(get(id));
      for (const [id, entry] of changed) if (!old.has(id)) add(entry);
      return all;
    },
  };
}
