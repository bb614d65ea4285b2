/** The one stretch in which two versions of a text differ. Before `start` and behind the ends they are the same. */
export interface Change {
  readonly start: number;
  /** Where the stretch ends in the older version. */
  readonly oldEnd: number;
  /** Where the stretch ends in the newer version. */
  readonly newEnd: number;
}

/** Characters that are compared at once. Comparing strings is much quicker than comparing their characters one by one. */
const stride = 4096;

/** The smallest change that makes one text of another. */
export function changeBetween(older: string, newer: string): Change {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  for (let step = stride; step >= 1; step >>= 4)
    while (start + step <= shorter && older.slice(start, start + step) === newer.slice(start, start + step))
      start += step;
  let oldEnd = older.length;
  let newEnd = newer.length;
  for (let step = stride; step >= 1; step >>= 4)
    while (
      Math.min(oldEnd, newEnd) - step >= start &&
      older.slice(oldEnd - step, oldEnd) === newer.slice(newEnd - step, newEnd)
    ) {
      oldEnd -= step;
      newEnd -= step;
    }
  return { start, oldEnd, newEnd };
}
