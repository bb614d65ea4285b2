import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Shelved } from '../../bibliography/load.ts';
import type { Feature } from '../context.ts';
import { diagnosticSource } from '../convert.ts';

/** Shows what is broken in the bibliographies of open drafts, in the bibliographies themselves, for as long as a draft uses them. */
export const bibliographyDiagnostics: Feature = ({ connection, convert, documents, libraries, logError }) => {
  if (!libraries) return;
  const shown = new Map<string, Shelved>();
  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    connection
      .sendDiagnostics({ uri, diagnostics })
      .catch(error => logError(`Could not show what is broken in ${uri}`, error));
  };
  libraries.onChange(() => {
    const broken = new Map<string, Shelved>();
    for (const { uri: draft } of documents.all())
      for (const [uri, bibliography] of libraries.of(draft)?.bibliographies ?? [])
        if (bibliography.problems.length > 0) broken.set(uri, bibliography);
    for (const uri of shown.keys())
      if (!broken.has(uri)) {
        send(uri, []);
        shown.delete(uri);
      }
    for (const [uri, bibliography] of broken)
      if (shown.get(uri) !== bibliography) {
        send(uri, problemsOf(bibliography));
        shown.set(uri, bibliography);
      }
  });

  function problemsOf({ problems, text = '' }: Shelved): Diagnostic[] {
    const document = TextDocument.create('', '', 0, text);
    return problems.map(({ position, message }) => ({
      range: convert.toRange(document, { start: position, end: endOfWord(text, position) }),
      severity: DiagnosticSeverity.Warning,
      code: 'broken-entry',
      source: diagnosticSource,
      message,
    }));
  }
};

const endOfWord = (text: string, start: number): number =>
  start + (/^[^\s,{}"]{1,100}/.exec(text.slice(start, start + 100))?.[0].length ?? 0);
