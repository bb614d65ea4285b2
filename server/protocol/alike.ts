/** True for plain data that is the same but for some of its members. Compared without writing it out, as there may be thousands. */
export function isAlike(a: unknown, b: unknown, but: ReadonlySet<string> = none): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(b);
  return (
    keys.length === Object.keys(a).length &&
    keys.every(key => but.has(key) || (key in a && isAlike(a[key as keyof typeof a], b[key as keyof typeof b])))
  );
}

const none: ReadonlySet<string> = new Set();
