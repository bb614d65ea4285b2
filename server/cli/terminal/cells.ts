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

/** Letters and marks of Western prose, each of which is one grapheme of one column. */
const simple = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*$/;

/** Made when it is first needed: most prose does without, and it takes longer to make than a draft to check. */
let graphemes: Intl.Segmenter | undefined;

/** Splits a text into the cells that a terminal shows. */
export function cellsOf(text: string): Cell[] {
  if (simple.test(text)) return Array.from(text, (shown, at) => ({ at, end: at + 1, shown, width: 1 }));
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
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
  // Half-width katakana carry their voicing marks in a column of their own.
  const voicing = grapheme.match(/.[\uff9e\uff9f]/u) ? 1 : 0;
  return eastAsianWidth(base.codePointAt(0) ?? 0) + voicing;
}
