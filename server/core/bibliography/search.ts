import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { atOnce } from './steps.ts';
import { searchable } from './wording.ts';

interface Searched {
  readonly entry: Entry;
  /** In small letters and without accents. */
  readonly key: string;
  readonly words: string;
}

const searched = new WeakMap<Library, readonly Searched[]>();

/** Entries that are made ready between two pauses. */
const batch = 200;

/** Makes a library ready to be searched, with a pause now and then, since that takes a moment where it is large. */
export function* searchSteps(library: Library): Generator<void, readonly Searched[]> {
  const known = searched.get(library);
  if (known) return known;
  const made: Searched[] = [];
  for (const entry of library.entries.values()) {
    made.push({ entry, key: folded(entry.key), words: ` ${folded(searchable(entry))}` });
    if (made.length % batch === 0) yield;
  }
  made.sort((a, b) => (a.key < b.key ? -1 : 1));
  searched.set(library, made);
  return made;
}

/**
 * The entries that fit what somebody types of a key, an author, a year or a title, the best first: those whose key starts with
 * it, then those with a word that does, then those that have it anywhere.
 *
 * @param most How many are given at most; `isWhole` says whether these are all.
 */
export function searchLibrary(
  library: Library,
  typed: string,
  most: number,
): { readonly entries: readonly Entry[]; readonly isWhole: boolean } {
  const wanted = folded(typed);
  const asWord = ` ${wanted}`;
  const byRank: Entry[][] = [[], [], []];
  for (const { entry, key, words } of atOnce(searchSteps(library))) {
    // The words have the key in front.
    if (!words.includes(wanted)) continue;
    byRank[key.startsWith(wanted) ? 0 : words.includes(asWord) ? 1 : 2]?.push(entry);
  }
  const all = byRank.flat();
  return { entries: all.slice(0, most), isWhole: all.length <= most };
}

/** In small letters and without accents. */
export const folded = (text: string): string =>
  // Most keys and names are plain, and normalising takes the longest.
  (/[^\0-\x7F]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase();
