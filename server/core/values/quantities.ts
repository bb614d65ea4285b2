import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { currencyBefore, currencyWord, isCountryOfSign, isCurrencySign } from './currencies.ts';
import { digitsOf, isDigit } from './digits.ts';
import { fractionAt, fractionWords, mayOpenFraction, partOfNumberAt } from './fractions.ts';
import { type Measure, measureOf } from './measures.ts';
import { isOneScale, numberOpeners, scaleWords } from './number-words.ts';
import {
  exact,
  figureAt,
  isPlusAt,
  looseNumberAt,
  mayOpenNumber,
  type NumberAt,
  ordinalOf,
  ordinals,
} from './numbers.ts';
import { baseAfter, boundBefore } from './quantity-context.ts';
import { oddsOf, ratioAt, ratioWords, wordRatioAt } from './ratios.ts';
import { plurals, uncountedAt } from './uncounted.ts';
import type { Text } from './values.ts';

type Found = Omit<Quantity, 'kind' | 'start' | 'end' | 'bound' | 'base'> & {
  readonly end: number;
  /** The first token, where it is before the one that was looked at. */
  readonly first?: number;
};

/**
 * Numbers with what they measure. A spelt number alone ("two men", "one of them") is no figure that anybody would look up,
 * so it counts only with a scale, a measure or a bound.
 *
 * @param dates Spans in order that are dates or times already, whose numbers are not counted again.
 */
export function readQuantities(text: Text, dates: readonly Span[]): Quantity[] {
  const { tokens } = text;
  const quantities: Quantity[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    while (next < dates.length && (dates[next] as Span).end <= token.start) next++;
    const date = dates[next];
    if (date && date.start < token.end) continue;
    const found = quantityAt(tokens, i);
    if (!found) continue;
    const { end, first = i, ...what } = found;
    // "between 5 and 7 p.m.", "from 9 to 10:30 a.m.": the number is an hour.
    if (date && date.start < (tokens[end - 1] as Token).end) continue;
    if (date && isHour(tokens, first, end, date)) continue;
    const bound = boundIn(tokens, first, end) ?? boundBefore(tokens, first);
    const base = baseAfter(tokens, end);
    quantities.push({
      kind: 'quantity',
      ...what,
      ...(bound ? { bound } : {}),
      ...(base ? { base: spanOfTokens(text, base[0], base[1]) } : {}),
      ...spanOfTokens(text, first, end),
    });
    i = end - 1;
  }
  return quantities;
}

const isHour = (tokens: readonly Token[], first: number, end: number, { start }: Span): boolean =>
  end - first === 1 &&
  /^(?:from|between)$/.test(tokens[first - 1]?.normal ?? '') &&
  /^(?:to|and)$/.test(tokens[end]?.normal ?? '') &&
  tokens[end + 1]?.start === start;

/** "40+ villages" and "40-plus villages" are at least 40, "40-odd villages" about as many. */
function boundIn(tokens: readonly Token[], first: number, end: number): Quantity['bound'] {
  for (let i = first; i < end; i++) {
    const normal = tokens[i]?.normal ?? '';
    if ((i > first && isPlusAt(tokens, i)) || /(?:^|-)plus$/.test(normal)) return 'at-least';
    if (/(?:^|-)odd$/.test(normal)) return 'about';
  }
  return undefined;
}

const openers: ReadonlySet<string> = new Set([
  ...numberOpeners,
  ...scaleWords,
  ...fractionWords,
  ...ordinals,
  ...ratioWords,
  ...plurals,
]);

/** Sorts out most words by one look each. */
function mayOpenQuantity(tokens: readonly Token[], i: number): boolean {
  const { text, normal } = tokens[i] as Token;
  if (normal === 'a') return isOneScale(tokens, i);
  if (openers.has(normal) || isDigit(text.charCodeAt(0))) return true;
  // "USD500", "Rs500"; "twenty-five", "½-mile".
  return isDigit(text.charCodeAt(3)) || isDigit(text.charCodeAt(2)) || normal.includes('-');
}

