import type { Diagnostic, Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Span } from '../core/index.ts';

/** What a client counts a line's characters in. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The name under which an editor shows our diagnostics. */
export const diagnosticSource = 'Says Who';

/** Travels with a diagnostic to the client and back, and tells apart two findings of one rule at the same place. */
export interface DiagnosticData {
  readonly family: string;
  readonly messageId: string;
}

/**
 * The only place where spans (UTF-16 offsets in the text) and the protocol's positions (line and character, in the encoding
 * agreed with the client) meet.
 */
export interface Converter {
  readonly encoding: PositionEncoding;
  toRange(document: TextDocument, span: Span): Range;
  /** The offset of a position; one outside the text is moved to the nearest that lies in it. */
  toOffset(document: TextDocument, position: Position): number;
  toDiagnostic(document: TextDocument, finding: Finding): Diagnostic;
  /** Applies a client's edits, whose ranges count in the agreed encoding. */
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument;
}

/** UTF-16 where the client offers it or says nothing, since the text is counted so; otherwise the first offer that is known. */
export function negotiateEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.includes('utf-16')) return 'utf-16';
  return offered.find(encoding => encoding === 'utf-8' || encoding === 'utf-32') ?? 'utf-16';
}

/**
 * @param docsUri The folder of the rule pages, ending in a slash; without it diagnostics carry no link.
 * @param showsRelated Whether the client shows the other places that a diagnostic speaks of; it gets none otherwise.
 */
export function createConverter(encoding: PositionEncoding, docsUri?: string, showsRelated = false): Converter {
  const toPosition = (document: TextDocument, offset: number): Position => {
    const position = document.positionAt(offset);
    if (encoding === 'utf-16') return position;
    const lineStart = document.offsetAt({ line: position.line, character: 0 });
    return {
      line: position.line,
      character: unitsBetween(document.getText(), lineStart, lineStart + position.character, encoding),
    };
  };
  const toRange = (document: TextDocument, { start, end }: Span): Range => ({
    start: toPosition(document, start),
    end: toPosition(document, end),
  });
  const toOffset = (document: TextDocument, position: Position): number => {
    if (encoding === 'utf-16') return document.offsetAt(position);
    const lineStart = document.offsetAt({ line: position.line, character: 0 });
    // The document itself stops at the end of the line, where the client's character may lie beyond it.
    const lineEnd = document.offsetAt({ line: position.line, character: Number.MAX_SAFE_INTEGER });
    return offsetAfter(document.getText(), lineStart, lineEnd, position.character, encoding);
  };
  return {
    encoding,
    toRange,
    toOffset,
    toDiagnostic: (document, finding) => {
      const data: DiagnosticData = { family: finding.family, messageId: finding.messageId };
      return {
        range: toRange(document, finding),
        severity: severityCodes[finding.severity],
        code: finding.ruleId,
        ...(docsUri === undefined ? {} : { codeDescription: { href: rulePage(docsUri, finding.ruleId) } }),
        source: diagnosticSource,
        message: finding.message,
        ...(showsRelated && finding.related.length > 0
          ? {
              relatedInformation: finding.related.map(other => ({
                location: { uri: document.uri, range: toRange(document, other) },
                message: other.message,
              })),
            }
          : {}),
        data,
      };
    },
    update: (document, changes, version) => {
      if (encoding === 'utf-16') return TextDocument.update(document, changes, version);
      // Each change speaks of the text as the changes before it left it, so they are taken one at a time.
      let updated = document;
      for (const change of changes) {
        const inUtf16 = 'range' in change ? { range: utf16Range(updated, change.range), text: change.text } : change;
        updated = TextDocument.update(updated, [inUtf16], version);
      }
      return updated;
    },
  };

  /** A line beyond the last one is kept as it is, because the document knows what to do with it. */
  function utf16Range(document: TextDocument, { start, end }: Range): Range {
    const inUtf16 = (position: Position): Position => {
      if (position.line < 0 || position.line >= document.lineCount) return { line: position.line, character: 0 };
      const lineStart = document.offsetAt({ line: position.line, character: 0 });
      return { line: position.line, character: toOffset(document, position) - lineStart };
    };
    return { start: inUtf16(start), end: inUtf16(end) };
  }
}

/** The address of a rule's page. */
export const rulePage = (docsUri: string, ruleId: string): string => `${docsUri}${encodeURIComponent(ruleId)}.md`;

const severityCodes: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Units that the characters from `start` up to `end` take; half of a surrogate pair is not counted. */
function unitsBetween(text: string, start: number, end: number, encoding: PositionEncoding): number {
  let units = 0;
  for (let at = start; at < end; ) {
    const codePoint = text.codePointAt(at) as number;
    at += codePoint > 0xffff ? 2 : 1;
    if (at <= end) units += unitsOf(codePoint, encoding);
  }
  return units;
}

/** The offset that lies a number of units after `start`, at most `end`; the start of the character that the units would split. */
function offsetAfter(text: string, start: number, end: number, units: number, encoding: PositionEncoding): number {
  let left = units;
  let at = start;
  while (at < end) {
    const codePoint = text.codePointAt(at) as number;
    left -= unitsOf(codePoint, encoding);
    if (left < 0) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** A lone surrogate counts as the replacement character that an encoder writes for it: three bytes. */
function unitsOf(codePoint: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return codePoint > 0xffff ? 2 : 1;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
