import { type SourceStrength, strengthOfSource } from '../citation/source-text.ts';
import { weaknessOf } from '../citation/weak-links.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import {
  type Evidence,
  type EvidenceStrength,
  type ReachingKind,
  type ReachStrength,
  reachStrengths,
} from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { cover, firstWhere, ofSentence, overlaps, type Span, startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';

export type Read = Pick<Block, 'sentences' | 'tokens' | 'values' | 'evidence' | 'attributions' | 'gaps'>;

/** Evidence that reaches a sentence: a mark, or the wording that credits somebody. Its span counts from the start of its block. */
export interface Reaching extends Span {
  readonly kind: ReachingKind;
  readonly strength: Exclude<ReachStrength, 'none'>;
}

/** How far a mark backs what it reaches, by its place in the block's evidence. */
export type StrengthOfMark = (mark: Evidence, index: number) => SourceStrength;

/**
 * How far the text backs a sentence: by a mark or a dated source in it, by somebody it names as a source,
 * by the source of a neighbouring sentence that it goes on from, or by nothing.
 *
 * @param cue The wording that shows what is claimed, which an attribution must cover to back it.
 */
export function evidenceFor(block: Read, index: number, cue?: Span): EvidenceStrength {
  const own = strongest(evidenceIn(block, index, cue));
  if (own !== 'none' && own !== 'placeholder') return own;
  if (own === 'none' && (isWitnessed(block, index) || isOwnCount(block, index))) return 'own';
  return sourceBefore(block, index) === undefined ? 'none' : 'nearby';
}

/** "In the 90 minutes that we stood there, …": the writer was there all the time that is told of. */
function isWitnessed({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const word = (i: number) => (i < endToken ? (tokens[i]?.normal ?? '') : '');
  if (!/^(?:in|during|for|over|throughout)$/.test(word(firstToken))) return false;
  for (let i = firstToken + 2; i < firstToken + 6; i++)
    if (/^(?:minutes?|hours?|days?|nights?|mornings?|afternoons?|evenings?)$/.test(word(i)))
      return /^(?:i|we)$/.test(word(/^(?:that|which)$/.test(word(i + 1)) ? i + 2 : i + 1));
  return false;
}

const countings = wordSet(
  'analysis analyses calculation calculations count counts estimate estimates figures reckoning sums survey surveys tally',
);
const checkings = wordSet('verified checked confirmed counted calculated tallied measured added');

/** "By our count, …", "My calculations suggest that …", "We have verified through the land register that …": the writer has counted. */
function isOwnCount({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const word = (i: number) => (i < endToken ? (tokens[i]?.normal ?? '') : '');
  for (let i = firstToken; i < firstToken + 4; i++) {
    if (/^(?:my|our)$/.test(word(i)) && (i === firstToken || /^(?:by|on|,)$/.test(word(i - 1))))
      return countings.has(word(i + 1)) || countings.has(word(i + 2));
    if (!/^(?:i|we)$/.test(word(i))) continue;
    let verb = i + 1;
    while (/^(?:have|had|then|also|\p{L}+ly)$/u.test(word(verb))) verb++;
    return checkings.has(word(verb));
  }
  return false;
}

/** The strength of the strongest evidence. */
export const strongest = (evidence: readonly Pick<Reaching, 'strength'>[]): ReachStrength =>
  reachStrengths.find(strength => evidence.some(one => one.strength === strength)) ?? 'none';

/** How far a mark backs a claim as far as its own block tells: what it refers to elsewhere is taken to be there. */
export function strengthInBlock({ kind, target, key, note, byLabel }: Evidence): SourceStrength {
  if (kind === 'placeholder') return 'placeholder';
  if (kind === 'link') return byLabel || weaknessOf(target) === undefined ? 'cited' : 'vague';
  if (note !== undefined) return strengthOfSource(note);
  if (kind === 'citation') return key ? 'cited' : strengthOfSource(target);
  return key ? 'cited' : 'none';
}

/** The evidence that stands in a sentence or directly behind it, in order of position. */
export function evidenceIn(
  block: Read,
  index: number,
  claimed?: Span,
  strengthOf: StrengthOfMark = strengthInBlock,
): Reaching[] {
  const sentence = block.sentences[index];
  if (!sentence) return [];
  const found = marksOf(block, index).flatMap(({ mark, at }): Reaching[] => {
    const strength = strengthOf(mark, at);
    return strength === 'none' ? [] : [{ kind: mark.kind, strength, start: mark.start, end: mark.end }];
  });
  const wording = wordingIn(block, index, sentence, claimed);
  return wording ? [...found, wording] : found;
}

interface MarkOf {
  readonly mark: Evidence;
  /** Its place in the block's evidence. */
  readonly at: number;
}

/** The marks of a sentence: those that share words with it, and those that follow it before the next one starts. */
export function marksOf({ evidence, sentences }: Pick<Block, 'evidence' | 'sentences'>, index: number): MarkOf[] {
  if (evidence.length === 0) return [];
  const from = index === 0 ? 0 : (sentences[index] as Sentence).start;
  const to = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const found: MarkOf[] = [];
  // A link may start with its bracket before the sentence does; no mark is looked for further back than the sentence before.
  const earliest = index === 0 ? 0 : (sentences[index - 1] as Sentence).end;
  for (let at = firstWhere(evidence, ({ start }) => start >= earliest); at < evidence.length; at++) {
    const mark = evidence[at] as Evidence;
    if (mark.start >= to) break;
    if (mark.end > to || (mark.start < from && mark.end <= from)) continue;
    found.push({ mark, at });
  }
  return found;
}

/** The wording that credits somebody with what a sentence says, if there is any. */
function wordingIn(block: Read, index: number, sentence: Sentence, claimed?: Span): Reaching | undefined {
  const attributions = ofSentence(block.attributions, index)
    // What somebody thinks, wants or takes a side on backs nothing.
    .filter(({ cue, sense }) => (sense === 'said' || sense === 'found') && cue.every(part => isReported(block, part)))
    .filter(({ content }) => !content[0] || startingIn(block.tokens, content[0])[0]?.normal !== 'nothing')
    // "Wrote the exam", "wrote a letter": a thing was written, and nothing that could back a figure is told of it.
    .filter(one => !isPenned(block, one))
    // What stands outside the credited words is the writer's: "The mayor says little; rents rose by 40 per cent".
    .filter(one => !claimed || isCredited(block, one, claimed));
  const found = (strength: Reaching['strength'], from = attributions): Reaching => {
    const parts = from.flatMap(({ source, cue }) => [...source, ...cue]);
    return { kind: 'wording', strength, ...(parts.length > 0 ? parts.reduce(cover) : sentence) };
  };
  const own = attributions.filter(({ source }) => source.some(part => isFirstPerson(block, part)));
  if (own.length > 0) return found('own', own);
  const unidentified = ofSentence(block.gaps, index).filter(gap => gap.kind === 'vague-study');
  if (unidentified[0]) return { ...found('vague'), start: unidentified[0].start, end: unidentified[0].end };
  const figure = claimed ?? counted(block, index)[0];
  const law = figure && lawAround(block, sentence, figure);
  if (law) return { kind: 'wording', strength: 'named', ...law };
  const named = attributions.filter(({ sourceType }) => /^(?:person|office|organisation|document)$/.test(sourceType));
  const dated = startingIn(block.values, sentence).some(value => value.kind === 'date' && value.year !== undefined);
  if (dated && named.some(({ sourceType }) => sourceType === 'document' || sourceType === 'organisation'))
    return found('cited', named);
  if (named.length > 0) return found('named', named);
  return attributions.length > 0 ? found('vague') : undefined;
}

/** "…, with 22 million not at school, representing 44 per cent": what hangs on the credited words by a comma and has no verb of its own. */
function trails({ tokens }: Read, content: Span, claimed: Span): boolean {
  if (claimed.start < content.end) return false;
  const between = startingIn(tokens, { start: content.end, end: claimed.end });
  const comma = between.findIndex(({ text }) => text === ',');
  return (
    comma >= 0 &&
    comma <= 3 &&
    /^(?:with|including|representing|compared|up|down|or|nearly|almost|about|more|making|leaving)$/.test(
      between[comma + 1]?.normal ?? '',
    ) &&
    between.every(
      ({ pos, normal, text }) =>
        pos !== 'aux' && (pos !== 'verb' || /(?:ed|ing|en)$/.test(normal)) && !/^[;:]$/.test(text) && normal !== 'but',
    )
  );
}

const enacting = wordSet(
  'allow allows allowed allowing allocate allocates allocated allocating ban bans banned banning cap caps capped capping cut cuts cutting fund funds funded funding give gives gave giving grant grants granted granting impose imposes imposed imposing limit limits limited limiting provide provides provided providing raise raises raised raising require requires required requiring set sets setting',
);

/** "The Harbour Act, which provides $40 million": what a law that is named gives or asks for can be read in it. */
function lawAround({ tokens }: Read, sentence: Sentence, claimed: Span): Span | undefined {
  const cue = firstWhere(tokens, ({ end }) => end > claimed.start);
  for (let i = cue - 1; i > Math.max(sentence.firstToken, cue - 8); i--) {
    const { normal, text, kind } = tokens[i] as Token;
    if (kind === 'punctuation' && text !== ',') return undefined;
    if (!enacting.has(normal)) continue;
    let law = i - 1;
    while (law > sentence.firstToken && /^(?:,|which|that|also|would|will)$/.test((tokens[law] as Token).normal)) law--;
    const noun = tokens[law] as Token;
    return law > sentence.firstToken &&
      /^(?:Act|Bill|Law|Statute|Treaty|Directive|Order|Regulations?|Code)$/.test(noun.text)
      ? { start: noun.start, end: noun.end }
      : undefined;
  }
  return undefined;
}

const isPenned = ({ tokens }: Read, { cue, content, kind }: Attribution): boolean =>
  kind === 'indirect' &&
  cue.some(part => /^(?:write|writes|wrote|written)$/.test(startingIn(tokens, part).at(-1)?.normal ?? '')) &&
  content.length === 1 &&
  startingIn(tokens, content[0] as Span).every(({ pos }) => pos !== 'verb' && pos !== 'aux');

/** True where the words are credited to the source: they are what was said, or stand in front of the clause that says who said it and where. */
function isCredited(block: Read, attribution: Attribution, claimed: Span): boolean {
  const { content, cue, source } = attribution;
  if ([...content, ...cue, ...source].some(part => overlaps(part, claimed))) return true;
  if (content.some(part => trails(block, part, claimed))) return true;
  if (closesSentence(block, attribution)) return isOneClause(block, claimed, attribution);
  const [speaker] = source;
  const [said] = content;
  if (!speaker || claimed.end > speaker.start) return false;
  const before = startingIn(block.tokens, { start: claimed.end, end: speaker.start }).at(-1);
  // "Rents rose, the council said in a statement": what follows the verb only tells where and when.
  const follows = said ? (startingIn(block.tokens, said)[0]?.normal ?? '') : 'on';
  return before?.text === ',' && /^(?:in|on|at|to|during|last|this|yesterday|when|after)$/.test(follows);
}

/** "…, according to the audit office." at the end stands for the sentence, whatever clause its words lie nearest to. */
function closesSentence({ sentences, tokens }: Read, { cue, source, sentence, form }: Attribution): boolean {
  const first = cue[0];
  const who = source.at(-1);
  const within = sentences[sentence];
  if (form !== 'preposition' || !first || !who || !within || who.start < first.end) return false;
  const isSetOff = startingIn(tokens, { start: within.start, end: first.start }).at(-1)?.text === ',';
  return isSetOff && !startingIn(tokens, { start: who.end, end: within.end }).some(({ kind }) => kind === 'word');
}

/** True where no mark that parts statements stands between what is claimed and the words that credit it. */
const isOneClause = ({ tokens }: Read, claimed: Span, { cue }: Attribution): boolean =>
  !startingIn(tokens, { start: claimed.end, end: cue[0]?.start ?? claimed.end }).some(({ text }) =>
    /^[;:]$/.test(text),
  );

/** True where the source is the writer. */
export const isFirstPerson = (block: Pick<Block, 'tokens'>, source: Span): boolean =>
  /^(?:i|we|my|our)$/.test(startingIn(block.tokens, source)[0]?.normal ?? '');

/** The sentence before on whose source this one rests, as it goes on from it or goes on counting; absent where there is none. */
export function sourceBefore(
  block: Read,
  index: number,
  strengthOf: StrengthOfMark = strengthInBlock,
): number | undefined {
  const isBacked = (at: number) => /^(?:cited|named)$/.test(strongest(evidenceIn(block, at, undefined, strengthOf)));
  if (index > 0 && goesOn(block, index) && isBacked(index - 1)) return index - 1;
  // Most sentences neither count nor point back, and no other is looked at for them.
  if (counted(block, index).length === 0 && !pointsBack(block, index)) return undefined;
  return countedBefore(block, index, isBacked, strengthOf, index - farthestCount);
}

/** "Another 20 per cent …", perhaps behind a sentence that only comments, or behind others that go on with the same count. */
function countedBefore(
  block: Read,
  index: number,
  isBacked: (at: number) => boolean,
  strengthOf: StrengthOfMark,
  floor: number,
): number | undefined {
  for (let at = index - 1; at >= Math.max(0, floor); at--) {
    if (isBacked(at)) return countsOn(block, index, at) ? at : undefined;
    if (evidenceIn(block, at, undefined, strengthOf).length > 0) return undefined;
    if (counted(block, at).length === 0) continue;
    const source = countedBefore(block, at, isBacked, strengthOf, floor);
    return source !== undefined && (countsOn(block, index, source) || countsOn(block, index, at)) ? source : undefined;
  }
  return undefined;
}

/** Furthest that a count goes on behind the sentence that names its source. */
const farthestCount = 4;

const counted = ({ values, sentences }: Read, index: number): Quantity[] =>
  startingIn(values, sentences[index] as Sentence).filter(
    (value): value is Quantity => value.kind === 'quantity' && value.measure !== 'ordinal',
  );

/**
 * Goes on with the count of an earlier sentence: opens with another share ("Only 17 per cent …", "The remaining third …"), points back at
 * the study ("The same survey …", "That figure …"), or tells of another year what that one tells of one.
 */
function countsOn(block: Read, index: number, earlier: number): boolean {
  const measures = new Set(counted(block, earlier).map(({ measure }) => measure));
  // "According to the ministry's data, rents were highest in the towns": what follows counts.
  const isCount = measures.size > 0 || restsOnBody(block, earlier);
  if (!isCount) return false;
  if (pointsBack(block, index)) return true;
  if (!counted(block, index).some(({ measure }) => measures.has(measure) || measures.size === 0)) return false;
  return (
    (measures.size > 0 && opensWithShare(block, index)) ||
    itStands(block, index) ||
    repeatsFigure(block, index, earlier) ||
    (opensWithTime(block, index) && sharesNoun(block, index, earlier))
  );
}

const restsOnBody = ({ attributions }: Read, index: number): boolean =>
  ofSentence(attributions, index).some(({ sourceType }) => sourceType === 'document' || sourceType === 'organisation');

/** "As against 26 per cent in the villages, it stood at …": the figure of before, behind what opens the sentence. */
function itStands({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken, endToken } = sentences[index] as Sentence;
  const opening = tokens.slice(firstToken, Math.min(endToken, firstToken + 14));
  const comma = opening.findIndex(({ text }) => text === ',');
  return (
    comma > 0 &&
    opening[comma + 1]?.normal === 'it' &&
    /^(?:stood|stands|was|is|rose|fell|reached|had|came)$/.test(opening[comma + 2]?.normal ?? '') &&
    opening.slice(0, comma).every(({ pos }) => pos !== 'verb' && pos !== 'aux')
  );
}

const beforeShare = wordSet(
  'and but while another only just some about around roughly nearly almost over under fully fewer less more than barely an a the further additional remaining other rest of those even still yet then as many',
);

/** "Only 17 percent", "Another fifth", "The remaining 35 percent". */
function opensWithShare(block: Read, index: number): boolean {
  const { tokens, sentences } = block;
  const { firstToken, endToken } = sentences[index] as Sentence;
  const [share] = counted(block, index);
  if (!share || (share.measure !== 'percent' && share.measure !== 'ratio')) return false;
  let at = firstToken;
  while (at < endToken && (tokens[at] as Token).start < share.start && beforeShare.has((tokens[at] as Token).normal))
    at++;
  return tokens[at]?.start === share.start;
}

/** "The same survey found", "That figure was", "This share has". */
function pointsBack({ tokens, sentences }: Read, index: number): boolean {
  const { firstToken } = sentences[index] as Sentence;
  const word = (i: number) => tokens[firstToken + i]?.normal ?? '';
  const same = word(0) === 'the' && word(1) === 'same' ? 2 : /^(?:that|this|these|those)$/.test(word(0)) ? 1 : 0;
  return (
    same > 0 &&
    /^(?:analysis|audit|data|document|figures?|numbers?|paper|polls?|rate|report|research|results?|share|studies|study|surveys?|table|total)$/.test(
      word(same),
    )
  );
}

/** "The same 30 per cent", "At $19.5 billion, the budget …": the figure of before, and no other. */
function repeatsFigure(block: Read, index: number, earlier: number): boolean {
  const known = new Set(counted(block, earlier).map(({ amount, measure }) => `${measure} ${amount}`));
  const here = counted(block, index);
  const isKnown = ({ amount, measure }: Quantity) => amount !== undefined && known.has(`${measure} ${amount}`);
  return (
    here.every(isKnown) ||
    here.some(
      value =>
        isKnown(value) &&
        block.tokens[firstWhere(block.tokens, token => token.start >= value.start) - 1]?.normal === 'same',
    )
  );
}

/** "In 1984, …", "By 2009 …", "In the previous week …". */
function opensWithTime({ values, tokens, sentences }: Read, index: number): boolean {
  const { firstToken } = sentences[index] as Sentence;
  const from = tokens[firstToken]?.start ?? 0;
  const to = tokens[firstToken + 4]?.start ?? Number.POSITIVE_INFINITY;
  return startingIn(values, { start: from, end: to }).some(({ kind }) => kind === 'date' || kind === 'time');
}

/** What is counted stands before the figure, and in the earlier sentence: "By 2009, fees had become 37 per cent". */
function sharesNoun(block: Read, index: number, earlier: number): boolean {
  const { tokens } = block;
  const isNoun = ({ pos, normal }: Token) => pos === 'noun' && !/^(?:per-?)?cents?$/.test(normal);
  const { firstToken, endToken } = block.sentences[earlier] as Sentence;
  const known = new Set(
    tokens
      .slice(firstToken, endToken)
      .filter(isNoun)
      .map(({ normal }) => normal),
  );
  const [figure] = counted(block, index);
  const start = block.sentences[index]?.start ?? 0;
  return startingIn(tokens, { start, end: figure?.start ?? start }).some(
    token => isNoun(token) && known.has(token.normal),
  );
}

/** Opens with a pronoun or a quotation mark: the same speaker goes on. */
export function goesOn(block: Pick<Block, 'sentences' | 'tokens'>, index: number): boolean {
  const first = block.tokens[block.sentences[index]?.firstToken ?? -1];
  return (
    first?.kind === 'quote' ||
    /^(?:he|she|they|it|this|these|those|that|such|his|her|their|its)$/.test(first?.normal ?? '')
  );
}

/** Something was said. What somebody should, could or would say backs nothing, and nor does what nobody ever said. */
const isReported = (block: Read, cue: Span): boolean =>
  !startingIn(block.tokens, cue).some(token =>
    // The month is written with a capital.
    /^(?:should|must|ought|would|could|may|might|can|will|shall|never)$/.test(token.text),
  );
