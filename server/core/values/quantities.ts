import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { fractionAt, mayOpenNumber, type NumberAt, numberAt, ordinalOf } from './numbers.ts';
import { baseAfter, boundBefore } from './quantity-context.ts';
import type { Text } from './values.ts';

const currencies = /^[$£€¥₹₽₩₺]$/;
const currencyCodes = wordSet('USD EUR GBP CHF JPY CNY INR SEK NOK DKK AUD CAD NZD US A C NZ HK');
const currencyWords = wordSet(
  'dollar dollars euro euros pounds cents pence rupees yen yuan roubles rubles francs kronor krone pesos',
);
const multiples = wordSet('twice thrice double triple quadruple twofold threefold fourfold fivefold tenfold');
const times = wordSet(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
);
/** Adjectives that may stand between a number and what it counts. */
const between = wordSet('new more fewer extra other additional further different separate young old small large local');
const plurals = wordSet('people men women children police mice teeth feet sheep aircraft staff km kg miles mph ha');

type Found = Omit<Quantity, 'kind' | 'start' | 'end' | 'bound' | 'base'> & {
  readonly end: number;
  /** The first token, where it is before the one that was looked at. */
  readonly first?: number;
};

/**
 * Numbers with what they measure. A spelt number alone ("two men", "one of them") is no figure that anybody would look up,
 * so it counts only with a scale or a unit.
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
    const bound = boundBefore(tokens, first);
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

function quantityAt(tokens: readonly Token[], i: number): Found | undefined {
  const token = tokens[i] as Token;
  if (token.kind === 'symbol') return currencies.test(token.text) ? moneyAt(tokens, i) : undefined;
  if (!mayOpenNumber(token) && !multiples.has(token.normal)) return undefined;
  if (multiples.has(token.normal) && /^(?:as|the|that|its|their|since|in)$/.test(tokens[i + 1]?.normal ?? ''))
    return { measure: 'ratio', end: i + 1 };
  const odds = /^(\d+)-to-(\d+)$/.exec(token.text);
  if (odds) return { measure: 'ratio', amount: Number(odds[1]) / Number(odds[2]), end: i + 1 };
  const fraction = fractionAt(tokens, i);
  // "a third" is the figure, and not "third".
  const article = /^(?:an?|one)$/.test(tokens[i - 1]?.normal ?? '') ? 1 : 0;
  if (fraction) return { measure: 'ratio', first: i - article, ...fraction };
  const ordinal = ordinalOf(token);
  if (ordinal !== undefined) return { measure: 'ordinal', amount: ordinal, end: i + 1 };
  const number = numberAt(tokens, i);
  if (!number) return undefined;
  return ratioAt(tokens, number) ?? colonRatioAt(tokens, i, number) ?? measured(tokens, i, number);
}

/** "$3 million", "US$5", "£10m to £15m". */
function moneyAt(tokens: readonly Token[], i: number): Found | undefined {
  const low = numberAt(tokens, i + 1);
  if (!low) return undefined;
  const before = tokens[i - 1];
  const first = before && !tokens[i]?.spaceBefore && currencyCodes.has(before.text) ? i - 1 : i;
  const second = isRangeMark(tokens, first, low.end) ? low.end + 1 : -1;
  const high =
    second < 0 ? undefined : numberAt(tokens, currencies.test(tokens[second]?.text ?? '') ? second + 1 : second);
  const unit = (first < i ? before?.text : '') + (tokens[i] as Token).text;
  if (!high || high.amount <= 0) return { measure: 'money', amount: low.amount, unit, first, end: low.end };
  // "$10 to $15 million" shares its scale; "$3.5 million to $4bn" has one for each.
  const scale = !low.isScaled && low.amount < high.amount / 1000 ? scaleOf(high) : 1;
  return { measure: 'money', amount: low.amount * scale, upTo: high.amount, unit, first, end: high.end };
}

/** "one in five", "three out of four", "two of every three", "10 to 1". */
function ratioAt(tokens: readonly Token[], number: NumberAt): Found | undefined {
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
  if (word(0) === 'to')
    return whole.amount < number.amount && whole.amount <= 3
      ? { measure: 'ratio', amount: number.amount / whole.amount, end: whole.end }
      : undefined;
  const isYear = /^(?:1\d|20)\d\d$/.test(tokens[number.end + length]?.text ?? '');
  if (whole.amount <= number.amount || isYear || times.has(tokens[whole.end]?.normal ?? '')) return undefined;
  return { measure: 'ratio', amount: number.amount / whole.amount, end: whole.end };
}

/** "a ratio of 3:1", "odds of 3:1": without a word for it, it may be a score or a verse. */
function colonRatioAt(tokens: readonly Token[], i: number, number: NumberAt): Found | undefined {
  const colon = tokens[number.end];
  if (colon?.text !== ':' || colon.spaceBefore) return undefined;
  const whole = numberAt(tokens, number.end + 1);
  if (!whole || whole.amount === 0 || tokens[number.end + 1]?.spaceBefore) return undefined;
  const isNamed = tokens
    .slice(Math.max(0, i - 3), i)
    .some(({ normal }) => /^(?:ratios?|odds|proportions?)$/.test(normal));
  return isNamed ? { measure: 'ratio', amount: number.amount / whole.amount, end: whole.end } : undefined;
}

