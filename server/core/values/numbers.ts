import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};
const suffixes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
const lowWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const small: ReadonlyMap<string, number> = new Map([
  ...lowWords.split(' ').map((word, i) => [word, i] as const),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 30 + i * 10] as const),
]);
const vulgar: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
]);
const parts: ReadonlyMap<string, number> = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, i) => [word, [2, 3, 4, 5, 6, 7, 8, 9, 10][i] as number] as const),
);

const ordinals = wordSet(
  'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);

const openers: ReadonlySet<string> = new Set([
  ...small.keys(),
  ...[...parts.keys()].flatMap(part => [part, `${part}s`]),
  ...Object.keys(scales),
  ...ordinals,
]);

/** True for a token with which a number may begin; most words are sorted out here at once. */
export const mayOpenNumber = ({ kind, normal }: Token): boolean =>
  kind === 'number' || (kind === 'word' && (openers.has(normal) || normal.includes('-')));

/** A number and the index behind it. */
export interface NumberAt {
  readonly amount: number;
  readonly end: number;
  /** False for a small number that is spelt out and has no scale: "two men". */
  readonly isFigure: boolean;
  /** True where a scale stands behind it: "3 million", "4bn". */
  readonly isScaled: boolean;
}

/** A number in figures or words with its scale: "1.2 million", "four hundred", "40", "£2bn" without its mark. */
export function numberAt(tokens: readonly Token[], i: number): NumberAt | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const figures = /^(\d[\d,]*(?:\.\d+)?|\.\d+)(bn|m|k|tn)?$/.exec(token.text);
  const spelt = figures ? undefined : speltNumber(token.normal);
  if (spelt === undefined && !figures) return undefined;
  let amount = figures ? Number((figures[1] as string).replaceAll(',', '')) : (spelt as number);
  if (!Number.isFinite(amount)) return undefined;
  if (figures?.[2]) amount *= suffixes[figures[2]] ?? 1;
  let end = i + 1;
  let isFigure = figures !== null;
  let isScaled = figures?.[2] !== undefined;
  for (let scale = scaleAt(tokens, end); scale !== undefined; scale = scaleAt(tokens, end)) {
    amount *= scale;
    isFigure = true;
    isScaled = true;
    end++;
  }
  return { amount, end, isFigure, isScaled };
}

const scaleAt = (tokens: readonly Token[], i: number): number | undefined => {
  const word = tokens[i]?.normal ?? '';
  return Object.hasOwn(scales, word) ? scales[word] : undefined;
};

/** "seven", "twenty-three"; absent for any other word. */
export function speltNumber(word: string): number | undefined {
  const whole = small.get(word);
  if (whole !== undefined || !word.includes('-')) return whole;
  const [tens, units, more] = word.split('-');
  const ten = small.get(tens ?? '');
  const one = small.get(units ?? '');
  return more === undefined && ten !== undefined && ten >= 20 && one !== undefined && one < 10 && one > 0
    ? ten + one
    : undefined;
}

/** A share written as a fraction: "two-thirds", "three quarters", "1/2", "½". "A third" and "half" need "of" or "the" behind them. */
export function fractionAt(
  tokens: readonly Token[],
  i: number,
): { readonly amount: number; readonly end: number } | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const sign = vulgar.get(token.text);
  if (sign !== undefined) return { amount: sign, end: i + 1 };
  const slash = /^(\d{1,2})\/(\d{1,3})$/.exec(token.text);
  if (slash)
    return isShare(Number(slash[1]), Number(slash[2]))
      ? { amount: Number(slash[1]) / Number(slash[2]), end: i + 1 }
      : undefined;
  const [count, part, more] = token.normal.split('-');
  const joined = more === undefined && part !== undefined ? share(count, part) : undefined;
  if (joined !== undefined) return { amount: joined, end: i + 1 };
  const next = tokens[i + 1]?.normal ?? '';
  const apart = next.endsWith('s') || small.get(token.normal) === 1 ? share(token.normal, next) : undefined;
  if (apart !== undefined && small.has(token.normal)) return { amount: apart, end: i + 2 };
  const whole = parts.get(token.normal.replace(/s$/, ''));
  if (whole === undefined || !/^(?:of|the)$/.test(next)) return undefined;
  return /^(?:a|an|one|than|about|nearly|almost|over|around|roughly)$/.test(tokens[i - 1]?.normal ?? '') ||
    token.normal === 'half' ||
    token.normal.endsWith('s') ||
    next === 'of'
    ? { amount: 1 / whole, end: i + 1 }
    : undefined;
}

/** "9/11" and "24/7" are no shares. */
const isShare = (part: number, whole: number): boolean =>
  part > 0 && part < whole && (whole <= 10 || whole % 10 === 0 || whole === 16 || whole === 12);

function share(count: string | undefined, part: string): number | undefined {
  const number = small.get(count ?? '');
  const whole = parts.get(part.replace(/s$/, ''));
  return number === undefined || whole === undefined || number >= whole ? undefined : number / whole;
}

/** The place in an order: "3rd", "the fourth"; absent for any other word. */
export function ordinalOf({ kind, text, normal }: Token): number | undefined {
  if (kind !== 'word' && /^\d{1,4}(?:st|nd|rd|th)$/.test(text)) return Number.parseInt(text, 10);
  return ordinals.has(normal) ? [...ordinals].indexOf(normal) + 3 : undefined;
}
