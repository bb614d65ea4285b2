import { entries as peopleEntries } from '../generated/people-nouns.ts';
import { entries as placeEntries } from '../generated/places.ts';
import { entries as nounEntries } from '../generated/source-nouns.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import { lemmaOf } from '../text/lemma.ts';

const nouns = new Map(nounEntries.flatMap(entry => entry.phrases.map(phrase => [phrase, entry.kind] as const)));
export const findPlaces = phraseMatcher(placeEntries);

/** Pronouns and quantifiers that stand for people nobody can name. */
const vagueHeads = wordSet('some many others several few most');

/** The kind of source that a noun of the lexicon names; absent for any other word. */
export const sourceNounKind = (noun: string): string | undefined => nouns.get(noun);

/** True for a pronoun or quantifier that stands for people nobody can name. */
export const isVagueHead = (word: string): boolean => vagueHeads.has(word);

/** True where a noun of the lexicon may be credited; used to tell verbs from nouns beside them. */
export const isSourceNoun = (word: string): boolean => nouns.has(word) || vagueHeads.has(word);

const people = new Map(peopleEntries.map(({ term, kind }) => [term, kind] as const));

/** True for a noun for people of whatever sort: "officer", "residents"; one "family" or "camp" is no person. */
export function isPersonNoun(noun: Token): boolean {
  const lemma = lemmaOf(noun);
  const kind = people.get(lemma);
  return kind !== undefined && kind !== 'voice' && (kind !== 'group' || noun.normal !== lemma);
}

/** Index of the head noun: the last word before the first preposition, comma or relative pronoun. */
export function headOf(tokens: readonly Token[], first: number, end: number): number {
  for (let i = first + 1; i < end; i++) {
    const token = tokens[i] as Token;
    if (
      /^(?:of|in|at|from|for|on|with|by|to|who|which|that|close|near|across)$/.test(token.normal) ||
      token.text === ','
    )
      return i - 1;
  }
  return end - 1;
}
