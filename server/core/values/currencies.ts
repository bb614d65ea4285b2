import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { isDigit } from './digits.ts';

/** Codes of ISO 4217 for the money that is written of most. */
const codes = wordSet(
  'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW MXN MYR NGN NOK NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR',
);
/** What is written before or behind an amount in place of a sign. */
const marks = wordSet('Rs RM Kč kr zł');
const words = wordSet(
  'dollar dollars euro euros pound pounds sterling cent cents penny pence rupee rupees yen yuan renminbi rouble roubles ruble rubles franc francs kronor krona krone kroner króna ' +
    'koruna korunas zloty zlotys złoty forint forints leva lev hryvnia hryvnias lira liras lire peso pesos reais rand rands naira cedi cedis shilling shillings dirham dirhams ' +
    'dinar dinars riyal riyals rial rials shekel shekels baht ringgit rupiah dong taka tenge guilder guilders bitcoin bitcoins quid bucks',
);
/** Letters that stick to a figure in place of a word. */
const small = wordSet('p');

export const isCurrencyCode = (text: string): boolean => codes.has(text);

/** "$", "£", "€" and every other sign of a currency. */
export const isCurrencySign = ({ kind, text }: Token): boolean => kind === 'symbol' && /^\p{Sc}$/u.test(text);

/**
 * The currency behind an amount: "euros", "USD", "€", "Swiss francs", "US dollars".
 *
 * @param stuck What sticks to the amount, if anything does: "p" in "50p", "dollar" in "ten-dollar".
 */
export function currencyAt(
  tokens: readonly Token[],
  i: number,
  stuck?: string,
): { readonly measure: 'money'; readonly unit: string; readonly end: number } | undefined {
  if (stuck !== undefined)
    return words.has(stuck) || small.has(stuck) ? { measure: 'money', unit: stuck, end: i } : undefined;
  const next = tokens[i];
  if (!next) return undefined;
  if (words.has(next.normal)) return { measure: 'money', unit: next.normal, end: i + 1 };
  if (isCurrencySign(next))
    return isDigit(tokens[i + 1]?.text.charCodeAt(0) ?? 0)
      ? undefined
      : { measure: 'money', unit: next.text, end: i + 1 };
  if (next.kind !== 'word' || !next.spaceBefore) return undefined;
  const unit = unitOf(next);
  if (unit !== undefined) return { measure: 'money', unit, end: i + 1 };
  // Whose money it is: "Hong Kong dollars".
  for (let last = i + 1; last <= i + 2 && /^\p{Lu}/u.test(tokens[last - 1]?.text ?? ''); last++) {
    const word = tokens[last]?.normal ?? '';
    if (words.has(word))
      return {
        measure: 'money',
        unit: `${tokens
          .slice(i, last)
          .map(({ text }) => text)
          .join(' ')} ${word}`,
        end: last + 1,
      };
  }
  return undefined;
}

/** The code or mark of a currency right before an amount, and the index of its first token: "EUR 500", "Rs. 500". */
export function currencyBefore(
  tokens: readonly Token[],
  i: number,
): { readonly unit: string; readonly first: number } | undefined {
  const before = tokens[i - 1];
  const unit = before?.kind === 'word' ? unitOf(before) : undefined;
  return unit === undefined ? undefined : { unit, first: i - 1 };
}

/** The code or mark that a word is, without the stop of an abbreviation. */
function unitOf({ text }: Token): string | undefined {
  const mark = text.endsWith('.') ? text.slice(0, -1) : text;
  return codes.has(text) || marks.has(mark) ? mark : undefined;
}

/** The letters before a sign that tell whose money it is: "US$", "AU$", "R$". */
export const isCountryOfSign = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length < 4 && /^\p{Lu}{1,3}$/u.test(token.text);

/** "USD500", "Rs500", "CHF5m": one token that opens with a currency. */
export function currencyWord(text: string): { readonly unit: string; readonly digits: string } | undefined {
  // Most words have no digit there.
  if (!isDigit(text.charCodeAt(3)) && !isDigit(text.charCodeAt(2))) return undefined;
  const found = /^(\p{L}{2,3})(\d.*)$/u.exec(text);
  const [, unit = '', digits = ''] = found ?? [];
  return codes.has(unit) || marks.has(unit) ? { unit, digits } : undefined;
}
