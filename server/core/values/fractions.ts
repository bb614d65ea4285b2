import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { vulgarFractions } from './digits.ts';
import { scaleOf, smallNumber } from './number-words.ts';

const parts: ReadonlyMap<string, number> = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'.split(' ').map((word, i) => [word, i + 2] as const),
);
/** In front of these it is no share but one of several stretches: "the third quarter of 2020", "the first half". */
const tellApart = wordSet(
  'first second third fourth last next final opening closing latter former other each every same latest previous current fiscal latin french jewish that this',
);

/** A share of 1, and the index behind it. */
export interface Fraction {
  readonly amount: number;
  readonly end: number;
}

/** A share of a number or of one unit: "a quarter of a million", "half a per cent". */
export interface PartOf extends Fraction {
  /** The number that it is part of; 1 where it is part of one unit. */
  readonly scale: number;
  /** What the same word goes on with: "point" in "half-point". */
  readonly rest: string;
}

/** True for a token with which a fraction may begin and a number does not. */
export const mayOpenFraction = ({ normal, text }: Token): boolean =>
  fractionWords.has(normal) || (text.length === 1 && vulgarFractions.has(text)) || isHalfWord(normal);

/** Words that are a fraction, or with which one ends. */
export const fractionWords: ReadonlySet<string> = new Set([...parts.keys()].flatMap(part => [part, `${part}s`]));
const isHalfWord = (normal: string): boolean => /^(?:half|quarter)-/.test(normal);

/** A share written as a fraction: "two-thirds", "three quarters", "1/2", "½". "A third" and "half" need "of" or "the" behind them, or words on both sides that show a share. */
export function fractionAt(tokens: readonly Token[], i: number): Fraction | undefined {
  const share = shareAt(tokens, i);
  return share?.isSure && share.rest === '' ? { amount: share.amount, end: share.end } : undefined;
}

/** A share of a number, or of one unit, which stands behind it: "half a million", "a quarter of a percentage point", "a half-point". */
export function partOfNumberAt(tokens: readonly Token[], i: number): PartOf | undefined {
  const share = shareAt(tokens, i);
  const whole = share && wholeAt(tokens, share.end, share.rest);
  return whole && { amount: share.amount * whole.scale, ...whole };
}

interface Share {
  readonly amount: number;
  readonly end: number;
  readonly rest: string;
  /** False for "half", "quarter" and the like with nothing that shows them to be a share. */
  readonly isSure: boolean;
}

function shareAt(tokens: readonly Token[], i: number): Share | undefined {
  const token = tokens[i] as Token;
  const sign = vulgarFractions.get(token.text);
  if (sign !== undefined) return { amount: sign, end: i + 1, rest: '', isSure: true };
  if (token.kind === 'number') {
    const slash = /^(\d{1,2})\/(\d{1,3})$/.exec(token.text);
    return slash && isShare(Number(slash[1]), Number(slash[2]))
      ? { amount: Number(slash[1]) / Number(slash[2]), end: i + 1, rest: '', isSure: true }
      : undefined;
  }
  const [count = '', part = '', ...more] = token.normal.split('-');
  const joined = part === '' ? undefined : share(count, part);
  if (joined !== undefined) return { amount: joined, end: i + 1, rest: more.join('-'), isSure: more.length === 0 };
  const before = tokens[i - 1]?.normal ?? '';
  const next = tokens[i + 1]?.normal ?? '';
  const apart = next.endsWith('s') || smallNumber(token.normal) === 1 ? share(token.normal, next) : undefined;
  if (apart !== undefined) return { amount: apart, end: i + 2, rest: '', isSure: true };
  const whole = parts.get(part === '' ? token.normal.replace(/s$/, '') : count);
  if (whole === undefined || tellApart.has(before)) return undefined;
  // "The third of May" and "the fifth of six" are places in an order.
  if (before === 'the' && token.normal !== 'half' && !token.normal.endsWith('s')) return undefined;
  const isSure =
    part === '' &&
    ((/^(?:of|the)$/.test(next) &&
      (next === 'of' ||
        token.normal === 'half' ||
        token.normal.endsWith('s') ||
        /^(?:a|an|one|than|about|nearly|almost|over|around|roughly)$/.test(before))) ||
      isMeasured(tokens, i) ||
      isOneOfTwo(tokens, i));
  return { amount: 1 / whole, end: i + 1, rest: [part, ...more].filter(Boolean).join('-'), isSure };
}

const measuring = wordSet('by than almost nearly about around roughly over under least');
const behindMeasured = wordSet(
  'are were is was have had say said since in between from and but while when after as compared over within each on for last this',
);

/** "by a quarter since 2010", "more than a third were": the words on both sides show a share, but not "by a third party". */
function isMeasured(tokens: readonly Token[], i: number): boolean {
  const isCountedOut = /^(?:an?|one)$/.test(tokens[i - 1]?.normal ?? '');
  if (!isCountedOut && tokens[i]?.normal !== 'half') return false;
  const next = tokens[i + 1];
  return (
    measuring.has(tokens[i - (isCountedOut ? 2 : 1)]?.normal ?? '') &&
    (next === undefined || next.kind === 'punctuation' || next.kind === 'quote' || behindMeasured.has(next.normal))
  );
}

/** "a third to a half": a share beside another. */
function isOneOfTwo(tokens: readonly Token[], i: number): boolean {
  const isShareAt = (article: number): boolean =>
    /^(?:an?|one)$/.test(tokens[article]?.normal ?? '') && parts.has(tokens[article + 1]?.normal ?? '');
  const isLink = (at: number): boolean => /^(?:to|and|or)$/.test(tokens[at]?.normal ?? '');
  return isShareAt(i - 1) && ((isLink(i + 1) && isShareAt(i + 2)) || (isLink(i - 2) && isShareAt(i - 4)));
}

/** "a million", "of a million", "of one per cent", "-million" behind a share: the number that it is part of, or one unit. */
function wholeAt(tokens: readonly Token[], end: number, rest: string): Omit<PartOf, 'amount'> | undefined {
  if (rest !== '') {
    const words = rest.split('-');
    const at = words[0] === 'a' ? 1 : 0;
    const scale = scaleOf(words[at] ?? '');
    return { scale: scale ?? 1, end, rest: words.slice(scale === undefined ? at : at + 1).join('-') };
  }
  const of = tokens[end]?.normal === 'of' ? end + 1 : end;
  const one = /^(?:an?|one)$/.test(tokens[of]?.normal ?? '') ? of + 1 : of;
  // "Half million" needs no article, "half of millions" is none.
  if (one === of && of > end) return undefined;
  const [word = '', ...more] = tokens[one]?.normal.split('-') ?? [];
  const scale = scaleOf(word);
  if (scale !== undefined && scale !== 100) return { scale, end: one + 1, rest: more.join('-') };
  return one > of ? { scale: 1, end: one, rest: '' } : undefined;
}

/** "9/11" and "24/7" are no shares. */
const isShare = (part: number, whole: number): boolean =>
  part > 0 && part < whole && (whole <= 10 || whole % 10 === 0 || whole === 16 || whole === 12);

function share(count: string, part: string): number | undefined {
  const number = smallNumber(count);
  const whole = parts.get(part.replace(/s$/, ''));
  return number === undefined || whole === undefined || number >= whole ? undefined : number / whole;
}
