import type { Token } from '../model/sentence.ts';
import type { Quotation } from '../model/value.ts';
import type { Text } from './values.ts';

/** Marks that open a quotation, with the mark that closes each. A straight mark closes itself. */
const pairs: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '‘': '’', '"': '"' };

/**
 * Quotations of one block, outermost only. A curly mark without its partner opens a quotation that runs to the end of the
 * block, as one does that goes on in the next paragraph; a straight mark without a partner is taken for a slip and ignored.
 */
export function readQuotations({ tokens }: Text): Quotation[] {
  const quotations: Quotation[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i] as Token;
    const closing = pairs[open.text];
    if (closing === undefined || !opensHere(tokens, i)) continue;
    let end = i + 1;
    while (end < tokens.length && !closes(tokens, end, closing)) end++;
    const close = tokens[end];
    if (!close && open.text !== '“' && open.text !== '«') continue;
    const last = close ?? tokens.at(-1);
    if (!last || last === open) continue;
    quotations.push({
      start: open.start,
      end: last.end,
      inner: { start: open.end, end: close ? close.start : last.end },
      words: tokens.slice(i + 1, end).filter(token => token.kind === 'word' || token.kind === 'number').length,
      closed: close !== undefined,
    });
    i = end;
  }
  return quotations;
}

/** An opening mark touches the word after it; a single or straight mark after a letter or figure is an apostrophe or inches. */
function opensHere(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i] as Token;
  const next = tokens[i + 1];
  if (!next || next.spaceBefore) return false;
  if (mark.text !== '"' && mark.text !== '‘') return true;
  const before = tokens[i - 1];
  return mark.spaceBefore || before === undefined || before.kind === 'punctuation' || before.kind === 'quote';
}

/** A single mark within a word is an apostrophe; it closes only where no letter follows at once. */
function closes(tokens: readonly Token[], i: number, closing: string): boolean {
  const token = tokens[i] as Token;
  if (token.text !== closing) return false;
  if (closing !== '’') return true;
  const next = tokens[i + 1];
  return !next || next.spaceBefore || next.kind !== 'word';
}
