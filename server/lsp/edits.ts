import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { DraftEdit, Span } from '../core/index.ts';
import type { Converter } from './convert.ts';
import type { Reading } from './readings.ts';

/** Puts changes into the form of the protocol. */
export type EditMaker = (reading: Reading, edits: readonly DraftEdit[], toConfirm?: string) => WorkspaceEdit;

/**
 * Puts changes into the form that the client can take: with the document's version where it can, so that they are refused once the
 * document has changed, and as snippets where it can.
 *
 * The maker is told what is to be confirmed, if anything: the client then shows the changes before it makes them, where it can.
 */
export function createEditMaker({ workspace }: ClientCapabilities, convert: Converter): EditMaker {
  const can = workspace?.workspaceEdit;
  const canVersion = can?.documentChanges === true;
  // Only versioned edits can hold snippets.
  const canSnippet = canVersion && can?.snippetEditSupport === true;
  const canAnnotate = canVersion && can?.changeAnnotationSupport !== undefined;
  return ({ document, uri, version }, edits, toConfirm) => {
    const annotated = canAnnotate && toConfirm !== undefined ? { annotationId } : {};
    const made = edits.map(({ span, text, typeOver, choices }): TextEdit | AnnotatedTextEdit | SnippetTextEdit => {
      const range = convert.toRange(document, span);
      if (!canSnippet || !typeOver || toConfirm !== undefined) return { range, newText: text, ...annotated };
      return { range, snippet: { kind: 'snippet', value: snippetOf(text, typeOver, choices) } };
    });
    if (!canVersion) return { changes: { [uri]: made as TextEdit[] } };
    return {
      documentChanges: [{ textDocument: { uri, version }, edits: made }],
      ...(canAnnotate && toConfirm !== undefined
        ? { changeAnnotations: { [annotationId]: { label: toConfirm, needsConfirmation: true } } }
        : {}),
    };
  };
}

/** The name by which changes are annotated. */
const annotationId = 'sayswho.placeholders';

/** A snippet with one tab stop, at which the words are typed over or chosen. */
function snippetOf(text: string, { start, end }: Span, choices?: readonly string[]): string {
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  const stop = choices
    ? `\${1|${choices.map(choice => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
    : `\${1:${escaped(text.slice(start, end))}}`;
  return escaped(text.slice(0, start)) + stop + escaped(text.slice(end));
}
