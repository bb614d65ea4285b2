import * as vscode from 'vscode';
import { type AnalysedParams, analysedNotification } from '../server/protocol/messages.ts';
import type { Server } from './language-client.ts';

/** What the server said last about each open document. */
export interface Analyses extends vscode.Disposable {
  /** Absent until the document was analysed. */
  of(document: vscode.TextDocument): AnalysedParams | undefined;
  /** Fires with the address of a document when what is known about it has changed. */
  readonly onDidChange: vscode.Event<string>;
}

export function collectAnalyses(server: Server): Analyses {
  const changed = new vscode.EventEmitter<string>();
  const latest = new Map<string, AnalysedParams>();
  const listeners = vscode.Disposable.from(
    changed,
    server.client.onNotification(analysedNotification, (params: AnalysedParams) => {
      // The server may write an address differently; VS Code's own form is the key.
      const uri = vscode.Uri.parse(params.uri).toString();
      latest.set(uri, params);
      changed.fire(uri);
    }),
    vscode.workspace.onDidCloseTextDocument(document => latest.delete(document.uri.toString())),
    // What a server said that is no more holds no more.
    server.onDidChangeState(() => {
      if (server.state === 'running') return;
      const uris = [...latest.keys()];
      latest.clear();
      for (const uri of uris) changed.fire(uri);
    }),
  );
  return {
    of: document => latest.get(document.uri.toString()),
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  };
}
