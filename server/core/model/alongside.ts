import type { Article } from './article.ts';
import type { Block } from './block.ts';
import { once } from './once.ts';

/** The blocks of an article without their places; the same list for each call. */
export const blocksIn = once(({ blocks }: Article): readonly Block[] => blocks.map(({ block }) => block));

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
    const probes = probesOf(items);
    const known = probes.flatMap(item => keptWith.get(item) ?? []);
    const same = known.find(kept => kept.items === items);
    if (same) return same.made;
    const last = nearest(known, items);
    const made = linedUp(last, items, make);
    const kept = { items, made };
    // The version before is forgotten, of which an item may long outlive it; not so a draft of which one paragraph is tried.
    if (last.kept && 2 * (last.before + last.after) >= last.kept.items.length)
      for (const item of probesOf(last.kept.items)) if (keptWith.get(item) === last.kept) keptWith.delete(item);
    for (const item of probes) keptWith.set(item, kept);
    return made;
  };
}

const probesOf = <Item>(items: readonly Item[]): readonly Item[] =>
  [items[0], items[items.length >> 1], items.at(-1)].filter(item => item !== undefined);

/** The last version of a list, if there is one, and what of it is the same as in the next one. */
interface Last<Item, Made> extends Shared {
  readonly kept?: Kept<Item, Made>;
}

/** Of what is kept of several lists, such as a draft and one paragraph of it that is tried by itself, that which shares most with a list. */
function nearest<Item, Made>(known: readonly Kept<Item, Made>[], items: readonly Item[]): Last<Item, Made> {
  let best: Last<Item, Made> = { before: 0, after: 0 };
  for (const kept of new Set(known)) {
    const shared = unchanged(kept.items, items);
    if (shared.before + shared.after > best.before + best.after) best = { kept, ...shared };
  }
  return best;
}

function linedUp<Item, Made>(
  { kept, before, after }: Last<Item, Made>,
  items: readonly Item[],
  make: (item: Item) => Made,
): Made[] {
  const made = kept?.made ?? [];
  // Engines copy a stretch of a list at once, but one that grows item by item again and again.
  return made.slice(0, before).concat(
    items.slice(before, items.length - after).map(item => make(item)),
    made.slice(made.length - after),
  );
}

/** How many items at the start and at the end are the same in two lists. */
export interface Shared {
  readonly before: number;
  readonly after: number;
}

/** For each list, the one that it was compared with last, since all that is made of the blocks of a version asks for the same. */
const compared = new WeakMap<object, { readonly old: object; readonly shared: Shared }>();

/** Tells how many items at the start and at the end are the same in two lists. */
export function unchanged<Item>(old: readonly Item[], items: readonly Item[]): Shared {
  let known = compared.get(items);
  if (known?.old !== old) {
    known = { old, shared: compare(old, items) };
    compared.set(items, known);
    // Else each version would keep all before it.
    compared.delete(old);
  }
  return known.shared;
}

function compare<Item>(old: readonly Item[], items: readonly Item[]): Shared {
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
