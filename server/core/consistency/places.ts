import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';

/** Where each block of an article stands, in order: equal paragraphs may be one object at several places. */
export const placesOf = once(({ blocks }: Article): ReadonlyMap<Block, readonly PlacedBlock[]> => {
  const places = new Map<Block, PlacedBlock[]>();
  for (const placed of blocks) {
    const known = places.get(placed.block);
    if (known) known.push(placed);
    else places.set(placed.block, [placed]);
  }
  return places;
});
