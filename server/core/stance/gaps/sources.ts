import { sourceNounKind } from '../../attribution/nouns.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { firstWhere, type Span, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import { isPerceived } from './held-views.ts';
import { isPartitive, type Mention } from './mentions.ts';
import { isMindVerb, isPlural, lemmaAs, mindOf, namesPerson, onlyPeople, peopleOf } from './minds.ts';

const quantifiers = wordSet('some many most few several others other numerous certain various countless so too');
/** What opens a phrase that is known or that stands for nobody. */
const knownOrNone = wordSet(
  'two three four five six no any every each all both this that these my our your which what whose',
);
/** Shares of the phrases that readers marked, on the op-eds that the rules were made on, for the wordings that are plain and for the others. */
const sure = 0.86;
export const unsure = 0.55;
/** What was said once, and not what one would say. */
const past = /(?:ed|said|told|wrote|says|spoke|put)$/;
const alone = wordSet('some many most few several others');
/** Those who are quoted for being for or against, whom "the" does not make known either. */
const knownByNobody = wordSet(
  'critic sceptic skeptic cynic expert analyst observer opponent proponent detractor pundit insider official source apologist naysayer',
);

/** What is done with words and findings: "explanations offered by analysts". */
const brought = wordSet('offer compile raise voice cite write document share conduct publish produce put give draft');

/** "Critics argue", "viewed by many as", "one trustee told me": a statement or a view of people whom nobody can ask. */
export function vagueSources(
  block: Attributed,
  sentence: Sentence,
  index: number,
  mentions: readonly Mention[],
): Gap[] {
  if (block.tokens[sentence.endToken - 1]?.text === '?') return [];
  return mentions.flatMap((mention): Gap[] => {
    const probability = sureness(block, sentence, mention);
    if (probability === undefined) return [];
    return [{ kind: 'vague-source', ...spanOfTokens(block, mention.first, mention.end), sentence: index, probability }];
  });
}

/** How often readers of op-eds marked such a phrase; absent where the phrase is no source or names somebody. */
function sureness(block: Attributed, sentence: Sentence, mention: Mention): number | undefined {
  const { tokens } = block;
  const { first, head, end } = mention;
  const opening = tokens[first] as Token;
  const noun = tokens[head] as Token;
  if (opening.kind === 'number' || knownOrNone.has(opening.normal)) return undefined;
  const people = peopleOf(tokens, mention, sentence.firstToken) ?? speakerOf(tokens, mention);
  if (!people) return undefined;
  const setting = settingOf(tokens, sentence, mention);
  if (!setting && people !== 'voice') return undefined;
  if (opening.normal === 'other' && tokens[end]?.normal === 'than') return undefined;
  if (/^(?:are|were)$/.test(tokens[first - 1]?.normal ?? '') && tokens[first - 2]?.normal === 'there') return undefined;
  if (tokens.slice(first + 1, head).some(({ kind }) => kind === 'number')) return undefined;
  if (namesPerson(block, first, end) || isNamedAfter(tokens, end) || isOfHouse(tokens, mention)) return undefined;
  if (isNamedBeside(block, spanOfTokens(block, first, end))) return undefined;
  if (startingIn(block.evidence, spanOfTokens(block, first, end)).some(mark => mark.kind !== 'placeholder'))
    return undefined;
  const counted =
    quantifiers.has(opening.normal) ||
    tokens.slice(first, head).some(({ normal }) => isPartitive(normal)) ||
    isAFew(tokens, first);
  const definite =
    /^(?:the|those|his|her|its|their)$/.test(opening.normal) ||
    tokens.slice(first, head).some(({ pos }) => pos === 'part');
  const single = !counted && /^(?:a|an|one|another)$/.test(opening.normal);
  const several = isPlural(noun);
  const lemma = lemmaAs('noun', noun.normal);
  const preposition = (tokens[mention.preposition] as Token | undefined)?.normal ?? '';
  const says = setting === 'says';
  const saidOnce = says && past.test((tokens[mention.verb] as Token).normal);
  const minded = says || setting === 'thinks';
  switch (people) {
    case 'judge':
      if (counted) return setting ? sure : undefined;
      if (setting === 'among' || setting === 'according') return sure;
      if (single) return says && !several ? sure : undefined;
      if (!several) return undefined;
      if (definite) return says && (opening.normal !== 'the' || knownByNobody.has(lemma)) ? unsure : undefined;
      if (isForetold(tokens, mention) && !knownByNobody.has(lemma)) return undefined;
      return says || setting === 'by' ? sure : minded ? unsure : undefined;
    case 'crowd':
      if (/^(?:someone|somebody)$/.test(noun.normal)) return saidOnce ? sure : undefined;
      if (noun.normal === 'media') return says ? sure : undefined;
      return counted && !isPart(tokens, mention) && setting && setting !== 'according' ? sure : undefined;
    case 'person':
      if (/^(?:most|few|very)$/.test(opening.normal) && !says) return undefined;
      if (counted) return minded || setting === 'by' ? unsure : undefined;
      if (single)
        return (saidOnce || (setting === 'by' && /^(?:to|with)$/.test(preposition))) && !several ? unsure : undefined;
      return several && !definite && (says || setting === 'according') && lemma !== 'person' ? unsure : undefined;
    case 'people':
    case 'group':
      // "Most Americans know": so many that it is a question of how many.
      if (/^(?:most|few|very)$/.test(opening.normal) && !says) return undefined;
      return counted && (minded || setting === 'by') && !/^(?:country|nation|industry|state)$/.test(lemma)
        ? unsure
        : undefined;
    case 'voice':
      if (counted) return minded || /^(?:by|in|among)$/.test(preposition) ? sure : undefined;
      if (single || /^(?:report|paper|account)$/.test(lemma)) return undefined;
      if (definite) return says && /^(?:media|press)$/.test(lemma) ? unsure : undefined;
      return minded || setting === 'by' ? sure : undefined;
    default:
      return undefined;
  }
}

