import { entries } from '../generated/function-words.ts';
import type { Language } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';

const kinds = new Map(entries.map(entry => [entry.term, entry.kind] as const));

/** Fewer words than this show no language: a name, a motto, a loan. */
const fewestWords = 8;
/** From this many words on, text without a single English function word is not English, whatever else it is. */
const surelyEnough = 20;

/** Whether a block is in English, by its script and its function words. Where nothing speaks against it, it is. */
export function languageOf(tokens: readonly Token[]): Language {
  let words = 0;
  let english = 0;
  let foreign = 0;
  let small = 0;
  let otherScript = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words++;
    const kind = kinds.get(token.normal);
    if (kind === 'en') english++;
    else if (kind === 'other') foreign++;
    const unit = token.text.charCodeAt(0);
    if (unit < 0x80) {
      if (unit >= 97) small++;
    } else if (/^\p{Ll}/u.test(token.text) && /^\p{Script=Latin}/u.test(token.text)) small++;
    else if (/^\p{L}/u.test(token.text) && !/^\p{Script=Latin}/u.test(token.text)) otherScript++;
  }
  if (words < fewestWords) return otherScript * 2 > words && words > 1 ? 'other' : 'en';
  if (otherScript * 2 > words) return 'other';
  if (foreign >= 2 && foreign > 2 * english && foreign * 10 >= words) return 'other';
  return words >= surelyEnough && english === 0 && small * 2 > words ? 'other' : 'en';
}
