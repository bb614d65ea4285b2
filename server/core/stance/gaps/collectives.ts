import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { Gap } from '../../model/stance.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import { hasView } from './held-views.ts';
import type { Mention } from './mentions.ts';
import { isPlural, mindOf, namesPerson, onlyPeople, peopleOf } from './minds.ts';

/** What opens a phrase for a part of a group, or for somebody else's. */
const notWhole = wordSet(
  'many most some few several all half one two another other each every no any his her their my its if a an more less fewer',
);
const rivals = wordSet('sides parties camps countries governments leaders nations');
/** Verbs of the lexicon that a state, a law or a survey governs as well: no mind is ascribed by them. */
const institutional = wordSet(
  'report maintain call see find note write add point_out announce declare estimate accuse reject back challenge embrace attack accept choose decline intend plan propose state vow pledge promise slam',
);

/** "Islamabad has said", "Europeans believe", "the fear in Riyadh": a place or a people with a mind of its own. */
export function collectives(block: Attributed, sentence: Sentence, index: number, mentions: readonly Mention[]): Gap[] {
  const { tokens } = block;
  if (tokens[sentence.endToken - 1]?.text === '?') return [];
  return mentions.flatMap(mention => {
    const views = hasView(tokens, sentence, mention);
    if (!views && !mayHaveVoice(tokens, mention)) return [];
    const kind = collectiveKind(block, sentence, mention);
    if (!kind || !(views || hasVoice(tokens, sentence, mention, kind))) return [];
    return [{ kind: 'collective' as const, ...spanOfTokens(block, mention.first, mention.end), sentence: index }];
  });
}

const isCredited = (tokens: readonly Token[], { role, preposition }: Mention): boolean =>
  role === 'prepositional' && tokens[preposition - 1]?.normal === 'according';

const mayHaveVoice = (tokens: readonly Token[], mention: Mention): boolean =>
  mention.role === 'subject' || mention.role === 'inverted' || isCredited(tokens, mention);

/** It is the subject of a verb of the mind, or "according to" it. */
const hasVoice = (tokens: readonly Token[], sentence: Sentence, mention: Mention, kind: 'place' | 'people'): boolean =>
  isCredited(tokens, mention) ? kind === 'people' : hasMind(tokens, sentence, mention, kind === 'place');

/** A place, a people or a whole group, not a part of one that is counted and not somebody named after one. */
function collectiveKind(block: Attributed, sentence: Sentence, mention: Mention): 'place' | 'people' | undefined {
  const { tokens } = block;
  const { first, head, end } = mention;
  const opening = tokens[first] as Token;
  const noun = tokens[head] as Token;
  // "More than half of whites believe": a part is counted.
  if (first > sentence.firstToken && /^(?:of|more|fewer)$/.test((tokens[first - 1] as Token).normal)) return undefined;
  // "Americans who still support it" are some of them.
  const pronoun = tokens[end]?.normal;
  if (pronoun === 'who' || (pronoun === 'that' && /^(?:verb|aux|adv)$/.test(tokens[end + 1]?.pos ?? '')))
    return undefined;
  // "The world of sport" is what belongs to sport, and nobody.
  if (noun.normal === 'world' && pronoun === 'of') return undefined;
  if (notWhole.has(opening.normal) || opening.pos === 'num' || opening.kind === 'number') return undefined;
  const people = peopleOf(tokens, mention, sentence.firstToken);
  if (people === 'place' || people === 'people') return namesPerson(block, first, end) ? undefined : people;
  if (opening.normal === 'both' && rivals.has(noun.normal)) return 'people';
  // "The experts say", "the mullahs fear": all that there are.
  if ((people === 'person' || people === 'judge') && isEvery(tokens, mention)) return 'people';
  // Who believes or insists is somebody, whatever the lexicon knows of the noun.
  if (
    people === undefined &&
    noun.pos === 'noun' &&
    isEvery(tokens, mention) &&
    onlyPeople.has(mindOf(tokens, mention)?.lemma ?? '')
  )
    return 'people';
  if (people !== 'group') return undefined;
  const whole =
    /[^s]s$/.test(noun.normal) || /^(?:the|our)$/.test(opening.normal) || /^(?:staff|management)$/.test(noun.normal);
  return whole ? 'people' : undefined;
}

/** "The" with a bare plural that nothing tells from others. */
const isEvery = (tokens: readonly Token[], { first, head, end }: Mention): boolean =>
  (tokens[first] as Token).normal === 'the' &&
  head === first + 1 &&
  isPlural(tokens[head] as Token) &&
  !/^(?:adp|pron|sconj)$/.test(tokens[end]?.pos ?? '') &&
  !/^(?:who|which|whose)$/.test(tokens[end + 1]?.normal ?? '');

/** The verb is one of thought, will, feeling or speech, and the writer says so as a fact: no condition, wish or advice. */
function hasMind(tokens: readonly Token[], { firstToken }: Sentence, mention: Mention, isPlace: boolean): boolean {
  const { first, verb, group } = mention;
  const token = tokens[verb] as Token;
  for (let i = group; i < verb; i++) {
    const { normal } = tokens[i] as Token;
    if (/^(?:should|must|can|could|may|might|will|cannot|can't|couldn't|shouldn't)$/.test(normal)) return false;
    if (normal === 'would' && !/^(?:like|prefer|love|hate)$/.test(token.normal)) return false;
  }
  const before = first > firstToken ? (tokens[first - 1] as Token).normal : '';
  if (/^(?:if|unless|whether|to|of|in|by|with|for|from|than)$/.test(before)) return false;
  // "Should Beijing decide to": if it does.
  if (before === 'should') return false;
  if (before === 'when' && !/ed$/.test(token.normal)) return false;
  const mind = mindOf(tokens, mention);
  return mind !== undefined && !/^(?:report|call)$/.test(mind.lemma) && !(isPlace && institutional.has(mind.lemma));
}
