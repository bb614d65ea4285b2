import { entries as verbEntries } from '../../generated/reporting-verbs.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { isMindVerb } from './minds.ts';

const reporting = new Set(verbEntries.flatMap(({ phrases }) => phrases));
const isReportingVerb = (word: string): boolean => reporting.has(word);

/** How a noun phrase stands in its clause. */
export type Role = 'subject' | 'inverted' | 'prepositional' | 'other';

/** A noun phrase without what follows its head, and the verb that it is the subject of. All numbers are indices of tokens. */
export interface Mention {
  readonly first: number;
  readonly head: number;
  readonly end: number;
  readonly role: Role;
  /** The main verb, or the adjective or noun behind a form of "be"; -1 if the phrase is no subject. */
  readonly verb: number;
  /** The first auxiliary or adverb of the verb group; `verb` if there is none, -1 without a verb. */
  readonly group: number;
  /** The preposition that governs the phrase, or -1. */
  readonly preposition: number;
}

/** Words that may count or stand alone for people, and that the tagger may call adjectives or determiners. */
const standsAlone =
  /^(?:many|most|some|few|several|others?|all|both|none|another|millions|thousands|hundreds|dozens|critics)$/;
/** Pronouns for people who have not been named; of the others a reader knows whom they mean. */
const unnamed = wordSet('some many most few several other others someone somebody everyone everybody another those');
/** "a number of analysts": the phrase is for those who are counted. */
export const isPartitive = (word: string): boolean => partitives.has(word);
const partitives = wordSet('number group handful couple host chorus segment segments section sections');
/** How far the verb may be from its subject. */
const farthest = 24;

/** The noun phrases of a sentence, in order, each as far as its head. */
export function mentionsOf(tokens: readonly Token[], { firstToken, endToken }: Sentence): Mention[] {
  const mentions: Mention[] = [];
  for (let i = firstToken; i < endToken; ) {
    const end = phraseEnd(tokens, i, endToken);
    if (
      end === i ||
      opensClause(tokens, i, end) ||
      isYear(tokens, i, firstToken) ||
      /^(?:also|even|only|just|now|not)$/.test((tokens[i] as Token).normal)
    ) {
      i++;
      continue;
    }
    const head = headIn(tokens, i, end);
    if (head >= 0 && ((tokens[head] as Token).pos !== 'pron' || unnamed.has((tokens[head] as Token).normal)))
      mentions.push(mentionOf(tokens, i, head, firstToken, endToken));
    i = end;
  }
  return mentions;
}

/** "In 2012 experts said": when they said so, and not how many they were. */
const isYear = (tokens: readonly Token[], i: number, floor: number): boolean =>
  /^(?:1[5-9]|20)\d\d$/.test((tokens[i] as Token).text) &&
  i > floor &&
  /^(?:in|since|by|before|after|until|from|during)$/.test((tokens[i - 1] as Token).normal);

/** The "that" of "said that rebels were near" and "the optics that so many pundits deplore" is not of the phrase behind it. */
const opensClause = (tokens: readonly Token[], first: number, end: number): boolean =>
  (tokens[first] as Token).normal === 'that' &&
  end - first > 1 &&
  // "the raid that India blames on Pakistan": no name is pointed at.
  ((tokens[first + 1] as Token).pos === 'propn' || isPluralBehindThat(tokens, first, end));

const isPluralBehindThat = (tokens: readonly Token[], first: number, end: number): boolean =>
  (/^(?:adv|adj|num)$/.test((tokens[first + 1] as Token).pos) || /[^su]s$/.test((tokens[end - 1] as Token).normal)) &&
  /[^su]s$|^(?:people|men|women|children|many|some|most|few|several|others)$/.test((tokens[end - 1] as Token).normal);

