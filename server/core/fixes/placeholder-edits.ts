import type { Written } from '../citation/placeholder-styles.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import { shift } from '../model/span.ts';
import { endOfLine, lineBreakAt } from './lines.ts';
import type { Placer } from './place.ts';

/** The mark that a fix inserts, as the editor shows it, and the edits that insert it. */
export interface PlaceholderEdits {
  readonly placeholder: string;
  readonly edits: readonly DraftEdit[];
}

/** The edits that insert a mark, and the definition that it leads to. */
export function insertionOf(article: Article, written: Written, at: number, placer: Placer): PlaceholderEdits {
  const { placeholder, edit } = markAt(article, written, at, placer);
  const [note] = noteOf(article, written);
  if (!note) return { placeholder, edits: [edit] };
  return {
    placeholder,
    edits: edit.span.start >= note.span.start ? [{ span: note.span, text: edit.text + note.text }] : [edit, note],
  };
}

/** The edit that defines the note to which a mark leads, if it leads to one. */
export const noteOf = ({ text }: Pick<Article, 'text'>, { definition }: Written): DraftEdit[] =>
  definition === undefined ? [] : [definitionsAtEnd(text, [definition])];

/** The edit that inserts a mark behind the words that end at a position, where its style wants it, and the mark as it is written there. */
export function markAt(
  { text }: Article,
  written: Written,
  at: number,
  placer: Placer,
): { readonly placeholder: string; readonly edit: DraftEdit } {
  const { standing, line, instead } = written;
  const place = placer.place(at, standing);
  if (line && mayEndLine(text, place)) return { placeholder: written.text, edit: onLine(text, written, place, line) };
  const mark: Written =
    line && instead !== undefined ? { text: instead, standing, says: { start: 1, end: instead.length - 1 } } : written;
  const before = standing === 'attached' || place === 0 || /\s/.test(text.charAt(place - 1)) ? '' : ' ';
  // What is written attached to a word may run into the next one.
  const after = /[\p{L}\p{N}]/u.test(text.charAt(place)) ? ' ' : '';
  return { placeholder: mark.text, edit: inserted(mark, place, before, after) };
}

/** Words that may open a line without looking like the start of something. */
const opensLine = /^[ \t]+[\p{L}“‘«"(]/u;

/** True where a line can be broken at a position, or has nothing behind it but marks that close. */
function mayEndLine(text: string, at: number): boolean {
  const rest = text.slice(at, endOfLine(text, at));
  return opensLine.test(rest) || /^[^\p{L}\p{N}]{0,20}$/u.test(rest);
}

/** Whatever asks for `n` more notes gets numbers that no note of the draft has. */
export function nextNoteNumber(text: string): number {
  let most = 0;
  for (const [, number] of text.matchAll(/todo-[a-z-]{0,10}(\d{1,6})/g)) most = Math.max(most, Number(number));
  return most + 1;
}

/** A comment that ends its line: what follows goes on in the next line, where it must not look like the start of something. */
function onLine(text: string, comment: Written, at: number, line: 'rest' | 'own'): DraftEdit {
  const end = endOfLine(text, at);
  const lineBreak = lineBreakAt(text, at);
  const rest = /^[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 0;
  const goesOn = opensLine.test(text.slice(at, at + 100));
  const from = goesOn || at + rest === end ? at : text.slice(0, end).trimEnd().length;
  const before = line === 'own' ? lineBreak : ' ';
  return inserted(comment, from, before, goesOn ? lineBreak : '', goesOn ? at + rest : from);
}

function inserted({ text, says }: Written, at: number, before: string, after: string, end = at): DraftEdit {
  return {
    span: { start: at, end },
    text: before + text + after,
    ...(says ? { typeOver: shift(says, before.length) } : {}),
  };
}

/** Notes are defined at the end of the draft, behind those that are there. */
export function definitionsAtEnd(text: string, definitions: readonly string[]): DraftEdit {
  const lineBreak = lineBreakAt(text, 0);
  const end = text.trimEnd().length;
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const isBehindNote = /^(?:\[\^|\.\. \[)[^\]]*\]/.test(lastLine);
  return {
    span: { start: end, end: text.length },
    text: `${lineBreak}${isBehindNote ? '' : lineBreak}${definitions.join(lineBreak)}${lineBreak}`,
  };
}
