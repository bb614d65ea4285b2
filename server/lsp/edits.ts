import type { ClientCapabilities, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Span } from '../core/index.ts';
import type { Converter } from './convert.ts';
import type { Reading } from './readings.ts';

/** A change to the draft. */
export interface DraftEdit {
  /** What is replaced; empty where text is only inserted. */
  readonly span: Span;
  readonly text: string;
  /** The part of `text` that the writer will want to type over; absent where there is none. */
  readonly typeOver?: Span;
}

/** Puts a change into the form that the client can take: as a snippet and with the document's version where it can. */
export function createEditMaker(
  { workspace }: ClientCapabilities,
  convert: Converter,
): (reading: Reading, edit: DraftEdit) => WorkspaceEdit {
  const canVersion = workspace?.workspaceEdit?.documentChanges === true;
  // Only versioned edits can hold snippets.
  const canSnippet = canVersion && workspace?.workspaceEdit?.snippetEditSupport === true;
  return ({ document, uri, version }, { span, text, typeOver }) => {
    const range = convert.toRange(document, span);
    const plain: TextEdit = { range, newText: text };
    if (!canVersion) return { changes: { [uri]: [plain] } };
    const snippet: SnippetTextEdit | undefined =
      canSnippet && typeOver ? { range, snippet: { kind: 'snippet', value: snippetOf(text, typeOver) } } : undefined;
    return { documentChanges: [{ textDocument: { uri, version }, edits: [snippet ?? plain] }] };
  };
}

function snippetOf(text: string, { start, end }: Span): string {
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  return `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}`;
}
