import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { isCounted } from './measures.ts';
import { smallNumber } from './number-words.ts';
import { type NumberAt, numberAt } from './numbers.ts';

/** A ratio, and the index behind it; its amount is absent where one side is nought. */
export interface Ratio {
  readonly measure: 'ratio';
  readonly amount?: number;
  readonly end: number;
}

const multiples: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['thrice', 3],
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twenty', 'hundred'].map(
    word => [`${word}fold`, smallNumber(word) ?? 100] as const,
  ),
]);
/** Verbs that say how many times as much something became. */
const multiplied: ReadonlyMap<string, number> = new Map([
  ...['doubled', 'doubles', 'doubling'].map(word => [word, 2] as const),
  ...['trebled', 'trebles', 'trebling', 'tripled', 'triples', 'tripling'].map(word => [word, 3] as const),
  ...['quadrupled', 'quadruples', 'quadrupling'].map(word => [word, 4] as const),
  ...['quintupled', 'quintuples'].map(word => [word, 5] as const),
  ['halved', 1 / 2],
  ['halves', 1 / 2],
  ['halving', 1 / 2],
]);
const stretches = wordSet(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
);
/** Behind these two numbers are no range but a score. */
const contests = wordSet(
  'vote votes win victory loss defeat draw majority lead ruling decision margin score split verdict scoreline thrashing',
);

/** Words that are a ratio by themselves: "twice", "tenfold", "doubled". */
export const ratioWords: ReadonlySet<string> = new Set([...multiples.keys(), ...multiplied.keys()]);

/** "twice as many", "double the rate", "a tenfold rise", "rents doubled"; not "they doubled back" and "in the halves". */
export function wordRatioAt(tokens: readonly Token[], i: number): Ratio | undefined {
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  const amount = multiples.get(token.normal);
  if (amount !== undefined)
    return token.normal.endsWith('fold') || /^(?:as|the|that|its|their|since|in)$/.test(next?.normal ?? '')
      ? { measure: 'ratio', amount, end: i + 1 }
      : undefined;
  const times = multiplied.get(token.normal);
  const isVerb = times !== undefined && (token.pos === 'verb' || token.pos === 'x');
  return isVerb && !/^(?:up|down|back|over|as|off)$/.test(next?.normal ?? '')
    ? { measure: 'ratio', amount: times, end: i + 1 }
    : undefined;
}

/** "3-to-1"; "nine-to-five" hours are none. */
export function oddsOf({ text }: Token, i: number): Ratio | undefined {
  const odds = text.includes('-to-') ? /^(\d+)-to-(\d+)$/.exec(text) : null;
  return odds && text !== '9-to-5' ? ratio(Number(odds[1]), Number(odds[2]), i + 1) : undefined;
}

/** A ratio that opens with a number: "one in five", "10 to 1", "5:1", "2–1", "40-fold", "1.5x". */
export function ratioAt(tokens: readonly Token[], i: number, number: NumberAt): Ratio | undefined {
  return (
    multipleOf(tokens, number) ??
    shareOfAll(tokens, i, number) ??
    colonRatioAt(tokens, i, number) ??
    scoreAt(tokens, i, number)
  );
}

/** "40-fold", "ten-fold", "1.5x", "2.5×", "one-in-five". */
function multipleOf(tokens: readonly Token[], { amount, end, rest }: NumberAt): Ratio | undefined {
  if (rest === 'fold' || rest === 'x') return { measure: 'ratio', amount, end };
  const shared = rest.startsWith('in-') ? (smallNumber(rest.slice(3)) ?? Number(rest.slice(3))) : 0;
  if (shared > amount) return ratio(amount, shared, end);
  const sign = tokens[end];
  return rest === '' && sign?.text === '×' && !sign.spaceBefore && tokens[end + 1]?.kind !== 'number'
    ? { measure: 'ratio', amount, end: end + 1 }
    : undefined;
}

/** "one in five", "three out of four", "two of every three", "10 to 1". */
function shareOfAll(tokens: readonly Token[], i: number, number: NumberAt): Ratio | undefined {
  if (number.rest !== '') return undefined;
  const word = (offset: number) => tokens[number.end + offset]?.normal;
  const length =
    word(0) === 'in'
      ? word(1) === 'every'
        ? 2
        : 1
      : word(0) === 'out' && word(1) === 'of'
        ? word(2) === 'every'
          ? 3
          : 2
        : word(0) === 'of' && word(1) === 'every'
          ? 2
          : word(0) === 'to'
            ? 1
            : 0;
  const whole = length > 0 ? numberAt(tokens, number.end + length) : undefined;
  if (!whole || whole.amount === 0) return undefined;
  // "from 5 to 3 per cent" is a fall.
  if (word(0) === 'to' && tokens[i - 1]?.normal === 'from') return undefined;
  if (word(0) === 'to')
    return whole.amount < number.amount && whole.amount <= 3
      ? ratio(number.amount, whole.amount, whole.end)
      : undefined;
  const isYear = /^(?:1\d|20)\d\d$/.test(tokens[number.end + length]?.text ?? '');
  if (whole.amount <= number.amount || isYear || stretches.has(tokens[whole.end]?.normal ?? '')) return undefined;
  return ratio(number.amount, whole.amount, whole.end);
}

/** "odds of 3:1", "a 5:1 majority"; behind a name it is a verse. */
function colonRatioAt(tokens: readonly Token[], i: number, number: NumberAt): Ratio | undefined {
  const colon = tokens[number.end];
  if (colon?.text !== ':' || colon.spaceBefore || tokens[number.end + 1]?.spaceBefore) return undefined;
  const whole = numberAt(tokens, number.end + 1);
  const before = tokens[i - 1];
  const isVerse = before !== undefined && before.at > 0 && /^\p{Lu}\p{Ll}/u.test(before.text);
  return whole && !isVerse ? ratio(number.amount, whole.amount, whole.end) : undefined;
}

/** "won 2–1", "by 52-48": the lower number behind, or a word for a contest. */
function scoreAt(tokens: readonly Token[], i: number, number: NumberAt): Ratio | undefined {
  const mark = tokens[number.end];
  const second = tokens[number.end + 1];
  if (!mark || !/^[-–]$/.test(mark.text) || mark.spaceBefore || second?.spaceBefore || number.isScaled)
    return undefined;
  if (!/^\d{1,3}$/.test(tokens[i]?.text ?? '') || !/^\d{1,3}$/.test(second?.text ?? '')) return undefined;
  const whole = Number(second?.text);
  const end = number.end + 2;
  const next = tokens[end];
  // A third number makes it a telephone number or a line-up.
  if (/^[-–]$/.test(next?.text ?? '') && !next?.spaceBefore) return undefined;
  if (next && (next.text === '%' || isCounted(next)) && whole > number.amount) return undefined;
  return whole <= number.amount || contests.has(next?.normal ?? '') ? ratio(number.amount, whole, end) : undefined;
}

const ratio = (part: number, whole: number, end: number): Ratio =>
  whole === 0 ? { measure: 'ratio', end } : { measure: 'ratio', amount: part / whole, end };
