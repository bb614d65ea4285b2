/** Does things that have the same key one after the other, in the order in which they were asked for. */
export function createTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (waiting.get(key) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    waiting.set(key, settled);
    void settled.then(() => {
      if (waiting.get(key) === settled) waiting.delete(key);
    });
    return turn;
  };
}
