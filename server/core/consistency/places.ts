import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';

const remembered = new WeakMap<Article, ReadonlyMap<Block, readonly PlacedBlock[]>>();

/** Where each block of an article stands, in order: equal paragraphs may be one object at several places. */
export function placesOf(article: Article): ReadonlyMap<Block, readonly PlacedBlock[]> {
  let known = remembered.get(article);
  if (!known) remembered.set(article, (known = findPlaces(article)));
  return known;
}

function findPlaces({ blocks }: Article): Map<Block, PlacedBlock[]> {
  const places = new Map<Block, PlacedBlock[]>();
  for (const placed of blocks) {
    const known = places.get(placed.block);
    if (known) known.push(placed);
    else places.set(placed.block, [placed]);
  }
  return places;
}
