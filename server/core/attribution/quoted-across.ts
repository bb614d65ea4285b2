import type { Article, PlacedBlock } from '../model/article.ts';
import { type Span, shift } from '../model/span.ts';
import { isOfSentences, isSpoken, ownersOfQuotations } from './quoted-on.ts';

/**
 * Quotations that are paragraphs of their own, in which nobody is credited with them, go on with the last attribution of the
 * paragraph before: "The minister was blunt, and said:", with three paragraphs of her speech behind it.
 *
 * @returns What the last attribution of a block has for content behind the block, in spans of the article, by the block's index.
 */
export function quotedAcross({ blocks }: Pick<Article, 'blocks'>): Map<number, readonly Span[]> {
  const found = new Map<number, readonly Span[]>();
  let last = -1;
  let content: Span[] = [];
  blocks.forEach((placed, index) => {
    const { kind, tokens, attributions } = placed.block;
    if (!/^(?:paragraph|list-item|quotation)$/.test(kind) || tokens.length === 0) return;
    const speech = uncredited(placed);
    if (speech.length === 0) {
      last = attributions.length > 0 ? index : -1;
      content = [];
    } else if (last >= 0) {
      content.push(...speech);
      found.set(last, content);
    }
  });
  return found;
}

/** What is quoted in a block that is speech, where the block credits nobody with any of it. */
function uncredited({ start, block }: PlacedBlock): Span[] {
  const { closes, leavesOpen } = block.quoting;
  const spoken: Span[] = block.quotations.filter(one => isSpoken(one) && isOfSentences(block, one));
  if (closes) spoken.unshift(closes);
  if (spoken.length === 0 && leavesOpen && leavesOpen.start === block.tokens[0]?.start) spoken.push(leavesOpen);
  const ownerOf = ownersOfQuotations(block.attributions);
  return spoken.some(ownerOf) ? [] : spoken.map(one => shift(one, start));
}
