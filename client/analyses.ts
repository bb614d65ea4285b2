import * as vscode from 'vscode';
import { type AnalysedParams, analysedNotification } from '../server/protocol/messages.ts';
import type { Server } from './language-client.ts';

/** What the server said last about each open document. */
export interface Analyses extends vscode.Disposable {
  /** Absent until the document was analysed. */
  of(document: vscode.TextDocument): AnalysedParams | undefined;
  /** Fires with the address of a document that was analysed. */
  readonly onDidAnalyse: vscode.Event<string>;
}

export function collectAnalyses(server: Server): Analyses {
  const analysed = new vscode.EventEmitter<string>();
  const latest = new Map<string, AnalysedParams>();
  const listeners = vscode.Disposable.from(
    analysed,
    server.client.onNotification(analysedNotification, (params: AnalysedParams) => {
      // The server may write an address differently; VS Code's own form is the key.
      const uri = vscode.Uri.parse(params.uri).toString();
      latest.set(uri, params);
      analysed.fire(uri);
    }),
    vscode.workspace.onDidCloseTextDocument(document => latest.delete(document.uri.toString())),
  );
  return {
    of: document => latest.get(document.uri.toString()),
    onDidAnalyse: analysed.event,
    dispose: () => listeners.dispose(),
  };
}
