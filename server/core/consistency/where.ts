import type { Article, PlacedBlock } from '../model/article.ts';

/** How a message names a block seen from another one: “the headline”, “this paragraph”, “paragraph 3”. */
export function whereIs(article: Article, other: PlacedBlock, from: PlacedBlock): string {
  if (other === from) return other.block.kind === 'heading' ? 'this heading' : 'this paragraph';
  if (other === article.blocks[0]) return other.block.kind === 'heading' ? 'the headline' : 'the opening';
  if (other.block.kind === 'heading') return `the heading “${other.block.prose.text.slice(0, 40)}”`;
  let numbers = remembered.get(article);
  if (!numbers) {
    let paragraphs = 0;
    numbers = new Map();
    for (const placed of article.blocks) {
      if (placed.block.kind !== 'heading' && placed !== article.blocks[0]) paragraphs++;
      numbers.set(placed, paragraphs);
    }
    remembered.set(article, numbers);
  }
  return `paragraph ${numbers.get(other)}`;
}

/** The number of each block’s paragraph, where any was asked for. */
const remembered = new WeakMap<Article, Map<PlacedBlock, number>>();
