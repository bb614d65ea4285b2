import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Text } from './values.ts';

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};
const small: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i] as const)
    .concat('thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 30 + i * 10] as const)),
);
const currencies = /^[$£€¥₹]$/;
const currencyWords = wordSet('dollars euros pounds cents pence rupees yen yuan roubles rubles');
const fractions =
  /^(?:half|third|thirds|quarter|quarters|fifth|fifths|two-thirds|three-quarters|one-third|one-quarter|three-fifths|two-fifths|four-fifths)$/;
const multiples = /^(?:twice|thrice|double|triple|twofold|threefold|fourfold|fivefold|tenfold)$/;

/**
 * Numbers with what they measure. A spelt number alone ("two men", "one of them") is no figure that anybody would look up,
 * so it counts only with a scale or a unit.
 *
 * @param dates Spans that are dates already, whose numbers are not counted again.
 */
export function readQuantities(text: Text, dates: readonly Span[]): Quantity[] {
  const { tokens } = text;
  const quantities: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (dates.some(date => overlaps(date, token))) continue;
    const found = quantityAt(tokens, i);
    if (!found) continue;
    const article = found.measure === 'ratio' && /^(?:an?|one)$/.test(tokens[i - 1]?.normal ?? '') ? 1 : 0;
    quantities.push({
      kind: 'quantity',
      measure: found.measure,
      ...(found.amount === undefined ? {} : { amount: found.amount }),
      ...spanOfTokens(text, i - article, found.end),
    });
    i = found.end - 1;
  }
  return quantities;
}

interface Found {
  readonly measure: Quantity['measure'];
  readonly amount?: number;
  readonly end: number;
}

function quantityAt(tokens: readonly Token[], i: number): Found | undefined {
  const token = tokens[i] as Token;
  if (currencies.test(token.text)) {
    const number = numberAt(tokens, i + 1);
    return number && { measure: 'money', amount: number.amount, end: number.end };
  }
  if (multiples.test(token.normal) && /^(?:as|the|that|its|their|since|in)$/.test(tokens[i + 1]?.normal ?? ''))
    return { measure: 'ratio', end: i + 1 };
  if (fractions.test(token.normal) && /^(?:of|the)$/.test(tokens[i + 1]?.normal ?? ''))
    return { measure: 'ratio', end: i + 1 };
  if (/\d(?:st|nd|rd|th)$/.test(token.text))
    return { measure: 'ordinal', amount: Number.parseInt(token.text, 10), end: i + 1 };
  const number = numberAt(tokens, i);
  if (!number) return undefined;
  const next = tokens[number.end];
  if (next?.text === '%' || next?.normal === 'percent')
    return { measure: 'percent', amount: number.amount, end: number.end + 1 };
  if (
    (next?.normal === 'per' && tokens[number.end + 1]?.normal === 'cent') ||
    (next?.normal === 'percentage' && /^points?$/.test(tokens[number.end + 1]?.normal ?? ''))
  )
    return { measure: 'percent', amount: number.amount, end: number.end + 2 };
  if (currencyWords.has(next?.normal ?? '')) return { measure: 'money', amount: number.amount, end: number.end + 1 };
  if (!number.figure || isLabel(tokens, i)) return undefined;
  return { measure: 'count', amount: number.amount, end: number.end + (isUnit(next) ? 1 : 0) };
}

/** The noun that a figure counts, where it follows at once: "140 years", "180 berths". */
const isUnit = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.spaceBefore &&
  /^\p{Ll}{3,}s$/u.test(token.text) &&
  !/^(?:was|has|is|his|its|this|as|plus|versus|less|across|thus|perhaps|always|besides)$/.test(token.normal);

/** A number in figures or words with its scale: "1.2 million", "four hundred", "40". `figure` is false for a spelt number without a scale. */
function numberAt(tokens: readonly Token[], i: number): { amount: number; end: number; figure: boolean } | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const spelt = small[token.normal] ?? speltCompound(token.normal);
  const figures = /^(\d[\d,]*(?:\.\d+)?)(bn|m|k|tn)?$/.exec(token.text);
  if (spelt === undefined && !figures) return undefined;
  let amount = figures ? Number((figures[1] as string).replaceAll(',', '')) : (spelt as number);
  if (figures?.[2]) amount *= figures[2] === 'k' ? 1e3 : (scales[figures[2]] ?? 1);
  let end = i + 1;
  let figure = figures !== null;
  for (let scale = scales[tokens[end]?.normal ?? '']; scale !== undefined; scale = scales[tokens[end]?.normal ?? '']) {
    amount *= scale;
    figure = true;
    end++;
  }
  return { amount, end, figure };
}

/** "twenty-three". */
function speltCompound(word: string): number | undefined {
  const [tens, units] = word.split('-');
  const sum = (small[tens ?? ''] ?? Number.NaN) + (small[units ?? ''] ?? Number.NaN);
  return units !== undefined && Number.isFinite(sum) ? sum : undefined;
}

/** A number that only names something: "9/11", "Article 5", "section 3", a list's "1.", "G 20". */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before?.text === '/' || after?.text === '/') return true;
  if (i === 0 && (after?.text === '.' || after?.text === ')')) return true;
  return /^(?:article|section|chapter|page|part|clause|no\.|number|channel|room|route|highway|level|phase|version|day|week|year|grade|point|rule|item|title)$/.test(
    before?.normal ?? '',
  );
}
