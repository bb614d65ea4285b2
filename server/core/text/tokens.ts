import { abbreviationKind } from '../lexicon/abbreviations.ts';
import { type Prose, sourceSpan } from '../model/prose.ts';
import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { findAddresses } from './addresses.ts';
import { latinCapital, latinLetter } from './letter-classes.ts';
import { formOf } from './word-forms.ts';

/** Characters that show nothing and may stand inside a word: the soft hyphen and the joiners. */
const joiner = '\\u00AD\\u200C\\u200D\\u2060';

/** Classes of characters in a text of any kind, and in one of plain characters only, where they are quicker to compile and to run. */
interface Classes {
  readonly letter: string;
  readonly capital: string;
  readonly number: string;
  readonly digit: string;
  readonly tail: string;
  /** Emoji, joined, toned and flagged; keycaps. */
  readonly emoji: readonly string[];
  readonly other: string;
}
const anyText: Classes = {
  letter: '\\p{L}',
  capital: '\\p{Lu}',
  number: '\\p{N}',
  digit: '\\p{Nd}',
  tail: `[\\p{L}\\p{M}\\p{N}${joiner}]*`,
  emoji: [
    '\\p{RI}\\p{RI}|[\\d#*]\\uFE0F?\\u20E3',
    '\\p{ExtPict}(?:\\uFE0F|\\p{EMod}|[\\u{E0020}-\\u{E007F}])*(?:\\u200D\\p{ExtPict}(?:\\uFE0F|\\p{EMod})*)*',
  ],
  other: '[^\\s\\p{Cf}]\\p{M}*',
};
const plainText: Classes = {
  letter: latinLetter,
  capital: latinCapital,
  number: '0-9',
  digit: '0-9',
  tail: `[${latinLetter}0-9]*`,
  emoji: [],
  other: '\\S',
};

/** One token at a position; the first kind that fits. White space and characters that show nothing are none. */
function tokenIn({ letter: L, capital: Lu, number: N, digit: Nd, tail, emoji, other }: Classes): string {
  return [
    // Letters with stops: "U.S.", "U.S", "p.m.", "Ph.D."
    `(?:[${L}]\\.){2,}|(?:[${Lu}]\\.)+[${Lu}](?![${L}.])|(?:Ph|Ed|Psy)\\.D\\.|[BM]\\.(?:Sc|Ed|Eng|Phil|Litt|Mus|Com)\\.`,
    ...emoji,
    // Ratios, dates, fractions, times, and numbers with their separators, suffix and unit.
    `[${Nd}]{1,4}-to-[${Nd}]{1,4}(?![${L}${N}-])`,
    `[${Nd}]{1,4}([./-])[${Nd}]{1,2}\\1[${Nd}]{2,4}(?![${L}${N}])`,
    `[${Nd}]{1,4}/[${Nd}]{1,4}(?![${L}${N}/])|[${Nd}]{1,2}(?::[${Nd}]{2}){1,2}(?:[ap]m)?(?![${L}${N}:])`,
    `[${Nd}]+(?:[.,][${Nd}]+)+[${L}]{1,3}(?![${L}${N}])`,
    `[${N}]+(?:[.,][${N}]+)*(?:st|nd|rd|th|s|bn|m|k|tn)?(?![${L}${N}])|(?<![${L}${N}.])\\.[${Nd}]+(?![${L}${N}])`,
    // A possessive behind a quotation mark or a figure; words whose first letters are left out.
    `(?<=[${N}”"»])['’]s(?![${L}${N}])`,
    `(?<![${L}${N}])['’‘](?:\\d0s|[nN]['’]|(?:[tT](?:is|was|will)|em|til|cause|bout|round)(?![${L}${N}]))`,
    // Words with their inner apostrophes and hyphens.
    `[${L}${N}]${tail}(?:['’\\u2010\\u2011-][${L}${N}]${tail})*`,
    // Ellipses, dashes and dividers; then any other character with the marks that combine with it.
    `\\.{2,}|--+|\\*{2,}|={2,}|_{2,}|~{2,}|#{2,}|[\\u00B9\\u00B2\\u00B3\\u2070-\\u2079]+|${other}`,
  ].join('|');
}
const tokenInAny = new RegExp(tokenIn(anyText), 'gsu');
const tokenInPlain = new RegExp(tokenIn(plainText), 'g');

/** Any character but those of which both expressions think the same: Latin-1 but for its raised and split figures, and the marks that writers use. */
const unusual =
  /(?![‘’‚“”„‹›–—…•€])[\u0080-\u009F\u00AA\u00AD\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u0100-\uFFFF]/;

/** Scripts that are written without spaces. Each of their characters is a token, which keeps the work small and the spans exact. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*/gu;
const mayHoldUnspaced = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uD840-\uD88D]/;

/**
 * Splits prose into words, numbers and marks. A possessive "’s" is a token of its own, so that names stand alone;
 * a web or e-mail address is one symbol.
 */
