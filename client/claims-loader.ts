import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { type ClaimsParams, type ClaimsResult, claimsRequest } from '../server/protocol/messages.ts';
import type { Analyses } from './analyses.ts';
import { arrangeClaims, type ClaimsModel, noClaims } from './claims-model.ts';
import { debounced } from './debounce.ts';
import type { Server } from './language-client.ts';
import type { ShownDocument } from './shown-document.ts';

/** What there is to show, or why there is nothing. */
export type ClaimsStatus = 'none' | 'leftAlone' | 'disabled' | 'stopped' | 'reading' | 'notRead' | 'empty' | 'claims';

export interface LoadedClaims {
  readonly status: ClaimsStatus;
  /** Absent where no document is shown. */
  readonly document?: vscode.TextDocument;
  readonly model: ClaimsModel;
}

/** Keeps the claims of the shown document loaded while somebody watches. */
export interface ClaimsLoader extends vscode.Disposable {
  readonly current: LoadedClaims;
  readonly onDidChange: vscode.Event<void>;
  /** Nothing is asked of the server while the view is out of sight. */
  watch(isWatched: boolean): void;
  /** Asks the server again, now. */
  refresh(): Promise<void>;
}

/** How long the text must rest before the view follows it, in milliseconds. */
const rest = 100;

export function loadClaims(server: Server, shown: ShownDocument, analyses: Analyses): ClaimsLoader {
  const changed = new vscode.EventEmitter<void>();
  let current: LoadedClaims = { status: 'none', model: noClaims };
  let isWatched = false;
  let request = new vscode.CancellationTokenSource();
  const settle = (next: LoadedClaims) => {
    current = next;
    changed.fire();
  };

  const refresh = async () => {
    request.cancel();
    request.dispose();
    const mine = (request = new vscode.CancellationTokenSource());
    const document = shown.current;
    if (!document) return settle({ status: shown.leftAlone ? 'leftAlone' : 'none', model: noClaims });
    if (!isEnabled(document)) return settle({ status: 'disabled', document, model: noClaims });
    if (server.state === 'stopped') return settle({ status: 'stopped', document, model: noClaims });
    if (current.document !== document) settle({ status: 'reading', document, model: noClaims });
    if (server.state === 'starting') return;

    const result = await requestClaims(server, document, mine.token).catch((error: unknown) => {
      if (!mine.token.isCancellationRequested)
        server.client.error(vscode.l10n.t('The claims could not be loaded.'), error, false);
      return undefined;
    });
    // A later request, or another document, has made this answer stale.
    if (mine.token.isCancellationRequested || result === undefined) return;
    if (result && result.version < document.version) return soon();
    const model = result ? arrangeClaims(result) : noClaims;
    settle({ status: statusOf(document, model), document, model });
  };

  const statusOf = (document: vscode.TextDocument, model: ClaimsModel): ClaimsStatus => {
    if (model.claims.length > 0) return 'claims';
    return analyses.of(document)?.notRead === undefined ? 'empty' : 'notRead';
  };

  const now = () => void (isWatched && refresh());
  const soon = debounced(rest, now);
  const listeners = vscode.Disposable.from(
    changed,
    soon,
    shown.onDidChange(now),
    server.onDidChangeState(now),
    analyses.onDidChange(uri => uri === shown.current?.uri.toString() && soon()),
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
    refresh,
    dispose() {
      request.cancel();
      request.dispose();
      listeners.dispose();
    },
  };
}

/** The claims of a document as the server reads it now; `null` for a document that it does not serve. */
export async function requestClaims(
  { client }: Server,
  document: vscode.TextDocument,
  token?: vscode.CancellationToken,
): Promise<ClaimsResult | null> {
  const params: ClaimsParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } };
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
