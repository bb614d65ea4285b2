import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start } from './start.ts';

/** Entry in the browser: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): Api {
  const url = vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.worker.js').toString(true);
  let worker: Worker | undefined;
  const replaceWorker = (next?: Worker) => {
    worker?.terminate();
    worker = next;
  };
  context.subscriptions.push({ dispose: () => replaceWorker() });

  // A function, so that a restart gets a fresh worker; and reader and writer rather than the worker itself,
  // because the Worker of the web extension host does not pass the client's `instanceof`.
  const transports = async () => {
    const next = new Worker(url, { name: 'Says Who' });
    replaceWorker(next);
    return { reader: new BrowserMessageReader(next), writer: new BrowserMessageWriter(next) };
  };
  return start(context, (id, name, options) => new LanguageClient(id, name, transports, options));
}
