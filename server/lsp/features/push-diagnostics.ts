import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Feature } from '../context.ts';
import { diagnosticsOf } from './diagnostics.ts';

const defaultDelay = 150;

/** Diagnostics for clients that cannot ask for them: sent when a document opens, is saved or rests, and when settings change. */
export const pushDiagnostics: Feature = ({
  client,
  connection,
  convert,
  documents,
  environment,
  isShutDown,
  libraries,
  logError,
  onSettingsChange,
  readings,
  settings,
}) => {
  if (client.textDocument?.diagnostic) return;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const stopWaiting = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };
  const push = async (document: TextDocument): Promise<void> => {
    stopWaiting(document.uri);
    try {
      const resolved = await settings.of(document.uri);
      if (isShutDown() || documents.get(document.uri) !== document) return;
      const reading = readings.of(document, resolved);
      await connection.sendDiagnostics({
        uri: reading.uri,
        version: reading.version,
        diagnostics: diagnosticsOf(reading, convert),
      });
    } catch (error) {
      logError(`Could not work out the diagnostics for ${document.uri}`, error);
    }
  };

  const open = new Set<string>();
  documents.onDidChangeContent(({ document }) => {
    stopWaiting(document.uri);
    // Opening a document counts as its first change, and nobody is typing yet.
    if (!open.has(document.uri)) void push(document);
    else
      waiting.set(
        document.uri,
        setTimeout(() => void push(document), environment.pushDelay ?? defaultDelay),
      );
    open.add(document.uri);
  });
  documents.onDidSave(({ document }) => void push(document));
  documents.onDidClose(({ document }) => {
    open.delete(document.uri);
    connection
      .sendDiagnostics({ uri: document.uri, diagnostics: [] })
      .catch(error => logError(`Could not clear the diagnostics of ${document.uri}`, error));
  });
  onSettingsChange(() => {
    for (const document of documents.all()) void push(document);
  });
  libraries?.onChange(uri => {
    const document = documents.get(uri);
    if (document) void push(document);
  });
};
