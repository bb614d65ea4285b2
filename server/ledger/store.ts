import type { FilePort, Version } from '../files/port.ts';
import { createTurns } from '../files/turns.ts';
import { fromUtf8 } from '../protocol/bytes.ts';
import { type Conflicted, openRecord } from './merge.ts';
import type { ParseProblem } from './parse.ts';
import { nameOf } from './place.ts';
import { newRecord, renamed } from './print.ts';
import { type LedgerRecord, ledgerSchema } from './record.ts';
import { type Written, written } from './written.ts';

/** What is in the place of a record. Only `none` and `ok` are ever written over; the others come with a message that says what to do. */
export type Loaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly record: LedgerRecord }
  | (Conflicted & { readonly message: string })
  | { readonly kind: 'unreadable'; readonly message: string; readonly salvaged?: LedgerRecord }
  | { readonly kind: 'failed'; readonly message: string };

export type Updated<Extra> = ({ readonly kind: 'ok' } & Extra) | { readonly kind: 'refused'; readonly message: string };

/** The records on disks. */
export interface Store {
  load(uri: string): Promise<Loaded>;
  /**
   * Reads, changes and writes a record as if nobody else did: where somebody did meanwhile, it is read and changed again.
   *
   * @param draftName The name of the draft, for the head of a new record.
   * @param change Makes the record that is written of the one that is there; called again where that has changed.
   */
  update<Extra>(
    uri: string,
    draftName: string,
    change: (
      record: LedgerRecord,
      loaded: Loaded,
    ) => { readonly record: LedgerRecord; readonly extra: Extra } | { readonly refused: string },
  ): Promise<Updated<Extra>>;
  /** Settles what a merge left, by a choice for every conflict. */
  resolve(
    uri: string,
    settle: (conflicted: Conflicted) => { readonly record: LedgerRecord } | { readonly refused: string },
  ): Promise<Updated<object>>;
  /** Renames a damaged file and starts a record anew with what could be read of it. */
  setAside(uri: string, draftName: string): Promise<Updated<{ readonly aside: string; readonly kept: number }>>;
}

/** How often a change is made again because somebody else was quicker, before we give up. */
const mostTries = 200;

/** What a file held when this process read or wrote it last. */
interface Known {
  readonly version?: Version;
  readonly loaded: Loaded;
  /** Present where this process wrote it. */
  readonly last?: Written;
}

/** Makes a record of what is in its place, or says why not. */
type Next<Extra> = (
  loaded: Loaded,
) =>
  | { readonly record: LedgerRecord; readonly extra: Extra; readonly isUnchanged?: boolean }
  | { readonly refused: string };

