import { applyChanges } from '../../ledger/changes.ts';
import { entered } from '../../ledger/entered.ts';
import { resolveConflicts } from '../../ledger/merge.ts';
import { folderOf, nameOf, recordEnding } from '../../ledger/place.ts';
import type { Loaded } from '../../ledger/store.ts';
import {
  type AdoptLedgerParams,
  type AskLedgerParams,
  adoptLedgerRequest,
  type ChangeLedgerParams,
  type ChangeLedgerResult,
  changeLedgerRequest,
  type LedgerChange,
  type LedgerChangedParams,
  type LedgerDelta,
  type LedgerResult,
  ledgerChangedNotification,
  ledgerRequest,
  type ResolveLedgerParams,
  resolveLedgerRequest,
  type SetAsideLedgerResult,
  setAsideLedgerRequest,
} from '../../protocol/ledger.ts';
import { ledgerDelta } from '../../protocol/ledger-delta.ts';
import type { DocumentParams } from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import { holdAnswers } from '../held-answers.ts';
import { createDesk, type DraftAtDesk, recordIn, recordToShow } from '../ledger/desk.ts';
import { followRenames } from '../ledger/renames.ts';
import type { createResults } from '../ledger/result.ts';
import { serveSheets } from '../ledger/sheets.ts';

