import {
  type Diagnostic,
  type DiagnosticServerCancellationData,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { bibliographyNotices } from '../../bibliography/library.ts';
import { type Article, type Notice, noticesOf, placesOfDeclared } from '../../core/index.ts';
import type { Feature } from '../context.ts';
import { type Converter, diagnosticSource } from '../convert.ts';
import type { Reading } from '../readings.ts';

/** Diagnostics for clients that ask for them. */
export const pullDiagnostics: Feature = ({
  capabilities,
  client,
  connection,
  convert,
  forDocument,
  libraries,
  logError,
  onSettingsChange,
}) => {
  if (!client.textDocument?.diagnostic) return;
  capabilities.diagnosticProvider = {
    identifier: 'sayswho',
    interFileDependencies: false,
    workspaceDiagnostics: false,
  };
  connection.languages.diagnostics.on(
    forDocument<DocumentDiagnosticParams, DocumentDiagnosticReport, DiagnosticServerCancellationData>(
      { what: 'the diagnostics', missing: { kind: 'full', items: [] }, stale: askAgain },
      (reading, { previousResultId }) => {
        const items = diagnosticsOf(reading, convert);
        const resultId = fingerprint(JSON.stringify(items));
        return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
      },
    ),
  );
  if (!client.workspace?.diagnostics?.refreshSupport) return;
  const refresh = (): void => {
    connection.languages.diagnostics
      .refresh()
      .catch(error => logError('The editor did not refresh its diagnostics', error));
  };
  onSettingsChange(refresh);
  libraries?.onChange(refresh);
};

/** Everything there is to show in a document: its notices and findings, or the one notice that it is too long to be read. */
export function diagnosticsOf(
  { article, document, library, report, settings, today, notRead }: Reading,
  convert: Converter,
): Diagnostic[] {
  if (notRead?.reason === 'too-long')
    return [
      {
        range: convert.toRange(document, { start: 0, end: endOfFirstLine(document) }),
        severity: DiagnosticSeverity.Information,
        code: notRead.reason,
        source: diagnosticSource,
        message: notRead.explanation,
      },
    ];
  const notices = settings.enable
    ? [...noticesOfLibrary(library, article), ...noticesOf(article, { report, settings, today })]
    : [];
  return [
    ...notices.map(
      ({ start, end, code, message }): Diagnostic => ({
        range: convert.toRange(document, { start, end }),
        severity: DiagnosticSeverity.Information,
        code,
        source: diagnosticSource,
        message,
      }),
    ),
    ...report.findings.map(finding => convert.toDiagnostic(document, finding)),
  ];
}

/** Where the draft names the files now; it may have been edited since they were read. */
function noticesOfLibrary(library: Reading['library'], { text, languageId }: Article): Notice[] {
  if (!library || library.faults.length + library.unread.length === 0) return [];
  const placeOf = placesOfDeclared(text, languageId);
  return bibliographyNotices(library, ({ by }) => placeOf(by));
}

const endOfFirstLine = (document: TextDocument): number =>
  document.offsetAt({ line: 0, character: document.getText().length });

/** Tells the client that its question was about an old text, and to put it again; its squiggles stay until then. */
const askAgain = (): ResponseError<DiagnosticServerCancellationData> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed before the diagnostics were ready.', {
    retriggerRequest: true,
  });

/**
 * Equal for equal texts, and different for different ones but for a chance of one in 2⁶⁴. Result ids are made of it, so that
 * the server need not remember what it answered.
 */
function fingerprint(text: string): string {
  let a = 17;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a, 31) + unit;
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15);
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