export function createStore(files: FilePort): Store {
  const known = new Map<string, Known>();
  const inTurn = createTurns();

  async function read(uri: string): Promise<Known> {
    const last = known.get(uri);
    const answer = await files.read(uri, last?.version);
    if (answer.kind === 'unchanged' && last) return last;
    if (answer.kind === 'failed') return { loaded: { kind: 'failed', message: answer.message } };
    if (answer.kind !== 'found') {
      known.delete(uri);
      return { loaded: { kind: 'none' } };
    }
    const fresh = { version: answer.version, loaded: opened(answer.bytes, uri) };
    known.set(uri, fresh);
    return fresh;
  }

  /**
   * Writes what `next` makes of what is there, until nobody comes in between. The changes of this process wait for each other, so
   * that many at once are not made again and again.
   */
  function rewrite<Extra>(uri: string, next: Next<Extra>): Promise<Updated<Extra>> {
    return inTurn(uri, () => tryToRewrite(uri, next));
  }

  async function tryToRewrite<Extra>(uri: string, next: Next<Extra>): Promise<Updated<Extra>> {
    for (let tries = 0; tries < mostTries; tries++) {
      // What is known is tried without reading it again, since nothing is written over a file that holds anything else.
      const remembered = tries === 0 ? known.get(uri) : undefined;
      const { loaded, version, last } = remembered ?? (await read(uri));
      const made = next(loaded);
      if (remembered && ('refused' in made || made.isUnchanged)) continue;
      if ('refused' in made) return { kind: 'refused', message: made.refused };
      if (made.isUnchanged) return { kind: 'ok', ...made.extra };
      const file = written(made.record, last);
      const answer = await files.write(uri, file.bytes, version);
      if (answer.kind === 'failed') return { kind: 'refused', message: answer.message };
      if (answer.kind === 'ok') {
        known.set(uri, { version: answer.version, loaded: { kind: 'ok', record: made.record }, last: file });
        return { kind: 'ok', ...made.extra };
      }
    }
    return {
      kind: 'refused',
      message: `${nameOf(uri)} is being changed all the time by others. Try again in a moment.`,
    };
  }

  return {
    load: async uri => (await read(uri)).loaded,
    update: (uri, draftName, change) =>
      rewrite(uri, loaded => {
        if (loaded.kind !== 'ok' && loaded.kind !== 'none') return { refused: loaded.message };
        const record = loaded.kind === 'ok' ? renamed(loaded.record, draftName) : newRecord(draftName);
        const made = change(record, loaded);
        return 'refused' in made ? made : { ...made, isUnchanged: made.record === record };
      }),
    resolve: (uri, settle) =>
      rewrite(uri, loaded => {
        if (loaded.kind !== 'conflict')
          return { refused: 'There are no conflicts in the record any more. Look at it again.' };
        const settled = settle(loaded);
        return 'refused' in settled ? settled : { ...settled, extra: {} };
      }),
    setAside: async (uri, draftName) => {
      const { loaded } = await read(uri);
      if (loaded.kind !== 'unreadable' || !loaded.salvaged)
        return { kind: 'refused', message: `${nameOf(uri)} is not damaged, so it was left where it is.` };
      const { salvaged } = loaded;
      const moved = await files.keepAside(uri);
      if (moved.kind !== 'ok')
        return { kind: 'refused', message: moved.kind === 'failed' ? moved.message : `${nameOf(uri)} is gone.` };
      known.delete(uri);
      const record = { ...newRecord(draftName), entries: salvaged.entries };
      return rewrite(uri, now =>
        now.kind === 'none'
          ? { record, extra: { aside: moved.uri, kept: record.entries.length } }
          : { refused: `Somebody else has made ${nameOf(uri)} anew. The damaged one is ${nameOf(moved.uri)}.` },
      );
    },
  };
}

function opened(bytes: Uint8Array, uri: string): Loaded {
  const name = nameOf(uri);
  const { text, isWhole } = fromUtf8(bytes);
  const record = openRecord(text);
  if (!isWhole) {
    const salvaged = record.kind === 'damaged' ? record.salvaged : 'record' in record ? record.record : newRecord('');
    return damaged(name, [{ line: 1, message: 'the file holds bytes that are no UTF-8' }], soundOnly(salvaged));
  }
  switch (record.kind) {
    case 'ok':
      return record;
    case 'newer':
      return {
        kind: 'unreadable',
        message: `${name} was written by a newer version of Says Who (its schema is ${record.schema}; this version reads ${ledgerSchema}). It was left as it is. Update Says Who to go on.`,
      };
    case 'conflict': {
      const count = record.conflicts.length;
      return {
        ...record,
        message: `${name} holds ${count === 1 ? 'a conflict' : `${count} conflicts`} of a merge: the same ${count === 1 ? 'claim was' : 'claims were'} changed in “${record.labels.ours}” and in “${record.labels.theirs}”. Choose for each which one holds; until then the record is left as it is.`,
      };
    }
    case 'damaged':
      return damaged(name, record.problems, record.salvaged);
  }
}

/** An entry with a character that could not be decoded is not one that could be read. */
const soundOnly = (record: LedgerRecord): LedgerRecord => ({
  ...record,
  entries: record.entries.filter(entry => !JSON.stringify(entry).includes('\ufffd')),
});

function damaged(name: string, problems: readonly ParseProblem[], salvaged: LedgerRecord): Loaded {
  const [first] = problems;
  const more =
    problems.length > 1
      ? ` There ${problems.length === 2 ? 'is 1 more problem' : `are ${problems.length - 1} more problems`}.`
      : '';
  return {
    kind: 'unreadable',
    salvaged,
    message: `${name} cannot be read: line ${first?.line}: ${first?.message}.${more} It was left as it is. Mend it, bring it back from version control or a backup, or have it set aside and go on with the ${salvaged.entries.length === 1 ? '1 entry' : `${salvaged.entries.length} entries`} that can be read.`,
  };
}
