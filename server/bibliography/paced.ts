/** Milliseconds of work between two pauses: less than one frame of a screen. */
const slice = 8;

/**
 * What comes of work that can pause, done in slices.
 *
 * @param pause Lets what waits go first, such as the next keystroke.
 */
export async function paced<T>(steps: Generator<void, T>, pause: () => Promise<void>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < slice) continue;
    await pause();
    since = performance.now();
  }
}
