import { sourceNounKind } from '../../attribution/nouns.ts';
import { wordSet } from '../../lexicon/word-set.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import { ofSentence, type Span, startingIn } from '../../model/span.ts';
import type { Gap } from '../../model/stance.ts';
import { spanOfTokens } from '../../text/text-of.ts';
import type { Attributed } from '../stance.ts';
import type { Mention } from './mentions.ts';
import { lemmaAs } from './minds.ts';

/** What a study does. */
const finding = wordSet(
  'show suggest find reveal indicate confirm prove demonstrate conclude estimate identify tell warn say state report point see link establish predict note argue put claim describe document detail depict uncover highlight emerge support agree provide',
);
/** What a study does to what is said, in the passive. */
const backing = wordSet(
  'back confirm contradict corroborate demonstrate document establish indicate prove refute reveal show substantiate suggest support verify',
);
const plain = wordSet(
  'guideline number experience history wisdom experiment trial review archive record document ranking index',
);
/** Of these the words of the lexicon are read only where a finding follows. */
const isDocument = (token: Token): boolean =>
  sourceNounKind(token.normal) === 'document' || sourceNounKind(lemmaAs('noun', token.normal)) === 'document';

/** "Studies show", "there is evidence that", "amid reports of": a document that nobody can look up. */
export function vagueStudies(
  block: Attributed,
  sentence: Sentence,
  index: number,
  mentions: readonly Mention[],
): Gap[] {
  const { tokens } = block;
  const opening = openingStudy(block, sentence);
  if (opening) return [{ kind: 'vague-study', ...opening, sentence: index }];
  return mentions.flatMap(mention => {
    const head = tokens[mention.head] as Token;
    const isNoun = head.pos === 'noun' || (head.pos === 'propn' && mention.head === sentence.firstToken);
    if (!isNoun || !(isDocument(head) || plain.has(lemmaAs('noun', head.normal)))) return [];
    if (isIdentified(block, sentence, mention) || !isReporting(block, sentence, mention, index)) return [];
    return [{ kind: 'vague-study' as const, ...spanOfTokens(block, mention.first, mention.end), sentence: index }];
  });
}

/** "Estimates show that …": a noun that opens a sentence may be tagged as a verb, which no verb can follow. */
function openingStudy({ tokens }: Attributed, { firstToken }: Sentence): Span | undefined {
  const noun = tokens[firstToken] as Token;
  const verb = tokens[firstToken + 1];
  const isMistaken = noun.pos === 'verb' && /s$/.test(noun.normal) && isDocument(noun) && verb?.pos === 'verb';
  return isMistaken && finding.has(lemmaAs('verb', verb.normal)) && !/ing$/.test(verb.normal)
    ? { start: noun.start, end: noun.end }
    : undefined;
}

/** The phrase names nobody, or somebody's only; a date, a name or a mark behind it answers which. "The report" was named before. */
function isIdentified(block: Attributed, sentence: Sentence, { first, end, verb }: Mention): boolean {
  const { tokens } = block;
  const opening = tokens[first] as Token;
  if (/^(?:this|that|these|those|its|his|her|their|my|our|your|whose|what|any|no|which)$/.test(opening.normal))
    return true;
  const last = verb > end ? verb : end;
  const where = spanOfTokens(block, first, last);
  if (
    startingIn(block.evidence, { start: where.start, end: sentence.end + 2 }).some(mark => mark.kind !== 'placeholder')
  )
    return true;
  if (
    opening.normal === 'the' &&
    !/^(?:numbers|figures|evidence|data|statistics|polls|research|science)$/.test((tokens[end - 1] as Token).normal)
  )
    return true;
  // "by Harvard", "from the Census Bureau" and "the 2014 survey" identify it; "out of Mosul" does not.
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (
      i < end - 1
        ? (i > sentence.firstToken || /^\p{Lu}{2,}$/u.test(token.text)) && isName(token)
        : i >= end &&
          isName(token) &&
          !/^(?:in|out|across|of|last|next|this)$/.test(behindPreposition(tokens, i, first))
    )
      return true;
  }
  const after = tokens[end]?.normal ?? '';
  if (/^(?:published|printed|appearing)$/.test(after) && isNamed(tokens, end + 2)) return true;
  const by = after === 'by' ? end : /(?:ed|wn|en)$/.test(after) && tokens[end + 1]?.normal === 'by' ? end + 1 : -1;
  if ((by >= 0 && !isNobody(tokens, by + 1)) || (after === 'from' && isNamed(tokens, end + 1))) return true;
  // "A Guardian investigation": a paper or a body, whatever the tagger makes of its name.
  return startingIn(block.values, where).some(
    value =>
      (value.kind === 'date' && value.day !== undefined) || (value.kind === 'name' && value.sort === 'organisation'),
  );
}

/** "in Nature", "in the Lancet": where it can be looked up. */
const isNamed = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 2).some((token, i) => isName(token) && (i === 0 || tokens[from]?.normal === 'the'));

