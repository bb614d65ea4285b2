/** Fails the test with a message that says what was expected; there is no `node:assert` in a web worker. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails the test unless both are the same by value, as JSON sees it. */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  assert(found === wanted, `${what}: expected ${wanted}, found ${found}`);
}

/** What `eventually` takes for "not yet". */
type Answer<T> = T | undefined | false;

/**
 * Asks until there is an answer, and gives it.
 *
 * An editor settles in its own time, and says `Canceled` when another extension registers a provider in the
 * middle of a question. So an empty answer and an error both mean: ask again, until the time is over.
 */
export async function eventually<T>(
  what: string,
  ask: () => Answer<T> | Promise<Answer<T>>,
  limitMs = 8_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(25);
  }
  throw new Error(`This did not happen in ${limitMs / 1000} s: ${what}. The last answer was ${String(last)}.`);
}

/** Waits; for the few cases where a test has to see that something does not happen. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
