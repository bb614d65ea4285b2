import { sourceLine, strengthOfSource } from '../citation/source-text.ts';
import { alongside } from '../model/alongside.ts';
import type { Block } from '../model/block.ts';
import type { ReachFrom, ReachStrength } from '../model/evidence.ts';
import { once } from '../model/once.ts';
import type { Sentence } from '../model/sentence.ts';
import { ofSentence, type Span } from '../model/span.ts';
import { inOthersWords } from '../text/quoted.ts';
import { textIn } from '../text/text-of.ts';
import { evidenceIn, marksOf } from './evidence-in.ts';
import { type Reaching, type StrengthOfMark, strengthInBlock, strongest } from './reaching.ts';
import { sourceBefore } from './source-before.ts';

/** How far a sentence is backed, and by what. */
export interface Reach {
  readonly strength: ReachStrength;
  readonly from: ReachFrom;
  /** The strongest first, else in order of position; empty where nothing reaches it. */
  readonly evidence: readonly Reaching[];
  /** How many blocks further on the evidence stands; negative where it stands before. */
  readonly blocks: number;
}

const nothing: Reach = { strength: 'none', from: 'sentence', evidence: [], blocks: 0 };

const reachOf = (evidence: readonly Reaching[], from: ReachFrom): Reach =>
  evidence.length === 0 ? nothing : { strength: strongest(evidence), from, evidence: sorted(evidence), blocks: 0 };

const sorted = (evidence: readonly Reaching[]): readonly Reaching[] => {
  const best = strongest(evidence);
  return [...evidence.filter(one => one.strength === best), ...evidence.filter(one => one.strength !== best)];
};

/** Evidence of this strength backs more than the sentence that it stands in. */
export const backs = ({ strength }: Pick<Reach, 'strength'>): boolean => strength === 'cited' || strength === 'named';

/**
 * What reaches each sentence of a block from within it: what stands in it; the source of the sentence before, where it goes on from
 * that; the next sentence, where that says where this one comes from; and the mark that closes the paragraph.
 */
export function reachWithin(block: Block, strengthOf: StrengthOfMark = strengthInBlock): Reach[] {
  const own = block.sentences.map((sentence, index) => ownReach(block, sentence, index, strengthOf));
  const last = own.at(-1);
  const closing = last && own.length > 1 && backs(last) ? closingMarks(block, last) : [];
  let reaches = closing.length > 0;
  const found: Reach[] = [...own];
  for (let index = own.length - 1; index >= 0; index--) {
    const here = own[index] as Reach;
    const isLast = index === own.length - 1;
    // A mark at the end of the paragraph covers it as far back as to the next source.
    if (!isLast && (here.strength !== 'none' || marksOf(block, index).length > 0)) reaches = false;
    if (here.strength !== 'none') continue;
    // A sentence that goes on from another rests on its source, whatever of it is the claim.
    const earlier = sourceBefore(block, index, strengthOf);
    const before =
      earlier === undefined ? nothing : reachOf(evidenceIn(block, earlier, undefined, strengthOf), 'before');
    const told = originTold(block, index + 1, own[index + 1]);
    if (backs(before)) found[index] = before;
    else if (told.length > 0) found[index] = reachOf(told, 'after');
    else if (reaches) found[index] = reachOf(closing, 'paragraph');
  }
  return found;
}

function ownReach(block: Block, sentence: Sentence, index: number, strengthOf: StrengthOfMark): Reach {
  const [claim] = ofSentence(block.claims, index);
  const found = evidenceIn(block, index, claim?.cue, strengthOf);
  if (strongest(found) !== 'none' || claim?.evidence !== 'own') return reachOf(found, 'sentence');
  // Who says "I" in a quotation is not the writer.
  const writer = block.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .find(token => /^(?:i|we|my|our|me|us|mine|ours)$/.test(token.normal) && !inOthersWords(block, token));
  if (!writer) return nothing;
  return reachOf([{ kind: 'wording', strength: 'own', start: writer.start, end: writer.end }], 'sentence');
}

/** Marks behind the last word of a block; a link is words itself, and backs no more than its own sentence. */
function closingMarks(block: Block, last: Reach): readonly Reaching[] {
  const word = block.tokens.findLast(({ kind }) => kind === 'word' || kind === 'number');
  const end = word?.end ?? 0;
  return last.evidence.filter(
    one => (one.kind === 'footnote' || one.kind === 'citation') && one.start >= end && backs(one),
  );
}

