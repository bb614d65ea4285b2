import { findPlaces } from '../../attribution/nouns.ts';
import { entries as mindEntries } from '../../generated/mind-verbs.ts';
import { entries as peopleEntries } from '../../generated/people-nouns.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import { lemmaOf } from '../../text/lemma.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import type { Mention } from './mentions.ts';

const mindKind: ReadonlyMap<string, string> = new Map(mindEntries.map(({ term, kind }) => [term, kind]));
const groups: ReadonlySet<string> = new Set(
  peopleEntries.filter(({ kind }) => kind === 'group').map(({ term }) => term),
);
/** Verbs of the lexicon that a state, a law or a survey governs as well: no mind is ascribed by them. */
const institutional = wordSet(
  'report maintain call see find note write add point_out announce declare estimate accuse reject back challenge embrace attack accept choose decline intend plan propose state vow pledge promise slam',
);
/** Verbs that lend their subject to the infinitive behind them: "seem to think". */
const light = wordSet('seem appear continue begin start tend come like want have');

/** "Islamabad has said", "Europeans believe", "the West wants": a place or a people with a mind of its own. */
export function collectives(block: Attributed, sentence: Sentence, index: number, mentions: readonly Mention[]): Gap[] {
  const { tokens } = block;
  if (tokens[sentence.endToken - 1]?.text === '?') return [];
  return mentions.flatMap(mention => {
    if (mention.role !== 'subject' && mention.role !== 'inverted') return [];
    const kind = collectiveKind(block, sentence, mention);
    if (!kind || !hasMind(tokens, sentence, mention, kind === 'place')) return [];
    return [{ kind: 'collective' as const, ...spanOfTokens(block, mention.first, mention.end), sentence: index }];
  });
}

/** A place, a people or a whole group, not a part of one that is counted and not somebody named after one. */
function collectiveKind(
  { tokens, values }: Attributed,
  sentence: Sentence,
  { first, head, end }: Mention,
): 'place' | 'people' | undefined {
  const opening = tokens[first] as Token;
  const noun = tokens[head] as Token;
  if (
    /^(?:many|most|some|few|several|all|half|one|two|another|other|each|every|no|any|his|her|their|my|its|if|a|an|more|less|fewer)$/.test(
      opening.normal,
    ) ||
    opening.pos === 'num' ||
    opening.kind === 'number'
  )
    return undefined;
  const place = findPlaces(tokens, first, end).find(found => found.end > head);
  if (place) {
    const before = first > sentence.firstToken ? tokens[first - 1] : undefined;
    if (before?.pos === 'propn' || place.first - first > 2 || namesPerson({ tokens, values }, first, end))
      return undefined;
    return place.entry.kind === 'people' ? 'people' : 'place';
  }
  const lemma = lemmaOf({ ...noun, pos: 'noun' });
  if (
    /^(?:\p{Lu}\p{L}+(?:ans|ese|ish|crats|ists)|French|Dutch)$/u.test(noun.text) &&
    (head > sentence.firstToken || /(?:eans|[^lrc]ians)$/.test(noun.normal))
  )
    return 'people';
  const whole =
    /[^s]s$/.test(noun.normal) ||
    opening.normal === 'the' ||
    opening.normal === 'our' ||
    /^(?:staff|management)$/.test(lemma);
  return (groups.has(lemma) || (noun.pos === 'adj' && groups.has(noun.normal))) && whole ? 'people' : undefined;
}

const namesPerson = ({ values, tokens }: Pick<Attributed, 'values' | 'tokens'>, first: number, end: number): boolean =>
  startingIn(values, spanOfTokens({ tokens }, first, end)).some(
    value => value.kind === 'name' && value.sort === 'person',
  );

/** The verb is one of thought, will, feeling or speech, and the writer says so as a fact: no condition, wish or advice. */
function hasMind(
  tokens: readonly Token[],
  { firstToken }: Sentence,
  { first, verb, group }: Mention,
  isPlace: boolean,
): boolean {
  const token = tokens[verb] as Token;
  for (let i = group; i < verb; i++)
    if (
      /^(?:should|must|can|could|may|might|will|cannot|can't|couldn't|shouldn't)$/.test((tokens[i] as Token).normal) ||
      ((tokens[i] as Token).normal === 'would' && !/^(?:like|prefer|love|hate)$/.test(token.normal))
    )
      return false;
  if (
    /^(?:if|unless|whether|when|to|of|in|by|with|for|from|than)$/.test(
      first > firstToken ? (tokens[first - 1] as Token).normal : '',
    )
  )
    return false;
  const previous = verb > group ? (tokens[verb - 1] as Token).normal : '';
  const isPassive =
    token.pos === 'verb' && /^(?:is|are|was|were|be|been|being)$/.test(previous) && !/ing$/.test(token.normal);
  if (isPassive || (/ing$/.test(token.normal) && group === verb)) return false;
  let lemma = lemmaOf(token.pos === 'adj' ? token : { ...token, pos: 'verb' });
  if (light.has(lemma) && tokens[verb + 1]?.normal === 'to' && tokens[verb + 2]?.pos === 'verb') {
    const second = lemmaOf(tokens[verb + 2] as Token);
    if (mindKind.has(second)) lemma = second;
  }
  const kind = mindKind.get(lemma);
  return kind !== undefined && !(isPlace && institutional.has(lemma)) && !(lemma === 'report' || lemma === 'call');
}
