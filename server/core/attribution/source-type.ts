import { wordSet } from '../lexicon/word-set.ts';
import type { AttributionSense, SourceType } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';
import { firstWhere, startingIn } from '../model/span.ts';
import type { Name } from '../model/value.ts';
import { lemmaOf } from '../text/lemma.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Range } from './linked-parts.ts';
import { findPlaces, headOf, isPersonNoun, isVagueHead, sourceNounKind } from './nouns.ts';

const titles = wordSet(
  'mr. mrs. ms. dr. prof. sen. rep. gen. gov. president minister senator judge professor mayor sir lord lady dame bishop pope king queen prince princess justice chancellor secretary governor councillor captain colonel',
);
/** Nouns of what is written that are no studies, so that no rule asks which one is meant. */
const writings = wordSet(
  'article bill book charter clause code column constitution contract declaration decree filing guidance headline indictment judgment law leaflet letter manifesto minutes notice numbers obituary petition petitions press-release record records statement statute text transcript treaty verdict website',
);
const bodies = wordSet(
  'administration agency army authority bank board bureau campaign chamber charity church club coalition congress corporation federation firm foundation group house jury military navy network newspaper office parliament party regime regulator school senate state team tribunal union watchdog',
);

type Text = Pick<Block, 'tokens' | 'values'>;

/** What kind of source a noun phrase names. A pronoun alone is a person, unless what it stands for is known. */
export function sourceTypeOf(block: Text, [first, end]: Range, sense: AttributionSense): SourceType {
  const { tokens } = block;
  const opening = tokens[first]?.normal ?? '';
  if (end - first === 1 && /^(?:i|we|you|he|she|it|they|who|one|both)$/.test(opening)) return 'person';
  const head = headOf(tokens, first, end);
  const token = tokens[head];
  const noun = token?.normal ?? '';
  const places = findPlaces(tokens, first, end);
  const names = startingIn(block.values, spanOfTokens(block, first, end)).filter(value => value.kind === 'name');
  if (names.some(name => name.sort === 'person' && isNamed(tokens, name, first, head))) return 'person';
  const kind = sourceNounKind(noun);
  if (kind === 'vague' || kind === 'anonymous')
    return names.length > 0 && places.length === 0 && noun !== 'critics' ? 'organisation' : kind;
  if (kind !== undefined) return kind as SourceType;
  if (isVagueHead(opening) || (opening === 'so' && isVagueHead(tokens[first + 1]?.normal ?? ''))) return 'vague';
  if (names.every(({ sort }) => sort === 'place') && isCounted(tokens, first, end)) return 'anonymous';
  if (token?.pos === 'noun') {
    const lemma = lemmaOf(token);
    if (writings.has(lemma) || writings.has(noun)) return 'document';
    if (bodies.has(lemma)) return 'organisation';
  }
  // "The Bank of Ghana" speaks for itself.
  if (
    token?.pos === 'propn' &&
    (bodies.has(noun) || names.some(name => name.sort === 'organisation' && name.start === token.start))
  )
    return 'organisation';
  if (places.some(place => place.end > head)) return 'collective';
  if (titles.has(opening)) return 'person';
  const [name] = names;
  if (name) return ofName(block, name, first);
  // A thing that shows something is looked at like a document; whoever else a common noun stands for is somebody.
  return sense === 'found' && token?.pos === 'noun' && !/^(?:the|this|that)$/.test(opening) ? 'document' : 'person';
}

/** What may stand before a count: "at least three", "no fewer than forty", "another two". */
const beforeCounts = wordSet(
  'about almost another approximately around as at barely fewer just least less many more most nearly no only over roughly some than up to well',
);
/** What counts without a figure. */
const counts = wordSet('couple crowd dozen dozens group handful hundreds number scores string thousands');

/** "Three senior officers", "one of her colleagues", "a number of teachers": so many people of a kind, of whom none has a name. */
export function isCounted(tokens: readonly Token[], first: number, end: number): boolean {
  const word = (i: number) => (i < end ? (tokens[i]?.normal ?? '') : '');
  let i = first;
  while (beforeCounts.has(word(i))) i++;
  if (/^an?$/.test(word(i))) i++;
  while (i > first && i < end && tokens[i]?.pos === 'adj') i++;
  const count = i < end ? tokens[i] : undefined;
  if (!count || !(counts.has(count.normal) || count.kind === 'number' || count.pos === 'num')) return false;
  i += word(i + 1) === 'of' ? 2 : 1;
  // "Two people familiar with the matter"
  const noun = tokens.slice(i, headOf(tokens, i, end) + 1).findLast(({ pos }) => pos === 'noun');
  return noun !== undefined && isPersonNoun(noun);
}

/** The head of the phrase is the name of a person, or one stands beside it: "Ann Lind, once the envoy to Russia", "the envoy to Russia, Ann Lind,". */
function isNamed(tokens: readonly Token[], name: Name, first: number, head: number): boolean {
  const at = firstWhere(tokens, token => token.start >= name.start);
  const end = firstWhere(tokens, token => token.start >= name.end);
  return (
    (at <= head && head < end) || (at > first && tokens[at - 1]?.text === ',' && !/^['’]/.test(tokens[end]?.text ?? ''))
  );
}

/** The sort of a name; of one that tells none, two words are a person, and so is one without "the" that is no acronym. */
function ofName({ tokens }: Text, name: Name, first: number): SourceType {
  if (name.sort === 'person' || name.sort === 'organisation') return name.sort;
  if (name.sort === 'place') return 'collective';
  if (tokens[first]?.normal === 'the') return 'organisation';
  const own = startingIn(tokens, name);
  return own.some(({ text }) => /^\p{Lu}{2,}$/u.test(text)) ? 'organisation' : 'person';
}

/** What a pronoun may stand for: "she" for a person, "it" for a body or what is written, "they" for any. */
const fits: ReadonlyMap<string, RegExp> = new Map([
  ['he', /^(?:person|office)$/],
  ['she', /^(?:person|office)$/],
  ['it', /^(?:organisation|document|collective)$/],
  ['they', /^(?:organisation|document|collective|vague|anonymous)$/],
]);

/** The type that a pronoun takes over from the last source before it that it may stand for; absent for any other phrase. */
export function typeBefore(
  { tokens }: Text,
  [first, end]: Range,
  earlier: readonly SourceType[],
): SourceType | undefined {
  const fit = end - first === 1 ? fits.get(tokens[first]?.normal ?? '') : undefined;
  return fit && earlier.findLast(type => fit.test(type));
}
