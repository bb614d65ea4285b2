/** The name that was probably meant: the nearest one, at most a third of its letters away; absent where none is near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const most = Math.floor(name.length / 3);
    // A name much longer or shorter is never near, and what is pasted by accident may be long.
    if (Math.abs(name.length - given.length) > most) continue;
    const distance = distanceBetween(given, name);
    if (distance > most || distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

/** How many letters must be added, left out or replaced (Levenshtein). */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
