import type { Article, PlacedBlock } from '../model/article.ts';
import { once } from '../model/once.ts';

/** How a message names a block seen from another one: “the headline”, “this paragraph”, “paragraph 3”. */
export function whereIs(article: Article, other: PlacedBlock, from: PlacedBlock): string {
  if (other === from) return other.block.kind === 'heading' ? 'this heading' : 'this paragraph';
  if (other === article.blocks[0]) return other.block.kind === 'heading' ? 'the headline' : 'the opening';
  if (other.block.kind === 'heading') return `the heading “${other.block.prose.text.slice(0, 40)}”`;
  return `paragraph ${paragraphsOf(article).get(other)}`;
}

/** The number of each block’s paragraph, where any was asked for. */
const paragraphsOf = once(({ blocks }: Article): ReadonlyMap<PlacedBlock, number> => {
  const numbers = new Map<PlacedBlock, number>();
  let paragraphs = 0;
  for (const placed of blocks) {
    if (placed.block.kind !== 'heading' && placed !== blocks[0]) paragraphs++;
    numbers.set(placed, paragraphs);
  }
  return numbers;
});
