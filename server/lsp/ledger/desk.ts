import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { claimsOf, isoOf } from '../../core/index.ts';
import type { FilePort } from '../../files/port.ts';
import { routedFiles } from '../../files/routed.ts';
import type { ChangedBy } from '../../ledger/changes.ts';
import { type Place, placeOf } from '../../ledger/place.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { createStore, type Loaded, type Store } from '../../ledger/store.ts';
import { type LedgerView, viewOf } from '../../ledger/view.ts';
import type { LedgerRefusal } from '../../protocol/ledger.ts';
import type { DocumentParams } from '../../protocol/messages.ts';
import type { Context } from '../context.ts';
import { localDay } from '../days.ts';
import type { Reading } from '../readings.ts';

/** A draft with the place of its record, as a request about the record finds them. */
export interface DraftAtDesk {
  readonly reading: Reading;
  readonly recordUri: string;
  readonly store: Store;
  viewWith(record: LedgerRecord | undefined): LedgerView;
  /** Who changes the record, and when. */
  by(checker: string | undefined): ChangedBy;
}

/** What requests about the record have in common: they find the draft, its settings and the place of its record. */
export interface Desk {
  readonly files: FilePort | undefined;
  /** Where the record of a draft lies, open or not. */
  placeFor(uri: string): Promise<Place>;
  /** A draft for which there can be no record. */
  viewWithout(reading: Reading): LedgerView;
  /** The draft of a request; undefined where it is not open, and why there can be no record where that is so. */
  find(
    params: DocumentParams,
  ): Promise<DraftAtDesk | { readonly problem: string; readonly reading: Reading } | undefined>;
  /** The handler of a request that changes or exports something: refuses where there is no draft or no record. */
  answering<Params extends DocumentParams, Answer>(
    doing: string,
    answer: (draft: DraftAtDesk, params: Params) => Promise<Answer | LedgerRefusal>,
  ): (params: Params, token: CancellationToken) => Promise<Answer | LedgerRefusal | ResponseError<never>>;
}

export function createDesk({
  documents,
  environment,
  files: any,
  folders,
  logError,
  options,
  readings,
  settings,
}: Context): Desk {
  // A disk of this machine is written by ourselves, with a lock that other windows and the command line know.
  const files = routedFiles(environment.files, options.files === true ? any : undefined);
  const store = files && createStore(files);

  const placeFor = async (uri: string): Promise<Place> => {
    const { ledger } = (await settings.of(uri)).settings;
    const root = folders.of(uri);
    return placeOf(uri, ledger.folder, root === undefined ? [] : [root]);
  };
  const find: Desk['find'] = async params => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return undefined;
    const resolved = await settings.of(document.uri);
    const place = await placeFor(document.uri);
    if (documents.get(document.uri) !== document) return undefined;
    const reading = readings.of(document, resolved);
    if ('problem' in place) return { problem: place.problem, reading };
    if (!store)
      return {
        problem: 'This editor gives the language server no access to files, so that no record can be kept.',
        reading,
      };
    const { article } = reading;
    return {
      reading,
      recordUri: place.uri,
      store,
      viewWith: record => viewOf(record, article, claimsOf(article)),
      by: checker => ({
        checker: (checker ?? resolved.settings.ledger.checker).trim(),
        date: isoOf((environment.today ?? localDay)()),
      }),
    };
  };

  return {
    files,
    placeFor,
    viewWithout: ({ article }) => viewOf(undefined, article, claimsOf(article)),
    find,
    answering: (doing, answer) => async (params, token) => {
      try {
        const draft = await find(params);
        if (token.isCancellationRequested)
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
        if (!draft) return { kind: 'refused', message: 'The draft is not open, so that nothing was changed.' };
        if ('problem' in draft) return { kind: 'refused', message: draft.problem };
        return await answer(draft, params);
      } catch (error) {
        logError(`Could not ${doing} for ${params.textDocument.uri}`, error);
        const reason = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', message: `Says Who could not ${doing}: ${reason}` };
      }
    },
  };
}

/** The record, where changes to it could be made. */
export const recordIn = (loaded: Loaded): LedgerRecord | undefined =>
  loaded.kind === 'ok' || loaded.kind === 'conflict' ? loaded.record : undefined;

/** The record as it can be shown, changed or not: of a damaged one all that can still be read, since nobody's work is gone. */
export const recordToShow = (loaded: Loaded): LedgerRecord | undefined =>
  loaded.kind === 'unreadable' ? loaded.salvaged : recordIn(loaded);
