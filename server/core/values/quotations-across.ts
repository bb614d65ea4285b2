import type { Article, PlacedBlock } from '../model/article.ts';
import { type Span, shift } from '../model/span.ts';

/** A quotation that goes on over paragraphs. Its parts are spans of the article, one for each paragraph, marks included. */
export interface LongQuotation {
  /** Index of the article's block in which it opens. */
  readonly firstBlock: number;
  readonly parts: readonly Span[];
  /** False where no closing mark follows. */
  readonly closed: boolean;
}

/**
 * The quotations that go on over paragraphs: one stays open at the end of a block, and the next block opens with a mark again,
 * or has a closing mark that nothing in it opened. Headings, captions and boilerplate between do not count.
 */
export function longQuotations(article: Pick<Article, 'blocks'>): LongQuotation[] {
  const found: LongQuotation[] = [];
  let open: { firstBlock: number; parts: Span[] } | undefined;
  article.blocks.forEach((placed, index) => {
    const { block } = placed;
    if (!/^(?:paragraph|list-item|quotation)$/.test(block.kind) || block.tokens.length === 0) return;
    const part = open && continuation(placed);
    if (open && part) {
      open.parts.push(part);
      if (!block.quoting.leavesOpen) {
        found.push({ ...open, closed: true });
        open = undefined;
      }
    } else {
      if (open && open.parts.length > 1) found.push({ ...open, closed: false });
      open = undefined;
    }
    const { leavesOpen } = block.quoting;
    if (!open && leavesOpen) open = { firstBlock: index, parts: [shift(leavesOpen, placed.start)] };
  });
  if (open && (open as { parts: Span[] }).parts.length > 1)
    found.push({ ...(open as { firstBlock: number; parts: Span[] }), closed: false });
  return found;
}

/** The part of a block that goes on with a quotation left open before it; absent where it does not. */
function continuation({ start, block }: PlacedBlock): Span | undefined {
  const { opens, leavesOpen, closes } = block.quoting;
  if (closes) return shift(closes, start);
  if (!opens) return undefined;
  const first = block.quotations[0];
  if (leavesOpen?.start === block.tokens[0]?.start && leavesOpen) return shift(leavesOpen, start);
  return first && first.start === block.tokens[0]?.start
    ? shift({ start: first.start, end: first.end }, start)
    : undefined;
}
