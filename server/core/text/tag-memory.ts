import type { Pos } from '../model/pos.ts';
import type { Token } from '../model/sentence.ts';

/**
 * Sentences that were tagged lately. Whoever types changes one sentence of a paragraph, and the tags of the others follow from their
 * words alone. A sentence takes the place of another where both lead to the same slot, so that what is remembered is bounded;
 * forgetting it changes nothing but the time taken.
 */
export interface TagMemory {
  /** The tokens of the sentence in each slot, tagged. */
  readonly slots: (readonly Token[] | undefined)[];
}

const slotBits = 9;
/** Longer sentences, in tokens, are rare, and not kept. */
const longestKept = 120;

/** Remembers no sentence yet. */
export const newTagMemory = (): TagMemory => ({ slots: Array.from({ length: 1 << slotBits }, () => undefined) });

/** Forgets every sentence. */
export function forget({ slots }: TagMemory): void {
  slots.fill(undefined);
}

/** Gives a half-open range of tokens, a whole sentence, the tags that the same sentence had before; false where it is not remembered. */
export function recallTags({ slots }: TagMemory, tokens: readonly Token[], first: number, end: number): boolean {
  const known = slots[slotOf(tokens, first, end)];
  if (known?.length !== end - first) return false;
  for (let i = first; i < end; i++) if (!isAlike(known[i - first] as Token, tokens[i] as Token)) return false;
  for (let i = first; i < end; i++) (tokens[i] as { pos: Pos }).pos = (known[i - first] as Token).pos;
  return true;
}

/** Remembers a half-open range of tagged tokens, a whole sentence. */
export function rememberTags({ slots }: TagMemory, tokens: readonly Token[], first: number, end: number): void {
  if (end - first <= longestKept) slots[slotOf(tokens, first, end)] = tokens.slice(first, end);
}

/** All of a token that the tagger looks at is its characters and whether white space stands before it. */
const isAlike = (a: Token, b: Token): boolean => a.text === b.text && a.spaceBefore === b.spaceBefore;

function slotOf(tokens: readonly Token[], first: number, end: number): number {
  let mixed = end - first;
  for (let i = first; i < end; i++) {
    const { text } = tokens[i] as Token;
    mixed = Math.imul(mixed ^ ((text.charCodeAt(0) << 8) | text.length), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> (32 - slotBits);
}
