import type { Article, PlacedBlock } from '../model/article.ts';
import { once } from '../model/once.ts';
import type { Quantity } from '../model/value.ts';
import { differ } from './differing.ts';
import { type Figure, figuresOf } from './figures.ts';
import { titleOf } from './title.ts';

/** A figure of the headline that the body does not carry. */
export interface HeadlineFigure {
  readonly figure: Figure;
  readonly headline: PlacedBlock;
  /** What the body says of the same thing instead, where it says anything. */
  readonly instead?: { readonly figure: Figure; readonly placed: PlacedBlock };
}

/** The first paragraph may be a headline with a stop, if it is no longer than this, in tokens. */
const longestHeadline = 30;
const fewestBlocks = 3;
/** “10 reasons to …” counts what follows, which the body need not say. */
const listLength = 25;

/** The figures of an article's headline, and of the title in its front matter, that its body does not give, or gives differently. Two rules ask for them. */
export const headlineFigures = once((article: Article): readonly HeadlineFigure[] => {
  const title = titleOf(article);
  const [opening, ...body] = article.blocks;
  return [...(title ? missedFrom(title, article.blocks) : []), ...(opening ? missedFrom(opening, body) : [])];
});

/** The figures of a headline that what stands under it does not give, or gives differently. */
function missedFrom(headline: PlacedBlock, body: readonly PlacedBlock[]): HeadlineFigure[] {
  const { kind, tokens, sentences } = headline.block;
  const isHeading = kind === 'heading';
  const isLong = body.length >= fewestBlocks;
  if (!isHeading && (!isLong || kind !== 'paragraph' || tokens.length > longestHeadline || sentences.length > 2))
    return [];
  const figures = figuresOf(headline.block).filter(isWeighty);
  if (figures.length === 0) return [];
  return figures.flatMap((figure): HeadlineFigure[] => {
    if (isListLength(figure, headline) || body.some(({ block }) => carries(block.values, figure.value as Quantity)))
      return [];
    const instead = insteadOf(figure, body);
    // Without a heading, this may as well be the first sentence of the text, which says things once; and a body that is only begun may yet say them.
    if (!instead && !(isHeading && isLong)) return [];
    return [{ figure, headline, ...(instead ? { instead } : {}) }];
  });
}

const isWeighty = ({ value }: Figure): boolean =>
  value.kind === 'quantity' &&
  value.amount !== undefined &&
  (value.measure === 'percent' || value.measure === 'money' || (value.measure === 'count' && value.amount >= 10));

const isListLength = ({ start, value }: Figure, { block }: PlacedBlock): boolean =>
  value.kind === 'quantity' &&
  value.measure === 'count' &&
  (value.amount ?? 0) <= listLength &&
  start === block.tokens[0]?.start;

/** Whether a block gives a figure, in whatever words. */
const carries = (values: PlacedBlock['block']['values'], figure: Quantity): boolean =>
  values.some(
    value =>
      value.kind === 'quantity' &&
      value.amount !== undefined &&
      (value.measure === figure.measure || (value.measure === 'ratio' && figure.measure === 'percent')) &&
      !differ(value.measure === 'ratio' ? { ...value, amount: value.amount * 100, bound: 'about' } : value, figure),
  );

/** The figure of the body that is said of the same thing in the most of the same words, or the only one that counts such things at all. */
function insteadOf(figure: Figure, body: readonly PlacedBlock[]): HeadlineFigure['instead'] {
  let best: HeadlineFigure['instead'];
  const alike: NonNullable<HeadlineFigure['instead']>[] = [];
  let most = 1;
  for (const placed of body)
    for (const other of figuresOf(placed.block)) {
      if (other.sort !== figure.sort || (figure.head !== 0 && other.head !== 0 && figure.head !== other.head)) continue;
      const shared = new Set(figure.near.filter(stem => other.all.has(stem))).size;
      const weight = shared + (figure.head !== 0 && figure.head === other.head ? 1 : 0);
      if (weight > 0 && figure.head === other.head) alike.push({ figure: other, placed });
      if (weight > most) {
        most = weight;
        best = { figure: other, placed };
      }
    }
  const [only] = alike;
  return best ?? (only && alike.every(one => isSameAmount(one.figure, only.figure)) ? only : undefined);
}

const isSameAmount = ({ value: a }: Figure, { value: b }: Figure): boolean =>
  a.kind === 'quantity' && b.kind === 'quantity' && a.amount === b.amount;
