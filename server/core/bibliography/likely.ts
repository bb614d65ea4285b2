import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { folded } from './search.ts';
import { atOnce } from './steps.ts';

/** For each word, in small letters and without accents, the entries that have it: as a name of an author, or elsewhere. */
interface Index {
  readonly names: ReadonlyMap<string, readonly Entry[]>;
  readonly words: ReadonlyMap<string, readonly Entry[]>;
}

const indices = new WeakMap<Library, Index>();

/** Entries that are made ready between two pauses. */
const batch = 200;

/** Makes a library ready to be asked for what a sentence is about, with a pause now and then. */
export function* likelySteps(library: Library): Generator<void, Index> {
  const known = indices.get(library);
  if (known) return known;
  const index = { names: new Map<string, Entry[]>(), words: new Map<string, Entry[]>() };
  let count = 0;
  for (const entry of library.entries.values()) {
    for (const word of wordsIn(entry.authors.map(({ family }) => family).join(' '))) add(index.names, word, entry);
    for (const word of wordsIn(`${entry.title} ${entry.container} ${entry.year}`)) add(index.words, word, entry);
    if (++count % batch === 0) yield;
  }
  indices.set(library, index);
  return index;
}

function add(index: Map<string, Entry[]>, word: string, entry: Entry): void {
  const others = index.get(word);
  if (others) others.push(entry);
  else index.set(word, [entry]);
}

/**
 * The entries that a sentence is probably about, the likeliest first: those with an author whom it names and a word or year that it
 * has, or with two words that few other entries have. Mostly there is none.
 *
 * @param most How many are given at most.
 */
export function likelyEntries(library: Library, sentence: string, most: number): readonly Entry[] {
  const { names, words } = atOnce(likelySteps(library));
  // A word that many works have tells none of them.
  const common = Math.max(3, library.entries.size / 50);
  const scores = new Map<Entry, number>();
  const raise = (entry: Entry, by: number) => scores.set(entry, (scores.get(entry) ?? 0) + by);
  const named = new Set<string>();
  for (const word of wordsIn((sentence.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []).join(' '))) {
    for (const entry of names.get(word) ?? []) raise(entry, 1.5);
    if (names.has(word)) named.add(word);
  }
  for (const word of wordsIn(sentence)) {
    const found = words.get(word) ?? [];
    // Who is named narrows a word down, however common it is.
    for (const entry of found) if (found.length <= common || (named.size > 0 && scores.has(entry))) raise(entry, 1);
  }
  return [...scores]
    .filter(([, score]) => score >= 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([entry]) => entry);
}

/** The different words of a text that are worth comparing: years, and what has three letters or more, without the ending of the plural. */
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    Array.from(folded(text).matchAll(/\b(?:1[5-9]|20)\d\d\b|\p{L}{3,}/gu), ([word]) => word)
      .filter(word => !plain.has(word))
      .map(word => (/[^s]s$/.test(word) ? word.slice(0, -1) : word)),
  );

/** Words of grammar, which titles share whatever they are about. */
const plain = new Set(
  'all and any are but can did for get got had has her him his how its let may new nor not now off old one our out own per put say see she the too two use via was way who why yet you about above after again against also among been before being below between both could does doing down during each from further have having here into itself journal more most must once only other over report same should some study such than that their them then there these they this those through towards under until upon very were what when where which while will with would your'.split(
    ' ',
  ),
);
