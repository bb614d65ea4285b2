import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Quantity } from '../model/value.ts';
import { currencyAt } from './currencies.ts';
import { isDigit } from './digits.ts';
import type { NumberAt } from './numbers.ts';

/** Adjectives that may stand between a number and what it counts. */
const between = wordSet('new more fewer extra other additional further different separate young old small large local');
const plurals = wordSet('people men women children police mice teeth feet sheep aircraft staff');
/** Signs of units, in lower case; "m" and "t" stand for other things too, and count only where they stick to the figure. */
const signs = wordSet(
  'km m cm mm mi ft lb lbs oz kg g mg t ha l ml cl mph kph kmh kw mw gw tw kwh mwh gwh twh hz khz mhz ghz kb mb gb tb yr yrs hr hrs min mins sec secs mpg rpm sq ppm bpd',
);
const glued = wordSet('m g t l min sec sq mi');
const pointSigns = wordSet('pp ppt ppts pps');
const basisSigns = wordSet('bp bps');
const notCounted = wordSet(
  'was has is his its this as plus versus less across thus perhaps always besides yes does minus towards afterwards',
);

/** What a number measures, and the index behind it. */
export interface Measure {
  readonly measure: Quantity['measure'];
  readonly unit?: string;
  /** What part of the measure it is: a basis point is a hundredth of a percentage point. */
  readonly part?: number;
  readonly end: number;
}

/** The unit behind a number: stuck to it ("5kg", "40-per-cent"), or as words of its own. */
export function measureOf(tokens: readonly Token[], number: NumberAt): Measure | undefined {
  const { end, rest } = number;
  if (rest === '') return measureAt(tokens, end);
  const words = rest.split('-');
  const [first = '', second = ''] = words;
  // "a 2-per cent cut" has a space where others have a hyphen.
  const next = second || (tokens[end]?.normal ?? '');
  const named = nameOf(first, next);
  if (named) return { ...named.what, end: end + (named.words > words.length ? 1 : 0) };
  if (basisSigns.has(first)) return { ...basis, end };
  if (pointSigns.has(first)) return { measure: 'percentage-points', end };
  const money = currencyAt(tokens, end, first);
  if (money) return { ...money, end };
  if (signs.has(first)) return { measure: 'count', unit: first, end };
  // "a 15-year lease", "a four-point lead"; but no "5G" and no "4chan".
  const isStuck = isDigit(tokens[end - 1]?.text.charCodeAt(0) ?? 0);
  return !isStuck && /^\p{Ll}{3,}$/u.test(first) ? { measure: 'count', unit: first, end } : undefined;
}

const basis = { measure: 'percentage-points', part: 1 / 100 } as const;

/** "per cent", "percentage points", "basis points", and how many words they take. */
function nameOf(
  word: string,
  next: string,
): { readonly what: Omit<Measure, 'end'>; readonly words: number } | undefined {
  const isPoints = /^points?$/.test(next);
  switch (word) {
    case '%':
    case 'percent':
    case 'pc':
      return { what: { measure: isPoints ? 'percentage-points' : 'percent' }, words: isPoints ? 2 : 1 };
    case 'per':
      return next === 'cent' ? { what: { measure: 'percent' }, words: 2 } : undefined;
    case 'percentage':
      return isPoints ? { what: { measure: 'percentage-points' }, words: 2 } : undefined;
    case 'basis':
      return isPoints ? { what: basis, words: 2 } : undefined;
    default:
      return undefined;
  }
}

/** The unit that words name: "per cent", "dollars", "new homes", "km", "°C". */
export function measureAt(tokens: readonly Token[], i: number): Measure | undefined {
  const next = tokens[i];
  if (!next) return undefined;
  const [first = '', second] = next.normal.split('-');
  const named = nameOf(first, second ?? tokens[i + 1]?.normal ?? '');
  if (named) return { ...named.what, end: i + (second === undefined ? named.words : 1) };
  const money = currencyAt(tokens, i);
  if (money) return money;
  if (next.text === '°') return { measure: 'count', ...degreesAt(tokens, i) };
  if (isCounted(next)) return { measure: 'count', unit: next.normal, end: i + 1 };
  if (next.kind !== 'word') return undefined;
  if (signs.has(next.normal) && next.spaceBefore) {
    const rate = rateAt(tokens, i);
    if (rate || !glued.has(next.normal)) return rate ?? { measure: 'count', unit: next.normal, end: i + 1 };
  }
  if (basisSigns.has(next.normal)) return { ...basis, end: i + 1 };
  if (pointSigns.has(next.normal)) return { measure: 'percentage-points', end: i + 1 };
  const noun = tokens[i + 1];
  if (between.has(next.normal) && noun && isCounted(noun)) return { measure: 'count', unit: noun.normal, end: i + 2 };
  return undefined;
}

/** "km/h", "g/km": one measure, for which neither of its units stands. */
function rateAt(tokens: readonly Token[], i: number): Measure | undefined {
  const slash = tokens[i + 1];
  const per = tokens[i + 2];
  if (slash?.text !== '/' || slash.spaceBefore || per?.kind !== 'word' || per.spaceBefore) return undefined;
  const unit = `${tokens[i]?.normal}/${per.normal}`;
  return per.text.length < 4 ? { measure: 'count', unit, end: i + 3 } : undefined;
}

/** "°C", "° F", "°". */
function degreesAt(tokens: readonly Token[], i: number): { readonly unit: string; readonly end: number } {
  const scale = tokens[i + 1]?.text ?? '';
  return /^[CFK]$/.test(scale) ? { unit: `°${scale}`, end: i + 2 } : { unit: '°', end: i + 1 };
}

/** The noun that a figure counts, where it follows at once: "140 years", "180 berths", "40 people". */
export const isCounted = (token: Token): boolean =>
  token.kind === 'word' &&
  token.spaceBefore &&
  ((token.text.endsWith('s') && /^\p{Ll}{3,}s$/u.test(token.text) && !notCounted.has(token.normal)) ||
    plurals.has(token.text));
