import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { activationEvents } from '../package.json';

/** The languages that the server reads: those for which the manifest, made from the core's table, starts the extension. */
export const servedLanguages: readonly string[] = activationEvents.map(event => event.replace('onLanguage:', ''));

/**
 * True for a document that somebody may be writing: an unsaved one, or one in a file system that can be written to,
 * whether it lies on a disk, on a remote machine or behind an address; a text cell of a notebook where this holds for the notebook.
 * What only looks like a document is left alone: old versions in a comparison (`git`, reviews), the output panel, comment and
 * chat inputs, code cells, rule pages. None of these has a file system that can be written to.
 */
export const isServed = (document: vscode.TextDocument): boolean =>
  servedLanguages.includes(document.languageId) && isDraft(document.uri);

const isDraft = (uri: vscode.Uri): boolean => {
  if (uri.scheme === notebookCell) return isTextCell(uri);
  return (
    uri.scheme === 'untitled' || uri.scheme === 'file' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true
  );
};

const notebookCell = 'vscode-notebook-cell';

/** A cell's address says neither what kind of cell it is nor where its notebook lies, so it is looked for among the open ones. */
function isTextCell(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.workspace.notebookDocuments.some(
    notebook =>
      notebook.uri.path === uri.path &&
      isDraft(notebook.uri) &&
      notebook
        .getCells()
        .some(({ kind, document }) => kind === vscode.NotebookCellKind.Markup && document.uri.toString() === address),
  );
}

/**
 * Keeps every message about another document off the wire. A document selector can only list schemes that are known
 * beforehand; this way a file system that nobody has heard of yet is served, and the server never sees the rest.
 */
export const onlyServed: Middleware = {
  // A request about a document that the server does not know is answered as a server would: there is nothing.
  sendRequest: (type, params, token, next) =>
    concernsDraft(params) ? next(type, params, token) : Promise.resolve(null as never),
  // A cell that is closed may be in no notebook any more; the server knows whether it was open.
  sendNotification: (type, next, params) =>
    concernsDraft(params) || (typeof type === 'string' ? type : type.method) === 'textDocument/didClose'
      ? next(type, params)
      : Promise.resolve(),
};

function concernsDraft(params: unknown): boolean {
  const uri = (params as { textDocument?: { uri?: unknown } } | undefined)?.textDocument?.uri;
  return typeof uri !== 'string' || isDraft(vscode.Uri.parse(uri));
}
