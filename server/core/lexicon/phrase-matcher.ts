import type { Token } from '../model/sentence.ts';

/** A lexicon entry as it is compiled: every wording of it in lower case, words parted by single spaces. */
export interface Entry<Kind extends string = string> {
  readonly term: string;
  readonly kind: Kind;
  readonly phrases: readonly string[];
  /** Marks a form that is also a plural noun, or a cue that counts only with "that" or a quotation behind it. */
  readonly noun?: boolean;
  readonly weak?: boolean;
}

export interface Match<E> {
  readonly entry: E;
  /** Half-open range of tokens. */
  readonly first: number;
  readonly end: number;
}

interface Node<E> {
  readonly next: Map<string, Node<E>>;
  entry?: E;
}

interface Automaton<E> {
  readonly root: Node<E>;
  /** 1 at the hash of each word that a phrase opens with: most words open none, and need no more than a look here. */
  readonly openings: Uint8Array;
}

/** Finds the entries of a lexicon in a range of tokens: the longest at each place, in order, none overlapping. */
export type PhraseMatcher<E> = (tokens: readonly Token[], first?: number, end?: number) => Match<E>[];

/**
 * Compiles a lexicon to one automaton over words, so that matching costs the same however many entries there are.
 * It is compiled when it is first used, which keeps the start of a program quick.
 */
export function phraseMatcher<E extends { readonly phrases: readonly string[] }>(
  entries: readonly E[],
): PhraseMatcher<E> {
  let automaton: Automaton<E> | undefined;
  return (tokens, first = 0, end = tokens.length) => {
    automaton ??= compile(entries);
    const { root, openings } = automaton;
    const matches: Match<E>[] = [];
    for (let i = first; i < end; i++) {
      if (openings[hashOf((tokens[i] as Token).normal)] === 0) continue;
      const match = longestAt(root, tokens, i, end);
      if (!match) continue;
      matches.push(match);
      i = match.end - 1;
    }
    return matches;
  };
}

function compile<E extends { readonly phrases: readonly string[] }>(entries: readonly E[]): Automaton<E> {
  const root: Node<E> = { next: new Map() };
  const openings = new Uint8Array(hashes);
  for (const entry of entries)
    for (const phrase of entry.phrases) {
      let node = root;
      for (const word of phrase.split(' ')) {
        let next = node.next.get(word);
        if (!next) node.next.set(word, (next = { next: new Map() }));
        node = next;
      }
      node.entry ??= entry;
    }
  for (const word of root.next.keys()) openings[hashOf(word)] = 1;
  return { root, openings };
}

const hashes = 4096;

/** A number below `hashes` from the length and three letters of a word. */
function hashOf(word: string): number {
  const { length } = word;
  const ends = word.charCodeAt(0) * 31 + word.charCodeAt(length - 1) * 7;
  return (ends + word.charCodeAt(length >> 1) * 181 + length * 1021) & (hashes - 1);
}

function longestAt<E>(root: Node<E>, tokens: readonly Token[], first: number, end: number): Match<E> | undefined {
  let node: Node<E> | undefined = root;
  let found: Match<E> | undefined;
  for (let i = first; i < end && node; i++) {
    node = node.next.get((tokens[i] as Token).normal);
    if (node?.entry) found = { entry: node.entry, first, end: i + 1 };
  }
  return found;
}