/** "Lawmakers will find": what nobody has said yet. */
const isForetold = (tokens: readonly Token[], { group, verb }: Mention): boolean =>
  tokens.slice(Math.max(group, 0), Math.max(verb, 0)).some(({ normal }) => /^(?:will|would|might)$/.test(normal));

/** "suggest to", "seem to", "clear to": what follows is somebody to whom it is so. */
const isHeldBy = ({ pos, normal }: Token): boolean =>
  pos === 'adj'
    ? isPerceived(normal)
    : /^(?:verb|noun)$/.test(pos) && /^(?:seem|appear|suggest|look|occur|matter)$/.test(lemmaAs('verb', normal));

/** "A group that calls itself the Harbour League": its name follows. */
const isNamedAfter = (tokens: readonly Token[], end: number): boolean => {
  let at = /^(?:that|which|who)$/.test(tokens[end]?.normal ?? '') ? end + 1 : end;
  if (!/^(?:calls?|calling|called|named|known)$/.test(tokens[at]?.normal ?? '')) return false;
  while (/^(?:itself|themselves|calls?|calling|called|named|known|as|the)$/.test(tokens[at]?.normal ?? '')) at++;
  return /^\p{Lu}/u.test(tokens[at]?.text ?? '');
};

/** "An engineer of the Harbour Office, Ann Lind, said": the name stands behind a comma. */
const isNamedBeside = ({ attributions, tokens, values }: Attributed, phrase: Span): boolean =>
  attributions.some(({ source }) =>
    source.some(
      part =>
        part.start <= phrase.start &&
        startingIn(values, { start: phrase.end, end: part.end }).some(
          value =>
            value.kind === 'name' &&
            value.sort === 'person' &&
            tokens[firstWhere(tokens, ({ start }) => start >= value.start) - 1]?.text === ',',
        ),
    ),
  );

/** "Analysts at A.T. Kearney", "doctors at the Harbour Institute": their house can be asked. */
const isOfHouse = (tokens: readonly Token[], { head, end }: Mention): boolean =>
  isPlural(tokens[head] as Token) &&
  tokens[end]?.normal === 'at' &&
  tokens[tokens[end + 1]?.normal === 'the' ? end + 2 : end + 1]?.pos === 'propn';

