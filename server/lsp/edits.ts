import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { DraftEdit, Span } from '../core/index.ts';
import type { Converter } from './convert.ts';
import type { Reading } from './readings.ts';

/**
 * Puts a change into the form that the client can take: with the document's version where it can, so that it is refused once the
 * document has changed, and as a snippet where it can and the change is a single edit.
 */
export function createEditMaker(
  { workspace }: ClientCapabilities,
  convert: Converter,
): (reading: Reading, edits: readonly DraftEdit[]) => WorkspaceEdit {
  const canVersion = workspace?.workspaceEdit?.documentChanges === true;
  // Only versioned edits can hold snippets.
  const canSnippet = canVersion && workspace?.workspaceEdit?.snippetEditSupport === true;
  return ({ document, uri, version }, edits) => {
    const plain = edits.map(({ span, text }): TextEdit => ({ range: convert.toRange(document, span), newText: text }));
    if (!canVersion) return { changes: { [uri]: plain } };
    const [only] = edits;
    const snippet: SnippetTextEdit | undefined =
      canSnippet && only?.typeOver && edits.length === 1
        ? {
            range: convert.toRange(document, only.span),
            snippet: { kind: 'snippet', value: snippetOf(only.text, only.typeOver) },
          }
        : undefined;
    return { documentChanges: [{ textDocument: { uri, version }, edits: snippet ? [snippet] : plain }] };
  };
}

function snippetOf(text: string, { start, end }: Span): string {
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}`;
}