/** The end of a run of determiners, adjectives, numbers and nouns that starts at `first`; `first` if there is none. */
function phraseEnd(tokens: readonly Token[], first: number, limit: number): number {
  let end = first;
  let hasNoun = false;
  for (; end < limit; end++) {
    const { pos, normal } = tokens[end] as Token;
    if (pos === 'noun' || pos === 'propn') {
      if (end > first && isVerbAfterPlural(tokens, end, limit)) break;
      hasNoun = true;
    } else if (pos === 'pron') {
      // "their" opens a phrase, "they" is one.
      if (end > first) break;
      if (!/^(?:his|her|its|their|our|my|your|those|these|this|that)$/.test(normal)) return end + 1;
    } else if (pos === 'det') {
      if (end > first && !/^(?:all|both|half|such|many|quite|even|only|not)$/.test((tokens[end - 1] as Token).normal))
        break;
    } else if (pos === 'adj' || pos === 'num') {
      if (hasNoun) break;
    } else if (pos === 'verb' && end > first && !hasNoun && isModifier(tokens, end, limit)) {
      // "displaced residents", "a growing number"
    } else if (pos === 'adv' && !hasNoun && isOfDegree(normal) && isModifying(tokens[end + 1])) {
      // "very few people"
    } else if (pos === 'cconj' && hasNoun && joinsNouns(tokens, end, limit)) hasNoun = false;
    else if (normal === 'of' && hasNoun && isPartitive((tokens[end - 1] as Token).normal)) hasNoun = false;
    else if (pos === 'part' && hasNoun && /^['’]s?$/.test((tokens[end] as Token).text)) hasNoun = false;
    else break;
  }
  return end;
}

/**
 * A verb that the tagger took for a noun: a singular behind a plural or behind "some" and "many" can hardly be one
 * ("some question the timing", "local councillors vow to help").
 */
function isVerbAfterPlural(tokens: readonly Token[], i: number, limit: number): boolean {
  const before = (tokens[i - 1] as Token).normal;
  const quantifier = /^(?:many|few|several|others)$/.test(before);
  if (!quantifier && !/[^s]s$|^(?:some|most)$/.test(before)) return false;
  const { normal, text } = tokens[i] as Token;
  const next = tokens[i + 1];
  // "A Times report": what "a" opens has no plural for its head.
  if (/^an?$/.test(tokens[i - 2]?.normal ?? '')) return false;
  if (/s$/.test(normal) || /^\p{Lu}/u.test(text) || irregularPlural.test(normal)) return false;
  if (i + 1 < limit && next && /^(?:noun|propn|part)$/.test(next.pos) && next.normal !== 'others') return false;
  return quantifier || isReportingVerb(normal) || isMindVerb(tokens[i] as Token);
}

const irregularPlural =
  /(?:^|-)(?:people|police|media|men|women|children|folk|youth|cattle|data|\p{L}+men|\p{L}+women)$/u;

const isModifier = (tokens: readonly Token[], i: number, limit: number): boolean =>
  i + 1 < limit &&
  /(?:ed|ing|en|wn)$/.test((tokens[i] as Token).normal) &&
  /^(?:noun|propn|adj)$/.test((tokens[i + 1] as Token).pos);

/** "very few", "widely respected", but not "often many" and "when many". */
const isOfDegree = (adverb: string): boolean =>
  /ly$|^(?:very|so|too|quite|rather|almost|nearly|most|more|less|far|once|long|well|ever|even|still)$/.test(adverb);

const isModifying = (next: Token | undefined): boolean => next !== undefined && /^(?:adj|num|det)$/.test(next.pos);

/** "politicians and commentators": nouns of one kind on both sides. */
function joinsNouns(tokens: readonly Token[], i: number, limit: number): boolean {
  const next = tokens[i + 1];
  const beyond = tokens[i + 2];
  if (!next || i + 1 >= limit) return false;
  const before = tokens[i - 1] as Token;
  // "U.S. and European diplomats"
  if (
    before.pos === 'propn' &&
    (tokens[i] as Token).normal !== 'nor' &&
    next.pos === 'adj' &&
    i + 2 < limit &&
    beyond?.pos === 'noun'
  )
    return true;
  return next.pos === before.pos && !(beyond && beyond.pos === 'part');
}

/** The last noun, name, pronoun or number of a phrase, or a quantifier that stands alone; -1 if it has none. */
function headIn(tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    const { pos } = tokens[i] as Token;
    if (pos === 'noun' || pos === 'propn' || pos === 'pron') return i;
  }
  for (let i = end - 1; i >= first; i--) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'num' || standsAlone.test(normal) || (pos === 'adj' && first < i)) return i;
  }
  return -1;
}

function mentionOf(tokens: readonly Token[], first: number, head: number, floor: number, limit: number): Mention {
  const end = head + 1;
  const before = first > floor ? (tokens[first - 1] as Token) : undefined;
  const preposition = before && (before.pos === 'adp' || before.normal === 'to') ? first - 1 : -1;
  const [group, verb] = governedVerb(tokens, end, limit);
  if (preposition < 0 && verb >= 0) return { first, head, end, role: 'subject', verb, group, preposition };
  // ", say critics" and "” said one official": the verb comes first.
  if (before && first - 2 >= floor && before.pos === 'verb') {
    const { text, kind } = tokens[first - 2] as Token;
    if (text === ',' || kind === 'quote')
      return { first, head, end, role: 'inverted', verb: first - 1, group: first - 1, preposition };
  }
  return {
    first,
    head,
    end,
    role: preposition >= 0 ? 'prepositional' : 'other',
    verb: preposition >= 0 ? verb : -1,
    group,
    preposition,
  };
}

