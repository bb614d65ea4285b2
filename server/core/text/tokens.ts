import { abbreviations } from '../lexicon/abbreviations.ts';
import { type Prose, sourceSpan } from '../model/prose.ts';
import type { Token, TokenKind } from '../model/sentence.ts';

/**
 * One token at a position: a dotted abbreviation ("U.S.", "p.m."), a number with its separators and suffix,
 * a word with its inner apostrophes and hyphens, an ellipsis or a dash, or any other single character.
 */
const token =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th|s|bn|m|k|tn)?(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\u2010\u2011-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\.{2,}|--+|\S/gsu;

const quoteMarks = /^["“”„‟«»‘’‹›'`]$/;

/** Splits prose into words, numbers and marks. A possessive "’s" is a token of its own, so that names stand alone. */
export function tokenize(prose: Prose): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const add = (text: string, at: number) => {
    const { start, end: sourceEnd } = sourceSpan(prose, { start: at, end: at + text.length });
    const spaceBefore = at > end || at === 0;
    tokens.push({
      start,
      end: sourceEnd,
      kind: kindOf(text),
      text,
      normal: normalize(text),
      at,
      spaceBefore,
      pos: 'x',
    });
    end = at + text.length;
  };
  for (const { index, 0: found } of prose.text.matchAll(token)) {
    // A match may lie inside an abbreviation that took its stop along.
    if (index < end) continue;
    const stop = prose.text[index + found.length] === '.' && isAbbreviation(found) ? '.' : '';
    const possessive = found.length > 2 ? /['’][sS]$/.exec(found) : null;
    if (possessive && possessive.index > 0) {
      add(found.slice(0, possessive.index), index);
      add(possessive[0], index + possessive.index);
    } else add(found + stop, index);
  }
  return tokens;
}

/** Initials ("J." in "J. K. Rowling") and listed abbreviations keep their stop. "I" is a word. */
const isAbbreviation = (word: string): boolean =>
  /^(?:\p{Lu}(?<!I)|\p{Lu}\p{M}+)$/u.test(word) || abbreviations.has(word.toLowerCase());

/** Plain words are by far the most, so they are told first and cheaply. */
const plainWord = /^[a-z]+$/i;

function kindOf(text: string): TokenKind {
  if (plainWord.test(text)) return 'word';
  if (/^\p{N}/u.test(text)) return /^\p{N}[\p{N}.,]*(?:\p{L}{1,2})?$/u.test(text) ? 'number' : 'word';
  if (/^(?:\p{L}|['’]\p{L})/u.test(text)) return 'word';
  if (quoteMarks.test(text)) return 'quote';
  return /^[\p{P}]/u.test(text) ? 'punctuation' : 'symbol';
}

function normalize(text: string): string {
  if (plainWord.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}
