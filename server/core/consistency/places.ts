import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';

/**
 * Where each of some blocks stands in an article, in order: equal paragraphs may be one object at several places. Of the many other
 * blocks nothing is kept, since this is asked again at every keystroke.
 */
export function placesOf({ blocks }: Article, asked: Iterable<Block>): ReadonlyMap<Block, readonly PlacedBlock[]> {
  const places = new Map<Block, PlacedBlock[]>(Array.from(asked, block => [block, []]));
  if (places.size > 0) for (const placed of blocks) places.get(placed.block)?.push(placed);
  return places;
}