/** First token of the verb group that a phrase ending before `from` governs, and its main word; [-1, -1] if there is none. */
function governedVerb(tokens: readonly Token[], from: number, limit: number): readonly [number, number] {
  const last = Math.min(limit, from + farthest);
  let i = from;
  while (i < last) {
    const { pos, normal, text } = tokens[i] as Token;
    if (pos === 'adp') i = behindNouns(tokens, i + 1, last);
    else if (text === ',' && i + 1 < last) {
      const close = apposition(tokens, i + 1, last);
      if (close < 0) return [-1, -1];
      i = close + 1;
    } else if (/^(?:who|that|which)$/.test(normal)) i++;
    else if (pos === 'aux' || pos === 'verb') {
      const behind = mayBeParticiple(tokens, i, from) ? behindParticiple(tokens, i + 1, last) : -1;
      if (behind >= 0) return mainVerb(tokens, behind, last);
      const own = mainVerb(tokens, i, last);
      // "A student who was in the class told me": the verb of the clause stands behind that of the relative clause.
      const main = isRelative(tokens, i, from) ? behindParticiple(tokens, own[1] + 1, last) : -1;
      return main < 0 ? own : mainVerb(tokens, main, last);
    } else if (pos === 'adv') i++;
    else if (i === from && isReportingVerb(normal)) return [i, i];
    else if (pos === 'cconj' && i + 1 < last && /^(?:det|adj|adv|num|noun|propn)$/.test((tokens[i + 1] as Token).pos))
      i = behindNouns(tokens, (tokens[i + 1] as Token).pos === 'adv' ? i + 2 : i + 1, last);
    else if (/^(?:i|we|you|he|she|they)$/.test(normal)) {
      // "the reporters she spoke to": the verb of a relative clause is not theirs.
      const [, own] = mainVerb(tokens, i + 1, last);
      if (own < 0 || own <= i) return [-1, -1];
      i = own + 1;
      if (
        i < last &&
        /^(?:adp|part)$/.test((tokens[i] as Token).pos) &&
        /^(?:verb|aux|adv)$/.test(tokens[i + 1]?.pos ?? '')
      )
        i++;
    } else return [-1, -1];
  }
  return [-1, -1];
}

/** The verb follows "who" or "that", which stands right behind the phrase. */
const isRelative = (tokens: readonly Token[], verb: number, from: number): boolean =>
  /^(?:who|that|which)$/.test((tokens[from] as Token).normal) &&
  tokens.slice(from + 1, verb).every(({ pos }) => pos === 'adv');

/** "people living nearby", "research published in May": the verb of the clause may be yet to come. */
function mayBeParticiple(tokens: readonly Token[], i: number, from: number): boolean {
  const { normal, pos } = tokens[i] as Token;
  if (/ing$/.test(normal)) return true;
  return (
    i === from &&
    pos === 'verb' &&
    /(?:ed|wn|en)$/.test(normal) &&
    /^(?:adp|adv|adj|num)$/.test(tokens[i + 1]?.pos ?? '')
  );
}

/** The finite verb behind a participle and what belongs to it ("communities living nearby oppose"), or -1. */
function behindParticiple(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'aux' || (pos === 'verb' && !/ing$/.test(normal))) return i;
    if (!/^(?:adv|adp|det|adj|num|noun|propn)$/.test(pos)) return -1;
  }
  return -1;
}

/** Where the noun phrases of a prepositional phrase end. */
function behindNouns(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (
    i < limit &&
    /^(?:det|adj|num|noun|propn|pron|part)$/.test((tokens[i] as Token).pos) &&
    !/^(?:who|to)$/.test((tokens[i] as Token).normal)
  )
    i++;
  return Math.max(i, from);
}

/** The comma that closes an apposition or an aside, or -1. */
function apposition(tokens: readonly Token[], from: number, limit: number): number {
  const { pos, normal } = tokens[from] as Token;
  const participle = pos === 'verb' && /(?:ed|ing|wn|en)$/.test(normal);
  if (!participle && !/^(?:det|noun|propn|adj|adv)$/.test(pos) && !/^(?:who|which|including)$/.test(normal)) return -1;
  for (let i = from; i < limit; i++) {
    const { text, kind } = tokens[i] as Token;
    if (text === ',') return i;
    if (kind === 'quote' || text === ';' || text === ':') return -1;
  }
  return -1;
}

const be = /^(?:is|are|was|were|be|been|being|am|isn't|aren't|wasn't|weren't|'s|'re)$/;

/** "have condemned", "has recently warned": an auxiliary, whatever its tag is. */
function isPerfect(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:have|has|had)$/.test((tokens[i] as Token).normal)) return false;
  const next = tokens[tokens[i + 1]?.pos === 'adv' ? i + 2 : i + 1];
  return next?.pos === 'verb' && /(?:ed|en|wn)$/.test(next.normal);
}

/** The first word of a verb group and its main verb, or what a form of "be" says. */
function mainVerb(tokens: readonly Token[], group: number, limit: number): readonly [number, number] {
  let last = group;
  for (let i = group; i < limit; i++) {
    const { pos, normal } = tokens[i] as Token;
    if (pos === 'verb' && !isPerfect(tokens, i)) return [group, i];
    if (pos === 'aux' || pos === 'verb') last = i;
    else if (pos === 'adj' && i > group && be.test((tokens[last] as Token).normal)) return [group, i];
    else if (pos !== 'adv' && !(pos === 'part' && normal === 'not')) break;
  }
  return [group, last];
}
