import { findPlaces } from '../../attribution/nouns.ts';
import { entries as mindEntries } from '../../generated/mind-verbs.ts';
import { entries as peopleEntries } from '../../generated/people-nouns.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Token } from '../../model/sentence.ts';
import { startingIn } from '../../model/span.ts';
import { detached } from '../../text/detached.ts';
import { lemmaOf } from '../../text/lemma.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import type { Mention } from './mentions.ts';

/** Lemmas of nouns, of verbs and of the rest, remembered because a draft repeats its words; forgotten when full. */
const remembered = { noun: new Map<string, string>(), verb: new Map<string, string>(), adj: new Map<string, string>() };
const mostRemembered = 10_000;

/** The lemma of a word as a noun, a verb or an adjective. */
export function lemmaAs(pos: keyof typeof remembered, normal: string): string {
  const known = remembered[pos];
  let lemma = known.get(normal);
  if (lemma === undefined) {
    if (known.size >= mostRemembered) known.clear();
    // A copy, because a piece of a text would keep the whole alive.
    known.set(detached(normal), (lemma = detached(lemmaOf({ text: normal, normal, pos }))));
  }
  return lemma;
}

type MindKind = (typeof mindEntries)[number]['kind'];
type PeopleKind = (typeof peopleEntries)[number]['kind'];

const mindKinds: ReadonlyMap<string, MindKind> = new Map(mindEntries.map(({ term, kind }) => [term, kind]));
const peopleKinds: ReadonlyMap<string, PeopleKind> = new Map(peopleEntries.map(({ term, kind }) => [term, kind]));
/** A noun for a person, of whatever sort: "expert", "mayor". */
export const isPerson = ({ normal }: Token): boolean => peopleKinds.has(lemmaAs('noun', normal));
/** Verbs that lend their subject to the infinitive behind them: "seem to think". */
const light = wordSet('seem appear continue begin start tend come like want have try use');

/** These do so with the "-ing" behind them too: "keep talking". */
const goesOn = wordSet('keep begin start continue');

/** What laws, reports and states of affairs do not do. */
export const onlyPeople = wordSet(
  'admit complain insist joke lament plead quip remark reply speak talk tell vow warn whisper argue ask declare think believe',
);

/** What a phrase's verb says of its subject's mind, and the lemma that says it. Absent where no mind is at work, and in the passive. */
export function mindOf(
  tokens: readonly Token[],
  { verb, group }: Mention,
): { kind: MindKind; lemma: string } | undefined {
  const token = tokens[verb];
  if (!token) return undefined;
  if (isPassive(tokens, verb, group))
    // "are committed", "was dissatisfied": a state of mind, whoever brought it about.
    return mindKinds.get(token.normal) === 'state' && tokens[verb + 1]?.normal !== 'by'
      ? { kind: 'state', lemma: token.normal }
      : undefined;
  const lemma = lemmaAs(token.pos === 'adj' ? 'adj' : 'verb', token.normal);
  const next = tokens[verb + 1]?.normal;
  if (
    (lemma === 'point' && /^(?:out|to)$/.test(next ?? '')) ||
    (lemma === 'put' && next === 'it') ||
    (lemma === 'call' && /^(?:for|on)$/.test(next ?? ''))
  )
    return { kind: 'speech', lemma };
  if (/ing$/.test(token.normal) && group === verb) return undefined;
  const chained = next === 'to' ? infinitiveAt(tokens, verb + 2) : goesOn.has(lemma) ? tokens[verb + 1] : undefined;
  if (chained && (light.has(lemma) || goesOn.has(lemma))) {
    const kind = mindKinds.get(lemmaAs('verb', chained.normal));
    if (kind) return { kind, lemma: lemmaAs('verb', chained.normal) };
  }
  if (holding.has(lemma) && hasMentalObject(tokens, verb + 1)) return { kind: 'feeling', lemma };
  if (lemma === 'come' && next === 'to' && hasMentalObject(tokens, verb + 2)) return { kind: 'thought', lemma };
  const kind = mindKinds.get(lemma);
  // An adjective is a state of mind behind "be" only.
  return kind && (kind === 'state') === (token.pos === 'adj') ? { kind, lemma } : undefined;
}