function quantityAt(tokens: readonly Token[], i: number): Found | undefined {
  const token = tokens[i] as Token;
  if (token.kind !== 'word' && token.kind !== 'number')
    return isCurrencySign(token) ? moneyAt(tokens, i) : minusAt(tokens, i);
  if (token.kind === 'word') {
    if (!mayOpenQuantity(tokens, i)) return undefined;
    if (ratioWords.has(token.normal)) return wordRatioAt(tokens, i);
  }
  const isNumber = mayOpenNumber(token);
  if (isNumber || mayOpenFraction(token)) {
    const share = oddsOf(token, i) ?? shareAt(tokens, i);
    if (share) return share;
  }
  const amount = ordinalOf(token);
  if (amount !== undefined) return { measure: 'ordinal', amount, end: i + 1 };
  if (!isNumber) return token.kind === 'word' ? (uncountedAt(tokens, i) ?? joinedMoneyAt(tokens, i)) : undefined;
  const number = looseNumberAt(tokens, i);
  return number && (ratioAt(tokens, i, number) ?? measured(tokens, i, number));
}

/** "a third", "half a million homes", "a quarter of a per cent". */
function shareAt(tokens: readonly Token[], i: number): Found | undefined {
  // "a third" is the figure, and not "third".
  const first = i - (/^(?:an?|one)$/.test(tokens[i - 1]?.normal ?? '') ? 1 : 0);
  const part = partOfNumberAt(tokens, i);
  if (part) {
    const unit = measureOf(tokens, { ...part, isFigure: true, isScaled: part.scale > 1 });
    if (part.scale > 1 || (unit && isTold(unit))) return { ...quantityOf(part, undefined, unit), first };
  }
  const more = oneAndAHalfAt(tokens, i);
  if (more) return more;
  const share = fractionAt(tokens, i);
  return share && { measure: 'ratio', first, ...share };
}

/** "a year and a half", by its last word; but no "a year and a half-empty hall". */
function oneAndAHalfAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = (offset: number) => tokens[i - offset]?.normal ?? '';
  if (word(0) !== 'half' || !/^an?$/.test(word(1)) || word(2) !== 'and' || !/^(?:an?|one)$/.test(word(4)))
    return undefined;
  const unit = tokens[i - 3] as Token;
  return unit.pos === 'noun' && !isPlainNoun(tokens[i + 1])
    ? { measure: 'count', amount: 1.5, unit: unit.normal, first: i - 4, end: i + 1 }
    : undefined;
}

const isPlainNoun = (token: Token | undefined): boolean => token?.pos === 'noun' || token?.pos === 'adj';

/** "−5°C", "-3.2%", "minus 40". A hyphen needs a space before it and none behind. */
function minusAt(tokens: readonly Token[], i: number): Found | undefined {
  const { text, spaceBefore } = tokens[i] as Token;
  const next = tokens[i + 1];
  if ((text !== '-' && text !== '−') || !next || next.spaceBefore || !spaceBefore) return undefined;
  if (next.kind !== 'number' && !isCurrencySign(next)) return undefined;
  const found = quantityAt(tokens, i + 1);
  return found?.amount !== undefined && found.measure !== 'ratio' && found.measure !== 'ordinal'
    ? { ...found, amount: -found.amount, first: i }
    : undefined;
}

/** "$3 million", "US$5", "£10m to £15m", "$3-million". */
function moneyAt(tokens: readonly Token[], i: number): Found | undefined {
  const low = looseNumberAt(tokens, i + 1, true);
  if (!low) return undefined;
  const sign = tokens[i] as Token;
  const before = tokens[i - 1];
  const first = !sign.spaceBefore && isCountryOfSign(before) ? i - 1 : i;
  const second = isRangeMark(tokens, first, low.end) ? low.end + 1 : -1;
  const mark = tokens[second];
  const isSigned = mark !== undefined && isCurrencySign(mark);
  const other = second < 0 ? undefined : looseNumberAt(tokens, isSigned ? second + 1 : second, true);
  // "£500 to 40 schools": without a sign of its own, what counts something else is no sum.
  const high = other && (isSigned || measureOf(tokens, other)?.measure !== 'count') ? other : undefined;
  // "from £3.5 to £2.1m"
  const isShared =
    isSigned && high && low.scale === 1 && !Number.isInteger(low.amount) && low.amount > high.amount / high.scale;
  if (isShared) {
    const what = { measure: 'money', unit: (first < i ? before?.text : '') + sign.text, end: low.end } as const;
    return { ...quantityOf({ ...low, amount: exact(low.amount * high.scale) }, undefined, what), first };
  }
  const unit = (first < i ? before?.text : '') + sign.text;
  return { ...quantityOf(low, high, { measure: 'money', unit, end: high?.end ?? low.end }), first };
}