/** "a few residents" */
const isAFew = (tokens: readonly Token[], first: number): boolean =>
  (tokens[first] as Token).normal === 'a' && tokens[first + 1]?.normal === 'few';

/** Whoever warns, tells or insists is somebody, whatever the lexicon knows of the noun. */
function speakerOf(tokens: readonly Token[], mention: Mention): 'person' | undefined {
  const noun = tokens[mention.head] as Token;
  return noun.pos === 'noun' &&
    mention.role === 'subject' &&
    sourceNounKind(lemmaAs('noun', noun.normal)) !== 'document' &&
    tokens.slice(mention.end, mention.group).every(({ pos }) => pos === 'adv') &&
    onlyPeople.has(mindOf(tokens, mention)?.lemma ?? '')
    ? 'person'
    : undefined;
}
/** "Some of these countries", but not "some of us": a part of what was counted before. */
const isPart = (tokens: readonly Token[], { head, end }: Mention): boolean =>
  alone.has((tokens[head] as Token).normal) &&
  tokens[end]?.normal === 'of' &&
  !/^(?:us|them)$/.test(tokens[end + 1]?.normal ?? '');

/** "…, among many," and "…, among others,": of the things that were just named, set between commas. */
const isOneOf = (tokens: readonly Token[], { first, head, end, preposition }: Mention, floor: number): boolean =>
  first === head &&
  alone.has((tokens[head] as Token).normal) &&
  preposition - 1 > floor &&
  tokens[preposition - 1]?.text === ',' &&
  /^[,.;:)–—]$/.test(tokens[end]?.text ?? '.') &&
  tokens[preposition - 2]?.normal !== 'by';

/** What the phrase does in its clause: it says or thinks something, or something is said "by" it, "among" it or "according to" it. */
function settingOf(
  tokens: readonly Token[],
  { firstToken }: Sentence,
  mention: Mention,
): 'says' | 'thinks' | 'by' | 'among' | 'according' | undefined {
  const { preposition, role, verb, group } = mention;
  const word = (i: number) => (i >= firstToken ? ((tokens[i] as Token | undefined)?.normal ?? '') : '');
  const before = preposition >= 0 ? word(preposition) : '';
  // "These questions, among many, …": as many questions.
  if (/^(?:among|amongst)$/.test(before)) return isOneOf(tokens, mention, firstToken) ? undefined : 'among';
  if (before === 'to' && /^(?:according|contrary)$/.test(word(preposition - 1))) return 'according';
  if (
    /^(?:to|with)$/.test(before) &&
    preposition > firstToken &&
    /^(?:speak|talk)$/.test(lemmaAs('verb', word(preposition - 1)))
  )
    return 'by';
  if (before === 'by' && preposition > firstToken) {
    const participle = tokens[preposition - 1] as Token;
    if (isMindVerb(participle) || brought.has(lemmaAs('verb', participle.normal))) return 'by';
  }
  // "clear to many", "suggesting to critics"; "For many Turks, it was a faith".
  const governor = preposition > firstToken ? tokens[preposition - 1] : undefined;
  const opens = governor === undefined || governor.kind !== 'word';
  if (before === 'to' && governor && isHeldBy(governor)) return 'by';
  if (/^(?:to|for)$/.test(before) && opens && word(mention.end) === ',') return 'by';
  // "in the eyes of many"
  if (before === 'of' && /^(?:eyes|minds|view|opinion|judgment|judgement|imagination)$/.test(governor?.normal ?? ''))
    return 'by';
  if (role === 'inverted') return isMindVerb(tokens[verb] as Token) ? 'says' : undefined;
  const isSubject =
    role === 'subject' ||
    (verb >= 0 && /^(?:as|than|that|because|while|after|before|until|though|although|since)$/.test(before));
  if (!isSubject) return undefined;
  const mind = mindOf(tokens, mention);
  if (!mind) return undefined;
  for (let i = group; i < verb; i++)
    if (/^(?:should|must|can|could|cannot|can't|couldn't|shouldn't)$/.test(word(i))) return undefined;
  if (/^(?:if|unless|whether)$/.test(word(mention.first - 1))) return undefined;
  return mind.kind === 'speech' || mind.kind === 'stance' ? 'says' : 'thinks';
}
