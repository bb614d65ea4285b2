import { wordSet } from '../lexicon/word-set.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { cover, firstWhere, ofSentence, overlaps, type Span, startingIn } from '../model/span.ts';
import { countedIn } from './counted.ts';
import type { Reaching, Read } from './reaching.ts';

/** The wording that credits somebody with what a sentence says, if there is any. */
export function wordingIn(block: Read, index: number, sentence: Sentence, claimed?: Span): Reaching | undefined {
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
  const figure = claimed ?? countedIn(block, index)[0];
  const law = figure && lawAround(block, sentence, figure);
  if (law) return { kind: 'wording', strength: 'named', ...law };
  // "An engineer said": the gap says that nobody can ask them.
  const unnamed = ofSentence(block.gaps, index).filter(gap => gap.kind === 'vague-source');
  const named = attributions.filter(
    ({ source, sourceType }) =>
      /^(?:person|office|organisation|document)$/.test(sourceType) &&
      !source.some(part => unnamed.some(gap => overlaps(gap, part))),
  );
  const dated = startingIn(block.values, sentence).some(value => value.kind === 'date' && value.year !== undefined);
  if (dated && named.some(({ sourceType }) => sourceType === 'document' || sourceType === 'organisation'))
    return found('cited', named);
  if (named.length > 0) return found('named', named);
  return attributions.length > 0 ? found('vague') : undefined;
}

/** True where the source is the writer. */
export const isFirstPerson = (block: Pick<Block, 'tokens'>, source: Span): boolean =>
  /^(?:i|we|my|our)$/.test(startingIn(block.tokens, source)[0]?.normal ?? '');

/** Something was said. What somebody should, could or would say backs nothing, and nor does what nobody ever said. */
const isReported = (block: Read, cue: Span): boolean =>
  !startingIn(block.tokens, cue).some(token =>
    // The month is written with a capital.
    /^(?:should|must|ought|would|could|may|might|can|will|shall|never)$/.test(token.text),
  );

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
