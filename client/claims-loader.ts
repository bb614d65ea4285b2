import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import type { LedgerResult } from '../server/protocol/ledger.ts';
import { type ClaimsResult, claimsRequest, type DocumentParams } from '../server/protocol/messages.ts';
import type { Analyses } from './analyses.ts';
import { debounced } from './debounce.ts';
import type { Server } from './language-client.ts';
import { type Rows, rowsOf } from './outline/rows.ts';
import type { RecordOfChecking } from './record/record.ts';
import type { ShownDocument } from './shown-document.ts';

/** What there is to show, or why there is nothing. */
export type ClaimsStatus = 'none' | 'leftAlone' | 'disabled' | 'stopped' | 'reading' | 'notRead' | 'empty' | 'claims';

export interface LoadedClaims {
  readonly status: ClaimsStatus;
  /** Absent where no document is shown. */
  readonly document?: vscode.TextDocument;
  /** Absent where nothing was read. */
  readonly rows?: Rows;
  /** Absent where nothing was read, or the server could not say. */
  readonly record?: LedgerResult;
}

/** Keeps the claims of the shown document loaded, and how they stand in the record of checking, while somebody watches or there is a record. */
export interface ClaimsLoader extends vscode.Disposable {
  readonly current: LoadedClaims;
  readonly onDidChange: vscode.Event<void>;
  /** A draft without a record is read once and then left alone while the view is out of sight. */
  watch(isWatched: boolean): void;
  /** Asks the server again, now. */
  refresh(): Promise<void>;
  /** Waits for what was asked already, and asks again where that is not of the shown document as it is now, for what is about to be done with it. */
  catchUp(): Promise<void>;
}

/** How long the text must rest before the view follows it, in milliseconds. */
const rest = 100;

export function loadClaims(
  server: Server,
  shown: ShownDocument,
  analyses: Analyses,
  records: RecordOfChecking,
): ClaimsLoader {
  const changed = new vscode.EventEmitter<void>();
  let current: LoadedClaims = { status: 'none' };
  /** The claims as they were read last. */
  let read: { readonly document: vscode.TextDocument; readonly result: ClaimsResult } | undefined;
  let isWatched = false;
  let request = new vscode.CancellationTokenSource();
  const settle = (next: LoadedClaims) => {
    current = next;
    changed.fire();
  };

  /** The question that was asked last; those before it answer nothing. */
  let latest = Promise.resolve();
  const refresh = (isOfRecord = false): Promise<void> => {
    latest = load(isOfRecord);
    return answered();
  };
  /** Settles when no question is open: one that is overtaken by another has told nothing when it ends. */
  const answered = async () => {
    for (let awaited: unknown; awaited !== latest; ) {
      awaited = latest;
      await latest;
    }
  };

  const load = async (isOfRecord: boolean): Promise<void> => {
    request.cancel();
    request.dispose();
    const mine = (request = new vscode.CancellationTokenSource());
    const document = shown.current;
    if (!document) return settle({ status: shown.leftAlone ? 'leftAlone' : 'none' });
    if (!isEnabled(document)) return settle({ status: 'disabled', document });
    if (server.state === 'stopped') return settle({ status: 'stopped', document });
    if (current.document !== document) settle({ status: 'reading', document });
    if (server.state === 'starting') return;

    const failed = (what: string) => (error: unknown) => {
      if (!mine.token.isCancellationRequested) server.client.error(what, error, false);
      return undefined;
    };
    // The record changes oftener than the claims, of which there may be thousands.
    const isKnown = isOfRecord && read?.document === document && read.result.version === document.version;
    const [result, record] = await Promise.all([
      isKnown
        ? read?.result
        : requestClaims(server, document, mine.token).catch(failed(vscode.l10n.t('The claims could not be loaded.'))),
      records.of(document, mine.token).catch(failed(vscode.l10n.t('The record of checking could not be loaded.'))),
    ]);
    // A later request, or another document, has made this answer stale.
    if (mine.token.isCancellationRequested || result === undefined) return;
    const isOld = (answer: { readonly version: number } | null | undefined) =>
      answer && answer.version < document.version;
    if (isOld(result) || isOld(record)) return soon();
    read = result ? { document, result } : undefined;
    const rows = result ? rowsOf(result, record) : undefined;
    settle({ status: statusOf(document, rows), document, ...(rows && { rows }), ...(record && { record }) });
  };

  const statusOf = (document: vscode.TextDocument, rows: Rows | undefined): ClaimsStatus => {
    if (rows && rows.rows.length + rows.orphans.length > 0) return 'claims';
    return analyses.of(document)?.notRead === undefined ? 'empty' : 'notRead';
  };

  const isWanted = () => isWatched || current.document !== shown.current || hasRecord(current.record);
  const now = () => void (isWanted() && refresh());
  const soon = debounced(rest, now);
  const listeners = vscode.Disposable.from(
    changed,
    soon,
    shown.onDidChange(now),
    server.onDidChangeState(now),
    analyses.onDidChange(uri => uri === shown.current?.uri.toString() && soon()),
    records.onDidChange(uri => uri === shown.current?.uri.toString() && void refresh(true)),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration('sayswho.enable') && now()),
  );
  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    watch(watched) {
      isWatched = watched;
      now();
    },
    refresh: () => refresh(),
    async catchUp() {
      await answered();
      const { document, rows } = current;
      if (document !== shown.current || rows?.version !== document?.version) await refresh();
    },
    dispose() {
      request.cancel();
      request.dispose();
      listeners.dispose();
    },
  };
}

/** True where there is a record, be it readable or not. */
export const hasRecord = (record: LedgerResult | undefined): boolean =>
  record !== undefined && record.state !== 'none' && record.state !== 'untitled';

/** The claims of a document as the server reads it now; `null` for a document that it does not serve. */
export async function requestClaims(
  { client }: Server,
  document: vscode.TextDocument,
  token?: vscode.CancellationToken,
): Promise<ClaimsResult | null> {
  const params: DocumentParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
  for (;;) {
    try {
      return await client.sendRequest<ClaimsResult | null>(claimsRequest, params, token);
    } catch (error) {
      // The text changed before the answer was ready: the question stands, and is about the new text.
      const isOutrun = error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
      if (!isOutrun || token?.isCancellationRequested) throw error;
    }
  }
}

/** Whether the settings want this document to be checked. */
export const isEnabled = (document: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('sayswho', document).get('enable', true);
