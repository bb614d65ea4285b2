/** Numbers from 0 to 1 that look random and are the same for the same seed, so that a fit comes out the same every time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Puts items in an order of chance (Fisher and Yates). */
export function shuffle<Item>(items: Item[], chance: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
}
