import { isSentenceOpener } from '../lexicon/sentence-openers.ts';
import type { Token } from '../model/sentence.ts';

/** A row of stars, dashes or the like, which stands between sentences and belongs to none. */
export const isDivider = (token: Token): boolean => /^(?:[*=_~#]{3,}|-{4,})$/.test(token.text);

/** True where a sentence starts that no stop announces: at a divider, and where somebody breaks off and starts again. */
export function startsAnew(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i] as Token;
  if (isDivider(token)) return true;
  const before = tokens[i - 1] as Token;
  return (
    i - 1 > first &&
    token.spaceBefore &&
    before.spaceBefore &&
    /^(?:—|–|--)$/.test(before.text) &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    isSentenceOpener(token.normal) &&
    token.text !== 'The'
  );
}

/** The first word, number, sum or address at or after an index, past opening quotation marks, brackets and dashes. */
export function headAt(tokens: readonly Token[], index: number): Token | undefined {
  for (let i = index; i < tokens.length && i < index + 4; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'word' || token.kind === 'number') return token;
    if (token.kind === 'symbol') return token;
    // "@anna" and "#MeToo" open sentences as names do.
    if (/^[@#]$/.test(token.text) && tokens[i + 1]?.kind === 'word' && !tokens[i + 1]?.spaceBefore) return token;
    if (token.kind !== 'quote' && !/^(?:[([{¿¡–—•*-]|--)$/.test(token.text)) return undefined;
  }
  return undefined;
}

/** True where a word looks like the first of a sentence: it has no small letter in front, or is a name like "iPhone". */
export function looksFirst(token: Token): boolean {
  return (
    !/^\p{Ll}/u.test(token.text) || /^\p{Ll}{1,2}\p{Lu}/u.test(token.text) || /^[a-z+.-]+:\/\/|^www\./.test(token.text)
  );
}

/** A list's "b)" or "(b)" in front of an item that opens with a capital. */
export function isListMark(tokens: readonly Token[], index: number): boolean {
  const label = tokens[index]?.text === '(' ? index + 1 : index;
  return (
    /^(?:\p{L}|\p{Nd}{1,2})$/u.test(tokens[label]?.text ?? '') &&
    tokens[label + 1]?.text === ')' &&
    /^\p{Lu}/u.test(tokens[label + 2]?.text ?? '')
  );
}