export function tokenize(prose: Prose): Token[] {
  const { text } = prose;
  const tokens: Token[] = [];
  const isPlain = !unusual.test(text);
  const token = isPlain ? tokenInPlain : tokenInAny;
  let end = 0;
  const push = (from: number, to: number, isAddress = false) => {
    const { start, end: sourceEnd } = sourceSpan(prose, { start: from, end: to });
    const { text: word, normal, kind } = formOf(text.slice(from, to));
    // `text` first and whole numbers told as such: engines would else keep a number in a box of its own, for 48 bytes a token.
    tokens.push({
      text: word,
      normal,
      kind: isAddress ? 'symbol' : kind,
      pos: 'x',
      start: start | 0,
      end: sourceEnd | 0,
      at: from | 0,
      spaceBefore: from === 0 || (from > end && hasSpace(text, end, from)),
    });
    end = to;
  };
  const add = (from: number, to: number) => {
    if (isPlain || !mayHoldUnspaced.test(text.slice(from, to))) push(from, to);
    else for (const part of partsOf(text.slice(from, to))) push(from + part.start, from + part.end);
  };
  const addresses = findAddresses(text);
  let next = 0;
  token.lastIndex = 0;
  for (;;) {
    const address = addresses[next];
    // Most words need no more than a look, which is much quicker than the expression and finds the same.
    const plain = plainWordAt(text, token.lastIndex);
    if (plain && (!address || plain.end <= address.start)) {
      push(plain.start, plain.end);
      token.lastIndex = plain.end;
      continue;
    }
    const match = token.exec(text);
    if (address && (!match || match.index + match[0].length > address.start)) {
      // Word characters may lead up to an address; they are cut off where it starts.
      if (match && match.index < address.start) add(match.index, address.start);
      push(address.start, address.end, true);
      token.lastIndex = address.end;
      next++;
      continue;
    }
    if (!match) return tokens;
    const found = match[0];
    const from = match.index;
    let to = from + found.length;
    const possessive = found.length > 2 ? /['’][sS]$/.exec(found) : null;
    if (possessive && possessive.index > 0) {
      add(from, from + possessive.index);
      push(from + possessive.index, to);
    } else {
      if (text[to] === '.' && isAbbreviation(tokens, found, text, to + 1)) to++;
      add(from, to);
    }
    token.lastIndex = to;
  }
}

/** The word that comes next, where it is plain letters with a space or a comma behind it; undefined for anything else. */
function plainWordAt(text: string, from: number): Span | undefined {
  let start = from;
  while (text.charCodeAt(start) === 0x20) start++;
  let end = start;
  for (let unit = text.charCodeAt(end) | 0x20; unit >= 0x61 && unit <= 0x7a; unit = text.charCodeAt(end) | 0x20) end++;
  const next = text.charCodeAt(end);
  return end > start && (next === 0x20 || next === 0x2c) ? { start, end } : undefined;
}

/** Whether white space, or the zero-width space that stands for it, parts two tokens. */
function hasSpace(text: string, from: number, to: number): boolean {
  // Nearly always there is one space.
  if (to === from + 1 && text.charCodeAt(from) === 0x20) return true;
  for (let i = from; i < to; i++) if (/[\s\u200B]/.test(text.charAt(i))) return true;
  return false;
}

/** A run of characters with each character of an unspaced script on its own. */
function partsOf(run: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let at = 0;
  for (const { index, 0: character } of run.matchAll(unspaced)) {
    if (index > at) parts.push({ start: at, end: index });
    parts.push({ start: index, end: index + character.length });
    at = index + character.length;
  }
  if (at < run.length) parts.push({ start: at, end: run.length });
  return parts;
}

/** Initials ("J." in "J. K. Rowling") and listed abbreviations keep their stop. "I" is a word. */
function isAbbreviation(before: readonly Token[], word: string, text: string, after: number): boolean {
  if (word.length === 1 && word >= 'A' && word <= 'Z' && word !== 'I') return true;
  if (unusual.test(word) && /^\p{Lu}\p{M}*$/u.test(word)) return true;
  if (word.length > 9) return false;
  // "Then-Rep. Lind", "ex-Gov. Roe": a title with something before it stays one.
  const title = /^(?:then|ex)-(\p{Lu}\p{L}+)$/u.exec(word)?.[1];
  if (title) return abbreviationKind(title.toLowerCase()) === 'title';
  switch (abbreviationKind(word.toLowerCase())) {
    case undefined:
      return false;
    case 'title':
    case 'month':
      return /^\p{Lu}/u.test(word);
    case 'state':
      return /^\p{Lu}/u.test(word) && before.at(-1)?.text === ',';
    case 'number':
      return isFigureAt(text, after);
    case 'office':
      return isFigureAt(text, after) || isBeforeName(word, text, after);
    case 'unit':
      return before.at(-1)?.kind === 'number' || isBeforeName(word, text, after);
    default:
      return true;
  }
}

const isFigureAt = (text: string, at: number): boolean =>
  /^\s?(?:\p{Nd}|[IVXLC]{2,}(?!\p{L}))/u.test(text.slice(at, at + 8));

/** "Ft. Worth", "Sec. Roe": both with a capital. */
const isBeforeName = (word: string, text: string, after: number): boolean =>
  /^\p{Lu}/u.test(word) && /^\s\p{Lu}\p{Ll}/u.test(text.slice(after, after + 8));