/** "USD500", "Rs500". */
function joinedMoneyAt(tokens: readonly Token[], i: number): Found | undefined {
  const joined = currencyWord((tokens[i] as Token).text);
  const digits = joined && digitsOf(joined.digits);
  const number = digits && figureAt(tokens, i, digits, true);
  return number && { measure: 'money', amount: number.amount, unit: joined.unit, end: number.end };
}

/** A number or a range with its unit. */
function measured(tokens: readonly Token[], i: number, low: NumberAt): Found | undefined {
  const currency = currencyBefore(tokens, i);
  const first = currency?.first ?? i;
  const lowUnit = measureOf(tokens, low);
  if (low.rest !== '' && !lowUnit) return undefined;
  // A unit may stand behind both numbers: "10 per cent to 15 per cent".
  const mark = lowUnit && lowUnit.measure !== 'count' ? lowUnit.end : low.end;
  const upTo = behindHungUnit(tokens, mark) ?? (isRangeMark(tokens, first, mark) ? mark + 1 : undefined);
  const second = upTo === undefined ? undefined : looseNumberAt(tokens, upTo);
  const highUnit = second && measureOf(tokens, second);
  const fallen = second && !currency && fallenFrom(tokens, i, low, second, highUnit);
  if (fallen) return fallen;
  const high = second && second.amount > low.amount && (second.rest === '' || highUnit) ? second : undefined;
  const unit = high ? highUnit : lowUnit;
  const end = unit?.end ?? high?.end ?? low.end;
  if (currency) return { ...quantityOf(low, high, { measure: 'money', unit: currency.unit, end }), first };
  if (unit && unit.measure !== 'count') return quantityOf(low, high, unit);
  const isFigure =
    low.isFigure || high?.isFigure || (unit && (low.amount > mostPlain || isTold(unit))) || isBounded(tokens, i, low);
  if (!isFigure || isLabel(tokens, i)) return undefined;
  if (unit === undefined && (isNickname(tokens, first, high?.end ?? low.end) || (!high && isModel(tokens, i))))
    return undefined;
  return quantityOf(low, high, unit ?? { measure: 'count', end });
}

/** "from 4.1 to 3.2 million tonnes", "from 5 to 3 per cent": the higher number, which shares what stands behind the lower one. */
function fallenFrom(
  tokens: readonly Token[],
  i: number,
  { amount, scale, end, rest }: NumberAt,
  lower: NumberAt,
  unit: Measure | undefined,
): Found | undefined {
  if (tokens[i - 1]?.normal !== 'from' || tokens[end]?.normal !== 'to' || scale > 1 || rest !== '') return undefined;
  if (amount <= lower.amount / lower.scale) return undefined;
  // Nobody counts less than one of anything, so a fraction shows that the scale is left out.
  const isShared = lower.scale > 1 ? !Number.isInteger(amount) : unit !== undefined && unit.measure !== 'count';
  if (!isShared) return undefined;
  return quantityOf({ amount: exact(amount * lower.scale), scale: 1, end }, undefined, {
    ...(unit ?? { measure: 'count' }),
    end,
  });
}

/** Units of which even one, or half of one, is a figure: "a four-point lead", "half a per cent". */
const isTold = ({ measure, unit }: Measure): boolean => measure !== 'count' || unit === 'point';

/** Up to here a number in words is said in passing. */
const mostPlain = 10;

/** "fewer than ten", "at least three", "up to six"; but "more than one" is no figure. */
const isBounded = (tokens: readonly Token[], i: number, { amount }: NumberAt): boolean =>
  amount > 1 &&
  (/^(?:than|least|most)$/.test(tokens[i - 1]?.normal ?? '') ||
    (tokens[i - 1]?.normal === 'to' && tokens[i - 2]?.normal === 'up')) &&
  boundBefore(tokens, i) !== undefined;

