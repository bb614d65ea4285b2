import { eastAsianWidth } from 'get-east-asian-width';

/** A grapheme as a terminal shows it. */
export interface Cell {
  /** Where the grapheme starts in the line, in UTF-16 code units. */
  readonly at: number;
  /** Where it ends. */
  readonly end: number;
  /** What is printed for it. */
  readonly shown: string;
  /** How many columns it takes: 0, 1 or 2, or more for a tab. */
  readonly width: number;
}

const tab = '    ';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Splits a text into the cells that a terminal shows. */
export function cellsOf(text: string): Cell[] {
  return Array.from(graphemes.segment(text), ({ segment, index }) => {
    const shown = printable(segment);
    return { at: index, end: index + segment.length, shown, width: shown === tab ? tab.length : widthOf(shown) };
  });
}

/**
 * A text that is safe to print: drafts and file names may hold escape sequences that would drive the terminal
 * and marks that turn the direction of a line. Control characters become their pictures, tabs four spaces.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, character => {
    if (character === '\t') return tab;
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return /\p{Bidi_Control}/u.test(character) ? '' : '\ufffd';
  });
}

/** The columns that one grapheme takes. */
function widthOf(grapheme: string): number {
  if (/^[\p{Mark}\p{Default_Ignorable_Code_Point}]*$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2;
  const base = grapheme.replace(/^[\p{Mark}\p{Default_Ignorable_Code_Point}]+/u, '');
  return eastAsianWidth(base.codePointAt(0) ?? 0);
}