/** "have misgivings about", "harbours no doubt that" */
const holding = wordSet('have hold harbour harbor nurse feel express voice share lose invest place put take reach');
const mental = wordSet(
  'agreement anger anxiety appetite aspiration belief conclusion confidence concern contempt conviction desire disdain doubt expectation faith fear frustration hatred hope illusion intention interest misgiving pride qualm realisation realization regret reservation resentment respect suspicion sympathy term trouble trust understanding unease view wish worry',
);
function hasMentalObject(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 5; i++) {
    const token = tokens[i];
    if (token?.pos === 'noun') {
      if (mental.has(lemmaAs('noun', token.normal))) return true;
    } else if (!/^(?:det|adj|adv|cconj)$/.test(token?.pos ?? '')) return false;
  }
  return false;
}

/** The verb of "to have forgotten". */
function infinitiveAt(tokens: readonly Token[], i: number): Token | undefined {
  for (let at = i; at < i + 4; at++) {
    const token = tokens[at];
    if (token?.pos === 'verb' && token.normal !== 'have') return token;
    if (token?.pos !== 'verb' && token?.pos !== 'aux' && token?.pos !== 'adv') return undefined;
  }
  return undefined;
}

function isPassive(tokens: readonly Token[], verb: number, group: number): boolean {
  const { pos, normal } = tokens[verb] as Token;
  if (pos !== 'verb' || /ing$/.test(normal)) return false;
  for (let i = verb - 1; i >= group; i--) {
    const before = tokens[i] as Token;
    if (before.pos === 'adv') continue;
    return /^(?:is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't)$/.test(before.normal);
  }
  return false;
}

/** True for a participle or verb of speech, thought or judgement: "called", "viewed", "requested". */
export const isMindVerb = (token: Token): boolean => mindKinds.has(lemmaAs('verb', token.normal));

/** What people a phrase names, if it names people: a kind of the lexicon, or a place or a people that has a name. */
export function peopleOf(
  tokens: readonly Token[],
  { first, head, end }: Mention,
  floor: number,
): PeopleKind | 'place' | 'people' | undefined {
  const noun = tokens[head] as Token;
  const place = findPlaces(tokens, first, end).find(found => found.end > head);
  if (place) {
    const before = first > floor ? tokens[first - 1] : undefined;
    const joined = tokens.slice(first, place.first).some(({ pos }) => pos === 'cconj');
    if (before?.pos === 'propn' || (place.first - first > 2 && !joined)) return undefined;
    return place.entry.kind === 'people' ? 'people' : 'place';
  }
  if (
    /^(?:\p{Lu}\p{L}+(?:ans|ese|ish|crats|ists)|French|Dutch)$/u.test(noun.text) &&
    (head > floor || /(?:eans|[^lrc]ians)$/.test(noun.normal))
  )
    return 'people';
  if (noun.pos === 'adj') return peopleKinds.get(noun.normal);
  return noun.pos === 'propn' && head > floor ? undefined : peopleKinds.get(lemmaAs('noun', noun.normal));
}

/** A person's name stands in the phrase. */
export const namesPerson = (
  { values, tokens }: Pick<Attributed, 'values' | 'tokens'>,
  first: number,
  end: number,
): boolean =>
  startingIn(values, spanOfTokens({ tokens }, first, end)).some(
    value => value.kind === 'name' && value.sort === 'person',
  );

/** True for a noun or quantifier that stands for several. */
export const isPlural = ({ normal, pos }: Token): boolean =>
  (/^(?:noun|propn|adj)$/.test(pos) && /[^s]s$/.test(normal)) ||
  /^(?:people|men|women|children|media|police|folk|many|some|most|few|several|those|they)$/.test(normal);
