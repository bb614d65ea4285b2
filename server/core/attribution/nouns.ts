import { entries as placeEntries } from '../generated/places.ts';
import { entries as nounEntries } from '../generated/source-nouns.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { SourceType } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';
import { startingIn } from '../model/span.ts';
import { spanOfTokens } from '../text/text-of.ts';

const nouns = new Map(nounEntries.flatMap(entry => entry.phrases.map(phrase => [phrase, entry.kind] as const)));
export const findPlaces = phraseMatcher(placeEntries);

/** Pronouns and quantifiers that stand for people nobody can name. */
const vagueHeads = wordSet('some many others several few most');
const persons = wordSet('he she i we you');
const titles = wordSet(
  'mr. mrs. ms. dr. prof. sen. rep. gen. gov. president minister senator judge professor mayor sir lord',
);

/** The kind of source that a noun of the lexicon names; absent for any other word. */
export const sourceNounKind = (noun: string): string | undefined => nouns.get(noun);

/** True for a pronoun or quantifier that stands for people nobody can name. */
export const isVagueHead = (word: string): boolean => vagueHeads.has(word);

/** True where a noun of the lexicon may be credited; used to tell verbs from nouns beside them. */
export const isSourceNoun = (word: string): boolean => nouns.has(word) || vagueHeads.has(word);

/** What kind of source a noun phrase names, from its head: the last noun before a preposition or a comma. */
export function sourceTypeOf(block: Pick<Block, 'tokens' | 'values'>, first: number, end: number): SourceType {
  const { tokens } = block;
  const opening = tokens[first]?.normal ?? '';
  if (end - first === 1 && persons.has(opening)) return 'person';
  const head = headOf(tokens, first, end);
  const kind = nouns.get(tokens[head]?.normal ?? '');
  const named =
    findPlaces(tokens, first, end).length === 0 &&
    startingIn(block.values, spanOfTokens(block, first, end)).some(value => value.kind === 'name');
  if (kind === 'vague' || kind === 'anonymous')
    return named && tokens[head]?.normal !== 'critics' ? 'organisation' : kind;
  if (kind !== undefined) return kind;
  if (vagueHeads.has(opening) || (opening === 'so' && vagueHeads.has(tokens[first + 1]?.normal ?? ''))) return 'vague';
  if (findPlaces(tokens, first, end).some(place => place.end >= head + 1)) return 'collective';
  if (titles.has(opening) || named)
    return capitalisedRun(tokens, first, end) >= 2 || titles.has(opening) ? 'person' : 'organisation';
  return 'person';
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

function capitalisedRun(tokens: readonly Token[], first: number, end: number): number {
  let longest = 0;
  let run = 0;
  for (let i = first; i < end; i++) {
    run = /^\p{Lu}/u.test((tokens[i] as Token).text) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
