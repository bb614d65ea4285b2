import { type Article, type Fix, formatOf, placeholderText, type Settings } from '../core/index.ts';
import type { DraftEdit } from './edits.ts';

/** The mark that a fix inserts, as the editor shows it, and the edit that inserts it. */
export interface PlaceholderEdit {
  readonly placeholder: string;
  readonly edit: DraftEdit;
}

/**
 * Inserts a placeholder behind the words that need it. A comment stands where the language of the draft lets one stand without
 * hiding words: in the line, behind a break of the line, on a line between or above the block; brackets are written where none may.
 */
export function placeholderEdit(
  article: Article,
  { at, need }: Extract<Fix, { kind: 'placeholder' }>,
  { placeholderStyle }: Settings,
): PlaceholderEdit {
  const { text } = article;
  const inLine = (placeholder: string): PlaceholderEdit =>
    edit(placeholder, at, at === 0 || /\s/.test(text.charAt(at - 1)) ? '' : ' ', '');
  if (placeholderStyle !== 'comment') return inLine(placeholderText(need, placeholderStyle));
  const { comments } = formatOf(article.languageId);
  const syntax = comments.find(({ close }) => close !== '') ?? comments[0];
  if (!syntax) return inLine(placeholderText(need, 'bracket'));
  const comment = placeholderText(need, 'comment', syntax);
  if (syntax.close !== '') return inLine(comment);
  const end = endOfLine(text, at);
  const lineBreak = text.startsWith('\r', end) ? '\r\n' : '\n';
  if (!syntax.ownLine || syntax.insideBlock) {
    // What follows goes on in the next line, where it must not look like the start of something.
    const rest = /^[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 0;
    const goesOn = /^[ \t]+\p{L}/u.test(text.slice(at, at + 100));
    const from = goesOn || at + rest === end ? at : text.slice(0, end).trimEnd().length;
    const before = syntax.ownLine ? lineBreak : ' ';
    return edit(comment, from, before, goesOn ? lineBreak : '', goesOn ? at + rest : from);
  }
  const above = lineAbove(article, at);
  return above === undefined
    ? inLine(placeholderText(need, 'bracket'))
    : edit(comment, above, '', lineBreak + lineBreak);
}

function edit(placeholder: string, at: number, before: string, after: string, end = at): PlaceholderEdit {
  const words = wordsOf(placeholder);
  return {
    placeholder,
    edit: {
      span: { start: at, end },
      text: before + placeholder + after,
      typeOver: { start: before.length + words.start, end: before.length + words.end },
    },
  };
}

/** Where a comment may stand above the block of a position; undefined where the block stands inside of something. */
function lineAbove({ blocks, text }: Article, at: number): number | undefined {
  const start = blocks.findLast(block => block.start <= at)?.start;
  if (start === undefined || (start > 0 && text.charAt(start - 1) !== '\n')) return undefined;
  return /(?:^|\n)[ \t]*\r?\n$|^$/.test(text.slice(Math.max(0, start - 100), start)) ? start : undefined;
}

function endOfLine(text: string, from: number): number {
  const lineBreak = text.indexOf('\n', from);
  if (lineBreak < 0) return text.length;
  return text.charAt(lineBreak - 1) === '\r' ? lineBreak - 1 : lineBreak;
}

/** What a placeholder says, without the brackets or comment marks around it. */
function wordsOf(placeholder: string): { readonly start: number; readonly end: number } {
  const words = /\p{L}(?:.*[\p{L}?])?/u.exec(placeholder);
  const start = words?.index ?? 0;
  return { start, end: words ? start + words[0].length : placeholder.length };
}