/** A number, or two, in a unit. The lower one shares the scale of the other: "five or six million", but not "500 to a million". */
function quantityOf(
  low: Pick<NumberAt, 'amount' | 'scale' | 'end'>,
  high: NumberAt | undefined,
  unit: Measure = { measure: 'count', end: high?.end ?? low.end },
): Found {
  const { measure, unit: name, part = 1, end } = unit;
  const isShared = high && low.scale === 1 && low.amount < high.amount / high.scale;
  const amount = low.amount * (isShared ? high.scale : 1) * part;
  return {
    measure,
    amount,
    ...(high && high.amount * part > amount ? { upTo: high.amount * part } : {}),
    ...(name ? { unit: name } : {}),
    end,
  };
}

/** "10 to 15", "10–15", "between 10 and 15". A hyphen counts too; a score, whose second number is lower, is sorted out before. */
function isRangeMark(tokens: readonly Token[], first: number, i: number): boolean {
  const mark = tokens[i]?.normal ?? '';
  return /^(?:to|or|–|-|—)$/.test(mark) || (mark === 'and' && tokens[first - 1]?.normal === 'between');
}

/** "10- to 15-year": the index behind the hyphen that waits for its unit and the word that leads to it. */
function behindHungUnit(tokens: readonly Token[], i: number): number | undefined {
  const hyphen = tokens[i];
  const isHung = hyphen?.text === '-' && !hyphen.spaceBefore && tokens[i + 1]?.spaceBefore;
  return isHung && /^(?:to|or)$/.test(tokens[i + 1]?.normal ?? '') ? i + 2 : undefined;
}

const behindNickname = wordSet('is was does did will from at in on for with when because');

/** "The 54 did not come", "on the 27,": with an article and nothing that it counts, a figure in digits is what something is called. */
function isNickname(tokens: readonly Token[], first: number, end: number): boolean {
  if (tokens[first - 1]?.normal !== 'the' || end > first + 1) return false;
  const next = tokens[end];
  return next === undefined || next.kind === 'punctuation' || next.kind === 'quote' || behindNickname.has(next.normal);
}

/**
 * "Windows 11", "the Boeing 737", "OAuth 2.0": behind a name and with nothing that it counts, a short figure tells which one of that name.
 * "In Leeds 40 came" opens with a phrase of its own.
 */
function isModel(tokens: readonly Token[], i: number): boolean {
  const name = tokens[i - 1];
  const isNamed = name?.pos === 'propn' || (name?.pos === 'noun' && /^\p{Lu}/u.test(name.text));
  if (!isNamed || !/^\d{1,4}(?:\.\d+)*$/.test(tokens[i]?.text ?? '')) return false;
  let first = i - 1;
  while (tokens[first - 1]?.pos === 'propn') first--;
  const opener = tokens[first - 1];
  return !(opener?.pos === 'adp' && /^\p{Lu}/u.test(opener.text));
}

/** True where a mark stands between two digits without spaces. */
const isGlued = (tokens: readonly Token[], i: number): boolean =>
  !tokens[i]?.spaceBefore && tokens[i + 1]?.kind === 'number' && !tokens[i + 1]?.spaceBefore;

/** A number that only names something: "9/11", "Article 5", "section 3", a list's "1.", "G 20". */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before?.text === '/' || after?.text === '/') return true;
  // What is left of a version or of a standard: "v2.0.0", "X.509".
  if (before?.text === '.' && !before.spaceBefore && !tokens[i]?.spaceBefore) return true;
  // Both halves of a verse: "Ruth 1:4".
  if (
    before?.text === ':'
      ? !before.spaceBefore && !tokens[i]?.spaceBefore
      : after?.text === ':' && isGlued(tokens, i + 1)
  )
    return true;
  if (i === 0 && (after?.text === '.' || after?.text === ')')) return true;
  return /^(?:flight|gate|platform|tram|junction|article|art\.|section|sect?\.|chapter|ch\.|page|pp?\.|part|clause|nos?\.|number|channel|room|route|highway|level|phase|version|day|week|year|grade|point|rule|item|title|fig\.|figure|table|vol\.)$/.test(
    before?.normal ?? '',
  );
}