const origin =
  /^(?:(?:the|this|that|these|those|both|all|such|our|my)\s)?(?:figures?|numbers?|data|estimates?|statistics|counts?|information|quotes?|quotations?|accounts?|details|it|they)?\s?(?:(?:is|are|was|were|has been|have been)\s(?:all\s|both\s)?(?:(?:taken|drawn|quoted|cited)\s)?|comes?\s|came\s|stems?\s|stemmed\s)(?:from|according to)\s|^(?:that|this|it)\s(?:is|was)\sthe\s(?:\w+\s)?(?:figure|number|estimate|finding|conclusion|result|count|verdict)\s(?:of|in|from|by)\s/i;
const pointer =
  /^\W*(?:see|cf\.?|compare|sources?|read|more (?:at|in)|the (?:list|report|data|figures) (?:is|are) at)(?:\s|:)/i;

/** The evidence of a sentence that says where the one before it comes from: "The figure comes from …", "See …". */
function originTold(block: Block, index: number, reach: Reach | undefined): readonly Reaching[] {
  const sentence = block.sentences[index];
  if (!sentence) return [];
  const text = textIn(block, sentence);
  const said = origin.exec(text)?.[0].length ?? 0;
  if (said > 0 || pointer.test(text)) {
    if (reach && backs(reach)) return reach.evidence;
    const strength = strengthOfSource(text.slice(said).trim());
    return said > 0 && (strength === 'cited' || strength === 'named')
      ? [{ kind: 'wording', strength, start: sentence.start, end: sentence.end }]
      : [];
  }
  // "That is what the ministry says.", "That’s the largest rise in ten years, according to the ministry."
  if (
    reach &&
    backs(reach) &&
    (/^(?:that|this|so)\s(?:is|was|at least is)?\s?(?:what|how|the\s(?:figure|number|estimate|finding|conclusion)|according)/i.test(
      text,
    ) ||
      /^(?:that|this)(?:['’]s|\s(?:is|was))\s(?:the|its|their)\s(?:\w+est|most|least|worst|best|first)\s/i.test(text))
  )
    return reach.evidence;
  return [];
}

/** What an evidence from elsewhere makes of the sentences of a block that have none of their own. */
export const withOutside = (reach: readonly Reach[], outside: Reach): readonly Reach[] =>
  reach.map(one => (one.strength === 'none' || (one.strength === 'vague' && backs(outside)) ? outside : one));

/** What of the last sentence of a block introduces what follows. Before a quotation it is enough that somebody is named who speaks. */
export function introducing(block: Block, reach: readonly Reach[], isQuotation: boolean): Reach | undefined {
  const last = reach.at(-1);
  if (last && (backs(last) || last.strength === 'vague')) return last;
  if (!isQuotation) return undefined;
  const [speaker] = ofSentence(block.attributions, block.sentences.length - 1).filter(
    ({ source, sourceType }) => source.length > 0 && /^(?:person|office|organisation|document)$/.test(sourceType),
  );
  const [named] = speaker?.source ?? [];
  return named && reachOf([{ kind: 'wording', strength: 'named', start: named.start, end: named.end }], 'sentence');
}

const dash = /^\s*(?:[—–―]|--)\s*(?=[\p{Lu}"“])/u;

/** The name behind a dash below a quotation, or the source that a line gives below a table: what it says of a source. */
function lineSource(block: Block, mark: RegExp): Reaching[] {
  const opening = mark.exec(block.prose.text.slice(0, 60));
  if (!opening) return [];
  // An address is no word, so that behind the colon there may be none.
  const strength = block.evidence.some(mark => strengthInBlock(mark) === 'cited')
    ? 'cited'
    : strengthOfSource(block.prose.text.slice(opening[0].length));
  if (strength !== 'cited' && strength !== 'named') return [];
  const where: Span = { start: 0, end: block.length };
  return [{ kind: 'wording', strength, ...where }];
}

/** What the shape of a block says of the blocks around it. */
export interface Shape {
  /** It ends with a colon, and so introduces what follows. */
  readonly introduces: boolean;
  /** It names the speaker of the quotation that it closes. */
  readonly speaker: readonly Reaching[];
  /** It gives the source of what stands above it. */
  readonly source: readonly Reaching[];
}

const plain: Shape = { introduces: false, speaker: [], source: [] };

/** The shapes of blocks, in line with them. */
export const shapesOf = alongside(once(shapeOf));

function shapeOf(block: Block): Shape {
  const { text } = block.prose;
  // Below a quotation, a caption needs no dash.
  const speaker = lineSource(block, block.kind === 'caption' ? /^/ : dash);
  const source = block.kind === 'heading' ? [] : lineSource(block, sourceLine);
  const introduces = block.kind !== 'heading' && source.length === 0 && /:["”’)\]]?\s*$/.test(text.slice(-8));
  return introduces || speaker.length > 0 || source.length > 0 ? { introduces, speaker, source } : plain;
}
