import type { Article, PlacedBlock } from '../model/article.ts';
import { once } from '../model/once.ts';
import { firstWhere } from '../model/span.ts';

/** How a message names a block seen from another one: “the headline”, “this paragraph”, “paragraph 3”. */
export function whereIs(article: Article, other: PlacedBlock, from: PlacedBlock): string {
  if (other === from) return other.block.kind === 'heading' ? 'this heading' : 'this paragraph';
  if (other === article.blocks[0]) return other.block.kind === 'heading' ? 'the headline' : 'the opening';
  if (other.block.kind === 'heading') return `the heading “${other.block.prose.text.slice(0, 40)}”`;
  return `paragraph ${paragraphsOf(article)[firstWhere(article.blocks, ({ start }) => start >= other.start)]}`;
}

/** The number of each block’s paragraph, where any was asked for. */
const paragraphsOf = once(({ blocks }: Article): Uint32Array => {
  const numbers = new Uint32Array(blocks.length);
  let paragraphs = 0;
  for (const [index, { block }] of blocks.entries()) {
    if (block.kind !== 'heading' && index > 0) paragraphs++;
    numbers[index] = paragraphs;
  }
  return numbers;
});