/** The record of checking: shows it with the draft, changes it, and tells when others do. */
export const ledger: Feature = context => {
  const { connection, convert, documents, isShutDown, logError, onShutdown, options } = context;
  const desk = createDesk(context);
  /** Loaded when a record is first looked at: most drafts have none, and starting costs nothing that way. */
  let results: Promise<ReturnType<typeof createResults>> | undefined;
  const loadResults = () => (results ??= import('../ledger/result.ts').then(module => module.createResults(convert)));
  const watched = new Map<string, { readonly recordUri: string; readonly stop: () => void }>();

  const tell = (uri: string): void => {
    if (options.ledger !== true || isShutDown()) return;
    connection
      .sendNotification(ledgerChangedNotification, { uri } satisfies LedgerChangedParams)
      .catch(error => logError('Could not tell the editor that the record has changed', error));
  };
  /** From the first question on, the client hears of what others do to the record. */
  const watch = (uri: string, recordUri: string): void => {
    if (watched.get(uri)?.recordUri === recordUri) return;
    watched.get(uri)?.stop();
    watched.set(uri, { recordUri, stop: desk.files?.watch(recordUri, () => tell(uri)) ?? (() => undefined) });
  };
  documents.onDidClose(({ document: { uri } }) => {
    watched.get(uri)?.stop();
    watched.delete(uri);
  });
  onShutdown(() => {
    for (const { stop } of watched.values()) stop();
  });

  const answerSince = holdAnswers<LedgerResult, LedgerDelta>(context, ledgerDelta);
  connection.onRequest<LedgerResult | LedgerDelta | null, never>(ledgerRequest, async (params: AskLedgerParams) => {
    const answer = await withRecord(params);
    return answer && answerSince(params, answer);
  });

  async function withRecord(params: DocumentParams): Promise<LedgerResult | null> {
    const draft = await desk.find(params);
    if (!draft) return null;
    if ('problem' in draft) return withoutRecord(params, draft.problem);
    watch(params.textDocument.uri, draft.recordUri);
    const loaded = await draft.store.load(draft.recordUri);
    const adoptable = loaded.kind === 'none' ? await adoptableFor(draft) : [];
    const resultOf = await loadResults();
    // What was waited for may have taken long: positions are those of the draft as it is now.
    const now = await desk.find(params);
    if (!now || 'problem' in now) return null;
    const where = { recordUri: draft.recordUri, adoptable };
    return resultOf(now.reading, now.viewWith(recordToShow(loaded)), loaded, where);
  }

  async function withoutRecord(params: DocumentParams, message: string): Promise<LedgerResult | null> {
    const draft = { kind: 'none' } as const satisfies Loaded;
    const resultOf = await loadResults();
    const now = await desk.find(params);
    if (!now) return null;
    const { reading } = now;
    const view = desk.viewWithout(reading);
    return { ...resultOf(reading, view, draft, { adoptable: [] }), state: 'untitled', message };
  }

  /** The records beside a draft whose own drafts are gone, where at least half of what they hold is in this one. */
  async function adoptableFor({ recordUri, reading, store, viewWith }: DraftAtDesk): Promise<readonly string[]> {
    const { files } = desk;
    const folder = folderOf(recordUri);
    if (!files || recordUri !== reading.uri + recordEnding) return [];
    const found = await files.find(folder, recordEnding);
    if (found.kind === 'failed') return [];
    const fitting: { readonly uri: string; readonly share: number }[] = [];
    for (const uri of found.uris.slice(0, mostLookedAt)) {
      if (uri === recordUri || (await files.read(uri.slice(0, -recordEnding.length))).kind !== 'missing') continue;
      const record = recordIn(await store.load(uri));
      if (!record || record.entries.length === 0) continue;
      const { claims } = viewWith(record);
      const share =
        claims.filter(({ anchor, entry }) => entry && anchor !== 'uncertain').length / record.entries.length;
      if (share >= 0.5) fitting.push({ uri, share });
    }
    return fitting.toSorted((a, b) => b.share - a.share).map(({ uri }) => uri);
  }

  const change = async (
    draft: DraftAtDesk,
    changes: readonly LedgerChange[],
    checker: string | undefined,
  ): Promise<ChangeLedgerResult> => {
    const updated = await draft.store.update(draft.recordUri, nameOf(draft.reading.uri), record => {
      const done = applyChanges(record, draft.viewWith(record), changes, draft.by(checker));
      return 'refused' in done
        ? done
        : { record: done.record, extra: { inverse: done.inverse, changed: done.changed } };
    });
    return updated;
  };
  connection.onRequest<ChangeLedgerResult, never>(
    changeLedgerRequest,
    desk.answering<ChangeLedgerParams, ChangeLedgerResult>('change the record', (draft, { changes, checker }) =>
      change(draft, changes, checker),
    ),
  );

  connection.onRequest<ChangeLedgerResult, never>(
    resolveLedgerRequest,
    desk.answering<ResolveLedgerParams, ChangeLedgerResult>(
      'settle the conflicts',
      async ({ recordUri, store }, { choices }) => {
        const chosen = new Map(choices.map(({ id, take }) => [id, take]));
        const updated = await store.resolve(recordUri, conflicted => {
          const resolved = resolveConflicts(conflicted, chosen);
          return 'undecided' in resolved
            ? {
                refused: `There is no choice yet for ${resolved.undecided.length === 1 ? 'one conflict' : `${resolved.undecided.length} conflicts`}. Choose for every one; nothing was changed.`,
              }
            : resolved;
        });
        return updated.kind === 'ok' ? { kind: 'ok', inverse: [], changed: choices.length } : updated;
      },
    ),
  );

  connection.onRequest<SetAsideLedgerResult, never>(
    setAsideLedgerRequest,
    desk.answering<DocumentParams, SetAsideLedgerResult>(
      'set the record aside',
      async ({ reading, recordUri, store }) => {
        const updated = await store.setAside(recordUri, nameOf(reading.uri));
        if (updated.kind !== 'ok') return updated;
        const { aside, kept } = updated;
        return {
          kind: 'ok',
          aside,
          kept,
          message: `The damaged record is now ${nameOf(aside)}. A new one was started with the ${kept === 1 ? '1 entry' : `${kept} entries`} that could be read.`,
        };
      },
    ),
  );

  connection.onRequest<ChangeLedgerResult, never>(
    adoptLedgerRequest,
    desk.answering<AdoptLedgerParams, ChangeLedgerResult>(
      'take over the record',
      async (draft, { recordUri: from }) => {
        const loaded = await draft.store.load(from);
        if (loaded.kind !== 'ok')
          return { kind: 'refused', message: 'message' in loaded ? loaded.message : `${nameOf(from)} is gone.` };
        const { entries } = loaded.record;
        return draft.store.update(draft.recordUri, nameOf(draft.reading.uri), (record, now) =>
          now.kind === 'none'
            ? { record: { ...record, entries }, extra: { inverse: [], changed: entries.length } }
            : { refused: 'The draft has a record of its own by now. Nothing was changed.' },
        );
      },
    ),
  );

  // What was found again goes with the draft: with each saving, the record has the words that the draft has.
  documents.onDidSave(({ document: { uri } }) => {
    refresh({ textDocument: { uri } }).catch(error => logError(`Could not renew the record of ${uri}`, error));
  });
  async function refresh(params: DocumentParams): Promise<void> {
    const draft = await desk.find(params);
    if (!draft || 'problem' in draft || (await draft.store.load(draft.recordUri)).kind !== 'ok') return;
    await draft.store.update(draft.recordUri, nameOf(draft.reading.uri), record => {
      const next = entered(record, draft.viewWith(record));
      const isSame =
        next.entries.length === record.entries.length &&
        next.entries.every((entry, at) => entry === record.entries[at]);
      return { record: isSame ? record : next, extra: {} };
    });
  }

  serveSheets(context, desk, change);
  followRenames(context, desk);
};

/** So many records in a folder are looked at for one whose draft was renamed. */
const mostLookedAt = 50;
