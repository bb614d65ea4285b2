import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { type Digits, digitsOf, isDigit, vulgarFractions } from './digits.ts';
import { isCounted } from './measures.ts';
import { fractionOf, isJoined, numberOpeners, numberWords, scaleOf, spelt } from './number-words.ts';

/** "third" to "twentieth". */
export const ordinals = wordSet(
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
const suffixes: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
/** Capitals that are scales of money only: "$5B", while "5B" may be anything. */
const moneySuffixes: ReadonlyMap<string, number> = new Map([
  ['K', 1e3],
  ['M', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['BN', 1e9],
  ['Bn', 1e9],
  ['T', 1e12],
]);
/** Behind "5m" these make it metres. */
const lengths = wordSet(
  'high tall long wide deep thick across above below apart away race sprint hurdles freestyle relay pool dive drop tower mast',
);

/** A number, the index behind it, and what its last token says behind it. */
export interface NumberAt {
  readonly amount: number;
  readonly end: number;
  /** False for a number that is spelt out and has no scale: "two men". */
  readonly isFigure: boolean;
  /** True where a scale stands behind it: "3 million", "4bn". */
  readonly isScaled: boolean;
  /** What its last scale multiplies by; 1 where it has none. */
  readonly scale: number;
  /** What the same word goes on with: "kg" in "5kg", "point" in "four-point", "per-cent" in "40-per-cent"; mostly empty. */
  readonly rest: string;
}

/** True for a token with which a number may begin; most words are sorted out here at once. */
export function mayOpenNumber({ kind, normal, text }: Token): boolean {
  if (kind === 'number') return true;
  if (kind !== 'word') return false;
  if (normal === 'a' || numberOpeners.has(normal) || isDigit(text.charCodeAt(0))) return true;
  const hyphen = normal.indexOf('-');
  return hyphen > 0 && numberOpeners.has(normal.slice(0, hyphen));
}

/** The sign of "40+" and "3m+" belongs to the number, as do the words of "40-plus" and "40-odd"; the one of a sum does not. */
function withPlus(tokens: readonly Token[], number: NumberAt): NumberAt {
  if (/^(?:plus|odd)$/.test(number.rest)) return { ...number, rest: '' };
  return number.rest === '' && isPlusAt(tokens, number.end) ? { ...number, end: number.end + 1 } : number;
}

/** True for a plus sign that sticks to what stands before it and to nothing behind it. */
export function isPlusAt(tokens: readonly Token[], i: number): boolean {
  const sign = tokens[i];
  const next = tokens[i + 1];
  return sign?.text === '+' && !sign.spaceBefore && (next === undefined || next.spaceBefore || next.kind !== 'number');
}

/** A number in figures or words with its scale, and nothing that sticks to it: "1.2 million", "four hundred", "40", "£2bn" without its mark. */
export function numberAt(tokens: readonly Token[], i: number): NumberAt | undefined {
  const number = looseNumberAt(tokens, i);
  return number?.rest === '' ? number : undefined;
}

/**
 * A number in figures or words with its scale. What sticks to it is its `rest`: "5kg", "40-per-cent", "four-point".
 *
 * @param isMoney Whether the sign of a currency stands before it.
 */
export function looseNumberAt(tokens: readonly Token[], i: number, isMoney = false): NumberAt | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const first = token.text.charCodeAt(0);
  if (isDigit(first) || first === 0x2e) {
    const digits = digitsOf(token.text);
    return digits && withPlus(tokens, figureAt(tokens, i, digits, isMoney));
  }
  if (!mayOpenNumber(token)) return undefined;
  const words = numberWords(tokens, i);
  const found = spelt(words, tokens[i - 1]?.normal !== 'between');
  const last = found && words[found.count - 1];
  if (!found || !last) return undefined;
  const { amount, scale } = found;
  const isFigure = scale > 1 || !Number.isInteger(amount);
  return withPlus(tokens, { amount, end: last.token + 1, isFigure, isScaled: scale > 1, scale, rest: last.rest });
}

/** A number whose first token holds these digits, with the scale and the unit that stick to it. */
export function figureAt(tokens: readonly Token[], i: number, digits: Digits, isMoney: boolean): NumberAt {
  const plain = digits.letters === '' ? grouped(tokens, i, digits) : { amount: digits.amount, end: i + 1 };
  let { amount, end } = plain;
  let scale = suffixScale(tokens, i, digits, isMoney);
  if (scale === undefined) return { amount, end, isFigure: true, isScaled: false, scale: 1, rest: digits.letters };
  let rest = '';
  const words = numberWords(tokens, end);
  // "2 and a half million"
  const half = words[0]?.word === 'and' && Number.isInteger(amount) ? fractionOf(words, 1) : undefined;
  amount += half?.amount ?? 0;
  let used = half ? 1 + half.count : 0;
  for (let by = scaleOf(words[used]?.word ?? ''); by !== undefined; by = scaleOf(words[++used]?.word ?? ''))
    scale *= by;
  const last = words[used - 1];
  if (last) {
    end = last.token + 1;
    rest = last.rest;
  } else if (isMoney && tokens[end]?.text === 'm') {
    scale = 1e6;
    end++;
  }
  if (rest === '' && isJoined(tokens, end) && !/^\p{Lu}/u.test(tokens[end + 1]?.text ?? '')) {
    rest = tokens[end + 1]?.normal ?? '';
    end += 2;
  }
  return { amount: exact(amount * scale), end, isFigure: true, isScaled: scale > 1, scale, rest };
}

/** Products of decimals without the dust of binary fractions: 1.1 million is 1,100,000. */
export const exact = (amount: number): number => (Math.abs(amount) < 1e15 ? Math.round(amount * 1e6) / 1e6 : amount);

/** What the letters behind a figure multiply it by: 1 where there are none; absent where they are no scale. */
function suffixScale(tokens: readonly Token[], i: number, { letters }: Digits, isMoney: boolean): number | undefined {
  if (letters === '') return 1;
  const next = tokens[i + 1];
  if (letters === 'm' && !isMoney && next && lengths.has(next.normal)) return undefined;
  return (
    suffixes.get(letters) ??
    (isMoney || (next && isCounted(next) && /^[KM]$/.test(letters)) ? moneySuffixes.get(letters) : undefined)
  );
}

/** A longer row of figures is no number, and is not looked at again from each of them. */
const mostGroups = 5;

/** "3 1/2", "1 ½", and thousands that spaces part: "1 000", "12 500 people". */
function grouped(
  tokens: readonly Token[],
  i: number,
  { amount }: Digits,
): { readonly amount: number; readonly end: number } {
  const { text } = tokens[i] as Token;
  if (!/^\d{1,3}$/.test(text)) return { amount, end: i + 1 };
  const mixed = mixedAt(tokens, i + 1);
  if (mixed) return { amount: amount + mixed.amount, end: mixed.end };
  let digits = text;
  let end = i + 1;
  let { at } = tokens[i] as Token;
  for (
    let next = tokens[end];
    next && end <= i + mostGroups && /^\d{3}$/.test(next.text) && next.spaceBefore;
    next = tokens[++end]
  ) {
    const before = tokens[end - 1] as Token;
    if (next.at !== before.at + before.text.length + 1) break;
    digits += next.text;
    at = next.at;
  }
  const behind = tokens[end];
  const isSure = at > (tokens[i] as Token).at && tokens[i - 1]?.kind !== 'number' && !text.startsWith('0');
  const isOne =
    isSure &&
    (tokens[i + 1]?.text.startsWith('0') || (behind !== undefined && (isCounted(behind) || behind.text === '%')));
  return isOne ? { amount: Number(digits), end } : { amount, end: i + 1 };
}

/** "1/2" or "½" behind a whole number, after a space or a hyphen. */
function mixedAt(tokens: readonly Token[], i: number): { readonly amount: number; readonly end: number } | undefined {
  const at = tokens[i]?.text === '-' && !tokens[i]?.spaceBefore && !tokens[i + 1]?.spaceBefore ? i + 1 : i;
  const text = tokens[at]?.text ?? '';
  const sign = vulgarFractions.get(text);
  if (sign !== undefined) return { amount: sign, end: at + 1 };
  const slash = /^([1-9])\/([2-9]|10|16)$/.exec(text);
  return slash && Number(slash[1]) < Number(slash[2])
    ? { amount: Number(slash[1]) / Number(slash[2]), end: at + 1 }
    : undefined;
}

/** The place in an order: "3rd", "the fourth"; absent for any other word. */
export function ordinalOf({ kind, text, normal }: Token): number | undefined {
  if (kind !== 'word' && /^\d{1,4}(?:st|nd|rd|th)$/.test(text)) return Number.parseInt(text, 10);
  return ordinals.has(normal) ? [...ordinals].indexOf(normal) + 3 : undefined;
}
