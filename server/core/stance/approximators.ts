import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';

const articles = wordSet('a an');
const marksOfMoney = wordSet('$ £ € ¥ ₹');
const afterArticle = wordSet('hundred thousand million billion trillion third quarter half dozen decade century year');
const spelt = wordSet(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety half two-thirds three-quarters hundreds thousands millions double twice',
);

/** A figure, a spelt number or a fraction stands at `i`, an article or a mark of money before it at most. */
export function isFigure(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === 'number' || marksOfMoney.has(token.text) || spelt.has(token.normal)) return true;
  if (articles.has(token.normal)) return afterArticle.has(tokens[i + 1]?.normal ?? '');
  const hyphen = token.normal.indexOf('-');
  return hyphen > 0 && spelt.has(token.normal.slice(0, hyphen));
}

const beforeFigure = wordSet('about around some');

/**
 * The end of an approximator that only a figure makes one ("about 300", "close to half", "a year or so"), a token index;
 * `undefined` where none starts at `i`.
 */
export function figureApproximator(tokens: readonly Token[], i: number): number | undefined {
  const word = (tokens[i] as Token).normal;
  const next = tokens[i + 1]?.normal;
  if (beforeFigure.has(word)) return isFigure(tokens, i + 1) ? i + 1 : undefined;
  if (word === 'close' && next === 'to') return isFigure(tokens, i + 2) ? i + 2 : undefined;
  if (word === 'or' && next === 'so') return isFigure(tokens, i - 1) || isFigure(tokens, i - 2) ? i + 2 : undefined;
  return undefined;
}
