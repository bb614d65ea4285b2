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

/** Finds the entries of a lexicon in a range of tokens: the longest at each place, in order, none overlapping. */
export type PhraseMatcher<E> = (tokens: readonly Token[], first?: number, end?: number) => Match<E>[];

/**
 * Compiles a lexicon to one automaton over words, so that matching costs the same however many entries there are.
 * It is compiled when it is first used, which keeps the start of a program quick.
 */
export function phraseMatcher<E extends { readonly phrases: readonly string[] }>(
  entries: readonly E[],
): PhraseMatcher<E> {
  let root: Node<E> | undefined;
  return (tokens, first = 0, end = tokens.length) => {
    root ??= compile(entries);
    const matches: Match<E>[] = [];
    for (let i = first; i < end; i++) {
      const match = longestAt(root, tokens, i, end);
      if (!match) continue;
      matches.push(match);
      i = match.end - 1;
    }
    return matches;
  };
}

function compile<E extends { readonly phrases: readonly string[] }>(entries: readonly E[]): Node<E> {
  const root: Node<E> = { next: new Map() };
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
  return root;
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
