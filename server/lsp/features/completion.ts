import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver';
import {
  citedAs,
  type Entry,
  keyBeingTyped,
  keyTriggers,
  reference,
  searchable,
  searchLibrary,
} from '../../core/index.ts';
import type { Feature } from '../context.ts';

/** Most that are offered at once; the client asks again as more is typed. */
const most = 200;

/** Citation keys, as they are typed or as an author, a year or a word of a title is typed in their place. It waits for no reading. */
export const completion: Feature = ({ capabilities, connection, convert, documents, isShutDown, libraries }) => {
  if (!libraries) return;
  capabilities.completionProvider = { triggerCharacters: [...keyTriggers] };
  connection.onCompletion(({ textDocument, position }): CompletionList | null => {
    const document = documents.get(textDocument.uri);
    const library = libraries.of(textDocument.uri)?.library;
    if (!document || !library || isShutDown()) return null;
    const text = document.getText();
    const typed = keyBeingTyped(text, convert.toOffset(document, position), document.languageId);
    if (!typed) return null;
    const range = convert.toRange(document, typed);
    const { entries, isWhole } = searchLibrary(library, text.slice(typed.start, typed.end), most);
    return { isIncomplete: !isWhole, items: entries.map((entry, index) => itemOf(entry, index, range)) };
  });
};

const itemOf = (entry: Entry, index: number, range: Range): CompletionItem => ({
  label: entry.key,
  labelDetails: { description: citedAs(entry) },
  kind: CompletionItemKind.Reference,
  detail: citedAs(entry),
  documentation: reference(entry),
  filterText: searchable(entry),
  sortText: String(index).padStart(4, '0'),
  textEdit: { range, newText: entry.key },
});