/** A number or a range with its unit. */
function measured(tokens: readonly Token[], i: number, low: NumberAt): Found | undefined {
  const first = currencyCodes.has(tokens[i - 1]?.text ?? '') && (tokens[i - 1]?.text.length ?? 0) === 3 ? i - 1 : i;
  // A unit may stand behind both numbers: "10 per cent to 15 per cent".
  const lowUnit = unitAt(tokens, low.end);
  const mark = lowUnit?.measure && lowUnit.measure !== 'count' ? lowUnit.end : low.end;
  const second = isRangeMark(tokens, i, mark) ? numberAt(tokens, mark + 1) : undefined;
  const high = second && second.amount > low.amount ? second : undefined;
  const unit = unitAt(tokens, high ? high.end : low.end);
  const end = unit?.end ?? (high ? high.end : low.end);
  const { part = 1 } = unit ?? {};
  const upTo = high ? { upTo: high.amount * part } : {};
  if (first < i)
    return { measure: 'money', amount: low.amount, ...upTo, unit: (tokens[first] as Token).text, first, end };
  if (unit && unit.measure !== 'count') {
    const { measure, unit: name } = unit;
    return { measure, amount: low.amount * part, ...upTo, ...(name ? { unit: name } : {}), end };
  }
  if (!(low.isFigure || high?.isFigure) || isLabel(tokens, i)) return undefined;
  return { measure: 'count', amount: low.amount, ...upTo, ...(unit?.unit ? { unit: unit.unit } : {}), end };
}

interface Unit {
  readonly measure: Quantity['measure'];
  readonly unit?: string;
  /** What part of the measure it is: a basis point is a hundredth of a percentage point. */
  readonly part?: number;
  readonly end: number;
}

function unitAt(tokens: readonly Token[], i: number): Unit | undefined {
  const next = tokens[i];
  if (!next) return undefined;
  const after = tokens[i + 1]?.normal ?? '';
  if (next.text === '%' || /^(?:percent|pc)$/.test(next.normal)) {
    const points = /^points?$/.test(after);
    return { measure: points ? 'percentage-points' : 'percent', end: i + (points ? 2 : 1) };
  }
  if (next.normal === 'per' && after === 'cent') return { measure: 'percent', end: i + 2 };
  if (next.normal === 'percentage' && /^points?$/.test(after)) return { measure: 'percentage-points', end: i + 2 };
  if (next.normal === 'basis' && /^points?$/.test(after))
    return { measure: 'percentage-points', part: 1 / 100, end: i + 2 };
  if (currencyWords.has(next.normal)) return { measure: 'money', unit: next.normal, end: i + 1 };
  if (isCounted(next)) return { measure: 'count', unit: next.normal, end: i + 1 };
  const noun = tokens[i + 1];
  if (between.has(next.normal) && noun && isCounted(noun)) return { measure: 'count', unit: noun.normal, end: i + 2 };
  return undefined;
}

/** The noun that a figure counts, where it follows at once: "140 years", "180 berths", "40 people". */
const isCounted = (token: Token): boolean =>
  token.kind === 'word' &&
  token.spaceBefore &&
  ((/^\p{Ll}{3,}s$/u.test(token.text) &&
    !/^(?:was|has|is|his|its|this|as|plus|versus|less|across|thus|perhaps|always|besides)$/.test(token.normal)) ||
    plurals.has(token.text));

/** "10 to 15", "10–15", "between 10 and 15". A hyphen counts too; a score, whose second number is lower, is sorted out later. */
function isRangeMark(tokens: readonly Token[], first: number, i: number): boolean {
  const mark = tokens[i]?.normal ?? '';
  return /^(?:to|or|–|-|—)$/.test(mark) || (mark === 'and' && tokens[first - 1]?.normal === 'between');
}

function scaleOf({ amount }: NumberAt): number {
  return amount >= 1e12 ? 1e12 : amount >= 1e9 ? 1e9 : amount >= 1e6 ? 1e6 : amount >= 1e3 ? 1e3 : 1;
}

/** A number that only names something: "9/11", "Article 5", "section 3", a list's "1.", "G 20". */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before?.text === '/' || after?.text === '/') return true;
  if (i === 0 && (after?.text === '.' || after?.text === ')')) return true;
  return /^(?:article|art\.|section|sect?\.|chapter|ch\.|page|pp?\.|part|clause|nos?\.|number|channel|room|route|highway|level|phase|version|day|week|year|grade|point|rule|item|title|fig\.|figure|table|vol\.)$/.test(
    before?.normal ?? '',
  );
}
