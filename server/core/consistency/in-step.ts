import { blocksIn, unchanged } from '../model/alongside.ts';
import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';

/** Something that is derived from all blocks of an article together, whatever their order, and how blocks come and go. */
export interface Derived<State> {
  create(): State;
  /** Blocks that were not there before; `isAll` where there were none at all. */
  add(state: State, blocks: readonly Block[], isAll: boolean): void;
  remove(state: State, blocks: readonly Block[]): void;
}

interface Kept<State> {
  blocks: readonly Block[];
  state: State;
  /** At how many places each block stands: equal paragraphs may be one object. */
  counts: Map<Block, number>;
}

/**
 * Keeps what is derived from the blocks of an article in step with its versions, in proportion to the blocks that changed.
 * The state is the same as if made from scratch; it is valid until the next article is asked for.
 */
export function keptInStep<State>(derived: Derived<State>): (article: Article) => State {
  const keptWith = new WeakMap<Block, Kept<State>>();
  return article => {
    const blocks = blocksIn(article);
    const probes = [blocks[0], blocks[blocks.length >> 1], blocks.at(-1)];
    let kept = probes.map(block => block && keptWith.get(block)).find(known => known !== undefined);
    const same = { ...(kept ? unchanged(kept.blocks, blocks) : { before: 0, after: 0 }) };
    // Where most has changed, starting anew is quicker than clearing away.
    if (!kept || same.before + same.after < kept.blocks.length / 2) {
      kept = { blocks: [], state: derived.create(), counts: new Map() };
      same.before = 0;
      same.after = 0;
    }
    const { counts, state, blocks: old } = kept;
    const fresh = blocks.slice(same.before, blocks.length - same.after);
    const added: Block[] = [];
    for (const block of fresh) {
      const count = counts.get(block) ?? 0;
      if (count === 0) added.push(block);
      counts.set(block, count + 1);
      keptWith.set(block, kept);
    }
    const removed: Block[] = [];
    for (const block of old.slice(same.before, old.length - same.after)) {
      const count = (counts.get(block) as number) - 1;
      if (count > 0) counts.set(block, count);
      else {
        counts.delete(block);
        // A block that was taken away and put back within one edit was never added.
        const at = added.indexOf(block);
        if (at >= 0) added.splice(at, 1);
        else removed.push(block);
      }
    }
    if (removed.length > 0) derived.remove(state, removed);
    if (added.length > 0) derived.add(state, added, old.length === 0);
    kept.blocks = blocks;
    return state;
  };
}
