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

/** What was worked out for a library, since the same unknown keys are asked for at every keystroke. */
interface Guesses {
  /** Keys by their first letter, small or not: what is misspelt mostly starts right, and thousands are not to be gone through for each. */
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
  readonly known: Map<string, string | undefined>;
}
const guesses = new WeakMap<Library, Guesses>();
/** Most unknown keys that are remembered; each version of a key that is being typed is one. */
const mostKnown = 2000;

/** The key that was probably meant by one that is not in the library; absent where none is near. */
export function nearestKey(library: Library, key: string): string | undefined {
  let guess = guesses.get(library);
  if (!guess || guess.known.size >= mostKnown)
    guesses.set(
      library,
      (guess = { byInitial: guess?.byInitial ?? grouped(library.entries.keys()), known: new Map() }),
    );
  const { byInitial, known } = guess;
  if (!known.has(key)) {
    const alike = byInitial.get(initialOf(key)) ?? [];
    known.set(key, nearest(key, alike) ?? onlyOneWith(key, alike));
  }
  return known.get(key);
}

const fewestLetters = 3;

/** The one key that begins as the given one does, or with which that begins: "lind" for "lind2019". */
function onlyOneWith(given: string, keys: readonly string[]): string | undefined {
  const start = given.toLowerCase();
  const found = keys.filter(key => {
    const other = key.toLowerCase();
    return (
      Math.min(start.length, other.length) >= fewestLetters && (other.startsWith(start) || start.startsWith(other))
    );
  });
  return found.length === 1 ? found[0] : undefined;
}

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

/** Of a draft without a bibliography nothing can be told. */
export const noLibrary: Library = { entries: new Map(), complete: false, declared: false };
