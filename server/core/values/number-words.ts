import type { Token } from '../model/sentence.ts';

const lowWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const low: ReadonlyMap<string, number> = new Map(lowWords.split(' ').map((word, i) => [word, i]));
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + i * 10]),
);
/** What a word multiplies the number before it by. */
const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  // India's.
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);
const parts: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['quarter', 4],
  ['quarters', 4],
  ['thirds', 3],
]);
/** The most words that one number takes, with room to spare. */
const mostWords = 16;

/** A word or a piece of a hyphenated one. */
export interface NumberWord {
  readonly word: string;
  /** Index of its token. */
  readonly token: number;
  /** What its token says behind it: "year-old" behind "five" in "twenty-five-year-old". */
  readonly rest: string;
}

/** A number in words, and how many of the words it takes. */
export interface Spelt {
  readonly amount: number;
  readonly count: number;
  /** What its last scale multiplies by; 1 where it has none. */
  readonly scale: number;
}

export const scaleOf = (word: string): number | undefined => scales.get(word);

/** "seven", "forty"; absent for any other word. */
export const smallNumber = (word: string): number | undefined => low.get(word) ?? tens.get(word);

/** Words with which a number in words begins, but for "a" in front of a scale. */
export const numberOpeners: ReadonlySet<string> = new Set([...low.keys(), ...tens.keys()]);

/** "dozen", "million" and the like. */
export const scaleWords: ReadonlySet<string> = new Set(scales.keys());

/** "a" in front of a scale: "a million", "a hundred-strong". */
export function isOneScale(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.normal ?? '';
  const hyphen = next.indexOf('-');
  return scales.has(hyphen < 0 ? next : next.slice(0, hyphen));
}

const isNumberWord = (word: string): boolean =>
  low.has(word) ||
  tens.has(word) ||
  scales.has(word) ||
  parts.has(word) ||
  word === 'and' ||
  word === 'a' ||
  word === 'point';

/**
 * The words of numbers at an index and behind it, as far as nothing else comes between. A hyphen that is a token of its own,
 * as it is behind figures ("3-million"), joins like one inside a word.
 */
export function numberWords(tokens: readonly Token[], first: number): NumberWord[] {
  const words: NumberWord[] = [];
  for (let i = isJoined(tokens, first) ? first + 1 : first; words.length < mostWords; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return words;
    const { normal } = token;
    for (let at = 0; at < normal.length; ) {
      const hyphen = normal.indexOf('-', at);
      const end = hyphen < 0 ? normal.length : hyphen;
      const word = normal.slice(at, end);
      if (!isNumberWord(word)) return words;
      words.push({ word, token: i, rest: normal.slice(end + 1) });
      at = end + 1;
    }
  }
  return words;
}

/** A hyphen without spaces, and a word behind it: "3-million". */
export const isJoined = (tokens: readonly Token[], hyphen: number): boolean =>
  tokens[hyphen]?.text === '-' &&
  !tokens[hyphen]?.spaceBefore &&
  tokens[hyphen + 1]?.kind === 'word' &&
  !tokens[hyphen + 1]?.spaceBefore;

/**
 * The number that words spell: "one hundred and twenty", "two and a half million", "twenty-five hundred", "a dozen".
 *
 * @param mayJoin Whether "and" may be part of it: "between five hundred and six" has two numbers.
 */
export function spelt(words: readonly NumberWord[], mayJoin: boolean): Spelt | undefined {
  const word = (i: number) => words[i]?.word ?? '';
  const isArticle = word(0) === 'a';
  if (isArticle && !scales.has(word(1))) return undefined;
  /** What lies before the last great scale, and what lies behind it. */
  let total = 0;
  let group: number | undefined = isArticle ? 1 : undefined;
  let scale = 1;
  let least = Number.POSITIVE_INFINITY;
  let i = isArticle ? 1 : 0;
  for (; i < words.length; i++) {
    const next = smallNumber(word(i));
    const by = scales.get(word(i));
    if (next !== undefined) {
      if (!goesOn(group, next)) break;
      group = (group ?? 0) + next;
    } else if (by === 100) {
      if (!group || group >= 100 || !Number.isInteger(group)) break;
      group *= by;
      scale = by;
    } else if (by !== undefined) {
      // "A hundred thousand million" goes on; "two thousand million" too.
      if (group === undefined && total > 0 && scales.has(word(i - 1))) total *= by;
      else if (group !== undefined && group > 0 && by < least) {
        total += group * by;
        least = by;
      } else break;
      group = undefined;
      scale = by;
    } else if (word(i) === 'and' && mayJoin) {
      const half = fractionOf(words, i + 1);
      if (half) {
        // "A million and a half" is half a million more, "one and a half million" is not.
        if (group === undefined) total += half.amount * scale;
        else group += half.amount;
        i += half.count;
      } else if (!joinsMore(words, i, scale)) break;
    } else if (word(i) === 'point' && group !== undefined && low.has(word(i + 1))) {
      for (let digit = 0.1; (low.get(word(i + 1)) ?? 10) < 10; digit /= 10, i++)
        group += (low.get(word(i + 1)) as number) * digit;
    } else break;
  }
  const amount = total + (group ?? 0);
  return i > (isArticle ? 1 : 0) ? { amount: Math.round(amount * 1e6) / 1e6, count: i, scale } : undefined;
}

/** "Twenty five", "two hundred five"; but not "five six". */
const goesOn = (group: number | undefined, next: number): boolean =>
  group === undefined ||
  (group > 0 && group % 100 === 0) ||
  (next > 0 && next < 10 && group % 100 >= 20 && group % 10 === 0);

/** "One hundred and twenty" is one number, "a thousand and two thousand" is two, and so is "a hundred and somebody". */
function joinsMore(words: readonly NumberWord[], and: number, scale: number): boolean {
  const word = (i: number) => words[i]?.word ?? '';
  if (!scales.has(word(and - 1)) || word(and - 1) === 'dozen' || smallNumber(word(and + 1)) === undefined) return false;
  const behind = (low.get(word(and + 2)) ?? 10) < 10 && tens.has(word(and + 1)) ? and + 3 : and + 2;
  const next = scales.get(word(behind));
  return next === undefined || (scale === 100 && next >= 1000);
}

/** "a half", "three quarters" and the like, behind "and". */
export function fractionOf(
  words: readonly NumberWord[],
  i: number,
): { readonly amount: number; readonly count: number } | undefined {
  const part = parts.get(words[i + 1]?.word ?? '');
  const count = words[i]?.word === 'a' ? 1 : low.get(words[i]?.word ?? '');
  return part !== undefined && count !== undefined && count > 0 && count < part
    ? { amount: count / part, count: 2 }
    : undefined;
}