/** "a newspaper", "researchers": whoever made the study cannot be asked either; but "economists Ann Lee and Bo Quist" and "doctors at Harvard" can. */
function isNobody(tokens: readonly Token[], from: number): boolean {
  const { pos, normal } = tokens[from] ?? {};
  if (pos === 'noun') {
    const next = tokens[from + 1];
    const isTold = /^(?:at|from)$/.test(next?.normal ?? '')
      ? isNamed(tokens, from + 2)
      : next !== undefined && isName(next);
    return /[^s]s$/.test(normal ?? '') && !isTold;
  }
  let last = from + 1;
  while (/^(?:adj|noun)$/.test(tokens[last]?.pos ?? '')) last++;
  return /^(?:a|an|some|several|many)$/.test(normal ?? '') && last > from + 1 && tokens[last]?.pos !== 'propn';
}

/** "Harvard" and "UN" name; "Australian" and "July" do not. */
const isName = ({ pos, normal, text }: Token): boolean =>
  pos === 'propn' &&
  /^\p{Lu}/u.test(text) &&
  !/(?:an|ian|ish|ese)$|^(?:french|dutch|swiss|greek|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
    normal,
  );

function behindPreposition(tokens: readonly Token[], i: number, floor: number): string {
  for (let at = i - 1; at >= floor; at--)
    if ((tokens[at] as Token).pos === 'adp' || /^(?:last|next|this)$/.test((tokens[at] as Token).normal))
      return (tokens[at] as Token).normal;
  return '';
}

/** A verb of finding follows, or the words open what is found: "there is evidence that", "according to a study". */
function isReporting(block: Attributed, sentence: Sentence, mention: Mention, index: number): boolean {
  const { tokens } = block;
  const { first, end, head, preposition } = mention;
  const word = (i: number) => (i >= sentence.firstToken && i < sentence.endToken ? (tokens[i] as Token).normal : '');
  if (finds(tokens, mention)) return true;
  if (!isDocument(tokens[head] as Token)) return false;
  if (word(preposition) === 'to') return word(preposition - 1) === 'according';
  if (isLeanedOn(tokens, sentence, mention)) return !isSignedBehind(block, mention, index);
  const isNews = /^(?:reports|evidence)$/.test(word(head));
  if (/^(?:amid|despite|per)$/.test(word(preposition))) return isNews && (tokens[first] as Token).pos !== 'det';
  if (!isNews || !/^(?:that|of|to|as|,)$/.test(word(end))) return false;
  // "there is also evidence that"
  for (let i = first - 1; i > first - 5; i--) if (word(i) === 'there') return true;
  return (
    word(head) === 'reports' &&
    (first === head || /^(?:media|news|press|recent|some|many|several|unconfirmed)$/.test(word(first)))
  );
}

/** "In a critical report, a panel of the Harbour Office accused …": whose it is stands right behind the comma. */
const isSignedBehind = ({ tokens, attributions }: Attributed, { end }: Mention, index: number): boolean =>
  ofSentence(attributions, index).some(
    ({ source: [source], sourceType }) =>
      source !== undefined &&
      source.start === tokens[end + 1]?.start &&
      /^(?:person|organisation|office)$/.test(sourceType) &&
      startingIn(tokens, source).some(isName),
  );

/** "In one study, mice ran", "supported by research", "based on recent polls": what is said rests on it. */
function isLeanedOn(tokens: readonly Token[], { firstToken }: Sentence, { end, preposition }: Mention): boolean {
  if (preposition < firstToken) return false;
  const link = (tokens[preposition] as Token).normal;
  const governor = preposition > firstToken ? tokens[preposition - 1] : undefined;
  if (/^(?:in|by|from)$/.test(link) && governor?.kind !== 'word') return tokens[end]?.text === ',';
  if (link === 'on') return governor?.normal === 'based';
  return link === 'by' && governor?.pos === 'verb' && backing.has(lemmaAs('verb', governor.normal));
}

/** "shows that", "is overwhelming", "are in": what a study, but hardly a guideline or a number, does by itself. */
function finds(tokens: readonly Token[], { end, head, role, verb, group }: Mention): boolean {
  if (role !== 'subject') return false;
  const token = tokens[verb] as Token;
  const next = tokens[verb + 1]?.normal ?? '';
  // "data relying on", "reports detailing": no finding yet.
  if (verb === end && group === verb && /ing$/.test(token.normal)) return false;
  const known = isDocument(tokens[head] as Token);
  if (finding.has(lemmaAs('verb', token.normal))) return known || /^(?:that|how|what|why|,|a)$/.test(next);
  const isVerdict =
    /^(?:in|clear|overwhelming|mixed|thin|compelling|conclusive|damning|mounting|growing)$/.test(token.normal) ||
    next === 'in';
  return isVerdict && (known || lemmaAs('noun', (tokens[head] as Token).normal) === 'number');
}
