import type { Article } from './article.ts';
import type { Block } from './block.ts';

const blockLists = new WeakMap<Article, readonly Block[]>();

/** The blocks of an article without their places; the same list for each call. */
export function blocksIn(article: Article): readonly Block[] {
  let known = blockLists.get(article);
  if (!known) blockLists.set(article, (known = article.blocks.map(({ block }) => block)));
  return known;
}

interface Kept<Item, Made> {
  readonly items: readonly Item[];
  readonly made: readonly Made[];
}

/**
 * Lines up with a list what is made of each of its items by itself. Versions of a list share most of their items, and what was made
 * of these is handed on as it is, so that little more than the rest is looked at: a keystroke passes over thousands of blocks many times.
 *
 * @param make A pure function of an item.
 */
export function alongside<Item extends object, Made>(
  make: (item: Item) => Made,
): (items: readonly Item[]) => readonly Made[] {
  // A few items lead to the version before, since an edit seldom changes all of them.
  const keptWith = new WeakMap<Item, Kept<Item, Made>>();
  return items => {
    const probes = [items[0], items[items.length >> 1], items.at(-1)].filter(item => item !== undefined);
    const kept = nearest(
      probes.flatMap(item => keptWith.get(item) ?? []),
      items,
    );
    if (kept?.items === items) return kept.made;
    const made = { items, made: linedUp(kept ?? { items: [], made: [] }, items, make) };
    for (const item of probes) keptWith.set(item, made);
    return made.made;
  };
}

/** Of what is kept of several lists, such as a draft and one paragraph of it that is tried by itself, that which shares most with a list. */
function nearest<Item, Made>(known: readonly Kept<Item, Made>[], items: readonly Item[]): Kept<Item, Made> | undefined {
  let best: Kept<Item, Made> | undefined;
  let most = 0;
  for (const kept of known) {
    if (kept === best) continue;
    const { before, after } = unchanged(kept.items, items);
    if (before + after <= most) continue;
    most = before + after;
    best = kept;
  }
  return best;
}

function linedUp<Item, Made>(last: Kept<Item, Made>, items: readonly Item[], make: (item: Item) => Made): Made[] {
  const { before, after } = unchanged(last.items, items);
  const made = last.made.slice(0, before);
  const end = items.length - after;
  for (let at = before; at < end; at++) made.push(make(items[at] as Item));
  for (let at = last.made.length - after; at < last.made.length; at++) made.push(last.made[at] as Made);
  return made;
}

/** How many items at the start and at the end are the same in both lists. */
export function unchanged<Item>(old: readonly Item[], items: readonly Item[]): { before: number; after: number } {
  const most = Math.min(old.length, items.length);
  let before = 0;
  while (before < most && old[before] === items[before]) before++;
  let after = 0;
  while (after < most - before && old[old.length - 1 - after] === items[items.length - 1 - after]) after++;
  return { before, after };
}

/** Finds the blocks of an article of which something holds, by their index and in order, without looking at all of them each time. */
export function blocksThat(holds: (block: Block) => boolean): (article: Article) => readonly number[] {
  const answers = alongside(holds);
  return article => {
    const found: number[] = [];
    const all = answers(blocksIn(article));
    for (let index = 0; index < all.length; index++) if (all[index]) found.push(index);
    return found;
  };
}
