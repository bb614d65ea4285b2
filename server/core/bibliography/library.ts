import { nearest } from '../nearest.ts';
import type { Entry } from './entry.ts';

/** What a draft can cite: the entries of all its bibliographies. */
export interface Library {
  /** By key. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** False where a bibliography is still to be read or could not be, so that a key that is not there may be in it. */
  readonly complete: boolean;
  /** False where the draft names no bibliography, so that those of its folder were taken. */
  readonly declared: boolean;
}

/** Keys by their first letter, small or not: what is misspelt mostly starts right, and thousands are not to be gone through for each. */
const byInitial = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>();

function grouped(keys: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const group = groups.get(initialOf(key));
    if (group) group.push(key);
    else groups.set(initialOf(key), [key]);
  }
  return groups;
}

const initialOf = (key: string): string => key.charAt(0).toLowerCase();

/** The key that was probably meant by one that is not in the library; absent where none is near. */
export function nearestKey(library: Library, key: string): string | undefined {
  let known = byInitial.get(library);
  if (!known) byInitial.set(library, (known = grouped(library.entries.keys())));
  return nearest(key, known.get(initialOf(key)) ?? []);
}

/** Of a draft without a bibliography nothing can be told. */
export const noLibrary: Library = { entries: new Map(), complete: false, declared: false };
