import { entries as nameEntries } from '../generated/name-words.ts';
import { entries as placeEntries } from '../generated/places.ts';
import { isUtterance } from '../lexicon/utterance.ts';
import type { Token } from '../model/sentence.ts';
import type { NameSort } from '../model/value.ts';

type NameWord = (typeof nameEntries)[number]['kind'];
const words: ReadonlyMap<string, NameWord> = new Map(nameEntries.map(entry => [entry.term, entry.kind]));
const places: ReadonlySet<string> = new Set(
  placeEntries.filter(entry => entry.kind === 'state' || entry.kind === 'capital').flatMap(entry => entry.phrases),
);

/** What a word says of the name it stands in; absent for most words. */
export const nameWord = (word: string): NameWord | undefined => words.get(word);

/** What a run of capitalised tokens names, from its own words and from the ones beside it. */
export function nameSort(tokens: readonly Token[], first: number, end: number): NameSort {
  const own = tokens.slice(first, end).map(token => token.normal);
  const head = headOf(own);
  const before = tokens[first - 1]?.normal ?? '';
  if (places.has(own.join(' ').replace(/^the /, ''))) return 'place';
  if (words.get(own[0] as string) === 'title' && own.length > 1 && own[1] !== 'of') return 'person';
  if (words.get(head) === 'organisation') return 'organisation';
  if (own.includes('university') || own.includes('ministry') || own.includes('&')) return 'organisation';
  if (words.get(head) === 'place' || /^(?:lake|mount|cape|gulf|isle|port|fort)$/.test(own[0] as string)) return 'place';
  if (words.get(own.at(-1) as string) === 'suffix') return 'person';
  if (isTitled(own) || isWithParticle(own)) return 'person';
  if (own.length > 1 && words.get(own[0] as string) === 'given') return 'person';
  if (own.length > 1 && own.slice(0, -1).some(word => /^\p{L}\.$/u.test(word))) return 'person';
  if (own.length === 1 && /^\p{Lu}{2,6}s?$/u.test((tokens[first] as Token).text))
    return isShouting(tokens, first) ? 'other' : 'organisation';
  if (own.length === 1 && words.get(own[0] as string) === 'given') return 'person';
  if (own.length > 1 && own.length < 4 && isPersonBeside(tokens, first, end)) return 'person';
  if (/^(?:in|near|across|throughout|outside|around)$/.test(before) && own.length < 3) return 'place';
  return 'other';
}

/** "Prime Minister Miriam Osei", "Deputy Foreign Minister Roe Dahl"; "Prime Minister" alone and "Minister of State" are nobody's names. */
function isTitled(own: readonly string[]): boolean {
  const title = own.findLastIndex(word => words.get(word) === 'title');
  return title > 0 && title < own.length - 1 && title >= own.length - 4 && !own.includes('of') && !own.includes('for');
}

/** "Leonardo da Vinci", "Eva von der Holm": with these go people; "de" and "la" are in the names of places as well. */
const isWithParticle = (own: readonly string[]): boolean =>
  !own.includes('of') && own.slice(1, -1).some(word => /^(?:von|van|bin|ibn|da)$/.test(word));

/** The word that says what the name is: the last one, or the one before "of" or "for" ("Bank of Halden", "Centre for Roads"). */
function headOf(own: readonly string[]): string {
  const of = own.findIndex(word => word === 'of' || word === 'for');
  return (of > 0 ? own[of - 1] : own.at(-1)) as string;
}

/** Only people say and are said to be of an age: "Roe Dahl said", "Roe Dahl, 45,", "Roe Dahl, who". */
function isPersonBeside(tokens: readonly Token[], first: number, end: number): boolean {
  const next = tokens[end];
  const word = (next?.text === ',' ? tokens[end + 1] : next)?.normal ?? '';
  if (isUtterance(word) || /^(?:who|whose|himself|herself)$/.test(word)) return true;
  if (next?.text === ',' && /^\d\d$/.test(tokens[end + 1]?.text ?? '') && tokens[end + 2]?.text === ',') return true;
  return /^(?:said|says|asked|wrote|added)$/.test(tokens[first - 1]?.normal ?? '');
}

/** Words in capitals beside it: all of the text is, so that it need not be an acronym. */
const isShouting = (tokens: readonly Token[], i: number): boolean =>
  [tokens[i - 1], tokens[i + 1]].some(token => token?.kind === 'word' && /^\p{Lu}{2,}$/u.test(token.text));
