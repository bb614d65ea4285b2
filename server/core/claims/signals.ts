import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import { type ClaimKind, claimKinds } from '../model/claim.ts';
import type { EvidenceStrength } from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { firstWhere, ofSentence, overlapping, type Span, startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { textIn } from '../text/text-of.ts';
import { figureShownBy } from './counted.ts';
import { isFirstPerson } from './credited-wording.ts';
import { cuesIn } from './cues.ts';
import { evidenceFor } from './evidence-for.ts';
import { isImagined, isSupposed } from './imagined.ts';
import type { Signal } from './signal-names.ts';
import { addWordSignals, irregularPast } from './word-signals.ts';
import type { Word } from './words.ts';

/** Everything of a block that claims are read from. */
export type Understood = Omit<Block, 'claims'>;

export interface SentenceSignals {
  readonly signals: ReadonlySet<Signal>;
  readonly kinds: readonly ClaimKind[];
  /** The wording that shows the first kind; the whole sentence where no wording does. */
  readonly cue: Span;
  readonly evidence: EvidenceStrength;
}

/**
 * Reads the signals of one sentence, with the kinds of claim it may make and the evidence that reaches it.
 *
 * @param words What is known of each of the block's tokens.
 */
export function signalsOf(
  block: Understood,
  words: readonly Word[],
  sentence: Sentence,
  index: number,
): SentenceSignals {
  const signals = new Set<Signal>();
  const tokens = block.tokens.slice(sentence.firstToken, sentence.endToken);
  const values = startingIn(block.values, sentence);
  const kinds = new Map<ClaimKind, Span>();
  /** A length of time, which shows a figure only where nothing else was counted: "in the first 47 days, 18 schools". */
  let length: Quantity | undefined;
  const show = (kind: ClaimKind, cue: Span) => {
    if (!kinds.has(kind)) kinds.set(kind, { start: cue.start, end: cue.end });
  };

  for (const value of values) {
    // "Thousands of families" is no figure that a source could be held to.
    if (value.kind === 'quantity' && value.amount === undefined) continue;
    if (value.kind === 'quantity' && value.measure !== 'ordinal') {
      signals.add('quantity');
      const shown = figureShownBy(block.tokens, value);
      if (shown === 'figure') show('quantity', value);
      else if (shown === 'length') length ??= value;
      if (value.measure === 'percent' || value.measure === 'percentage-points') signals.add('percent');
      if (value.measure === 'money') signals.add('money');
    } else if (value.kind === 'date') {
      signals.add(value.year === undefined ? 'date' : 'year');
      if (value.year !== undefined && value.year < 1990 && !isOfLaw(block.tokens, value)) {
        signals.add('history');
        show('history', value);
      }
    }
  }
  if (length) show('quantity', length);
  if (overlapping(block.quotations, sentence).some(quotation => quotation.words >= 3)) signals.add('quotation');
  const names = values.filter(value => value.kind === 'name').length;
  if (names > 0) signals.add('name');
  if (names > 2) signals.add('names');

  for (const { kind, cue } of cuesIn(block, sentence)) {
    signals.add(kind);
    show(kind, cue);
  }
  for (const gap of ofSentence(block.gaps, index)) {
    if (gap.kind === 'vague-source' || gap.kind === 'vague-study') signals.add('vagueSource');
    if (gap.kind === 'agentless' || gap.kind === 'hearsay') signals.add('agentless');
    if (gap.kind === 'vague-quantity') signals.add('vagueQuantity');
    if (gap.kind === 'vague-time') signals.add('vagueTime');
    if (gap.kind === 'collective') {
      signals.add('motive');
      show('motive', gap);
    }
  }
  for (const { sense, cue, source } of ofSentence(block.attributions, index)) {
    const said = sense === 'said' || sense === 'found' || sense === 'other';
    // A belief or an intention of somebody else's is a motive; the writer's own is none.
    const kind = said ? 'statement' : source.some(part => isFirstPerson(block, part)) ? undefined : 'motive';
    if (!kind) continue;
    // Who attacks a town has no view of it, and what seems so intends nothing.
    if (kind === 'motive' && cue.some(part => hasNoMind(block, part))) continue;
    // "They can only hope to", "might want to": nobody is said to do so.
    if (kind === 'motive' && cue.some(part => isSupposed(block.tokens, part, sentence.firstToken))) continue;
    signals.add(kind);
    show(kind, cue[0] ?? sentence);
  }
  if (ofSentence(block.hedges, index).length > 0) signals.add('hedge');
  if (ofSentence(block.boosters, index).length > 0) signals.add('booster');

  addWordSignals(block.tokens, words, sentence.firstToken, sentence.endToken, signals);
  if (sentence.firstToken === 0) signals.add('first');
  if (index === block.sentences.length - 1) signals.add('last');

  // What shows no other kind and is told in the past is told as something that happened.
  if (kinds.size === 0) {
    const told = pastVerb(tokens);
    if (told) show('event', told);
  }
  const ordered = claimKinds.filter(kind => kinds.has(kind));
  const cue = kinds.get(ordered[0] ?? 'condition') ?? { start: sentence.start, end: sentence.end };
  if (signals.has('trend') && signals.has('quantity')) signals.add('measuredTrend');
  if (isImagined(tokens, cue)) signals.add('imagined');
  const evidence = evidenceFor(block, index, cue);
  if (evidence === 'cited') signals.add('evidenceCited');
  if (evidence === 'named') signals.add('evidenceNamed');
  if (evidence === 'vague') signals.add('evidenceVague');
  if (evidence === 'nearby') signals.add('evidenceNearby');
  if (evidence === 'own') signals.add('evidenceOwn');

  return { signals, kinds: ordered.length > 0 ? ordered : ['condition'], cue, evidence };
}

/** Words before which a past form is a participle of a present state: "are paid", "has risen", "to be told". */
const presents = wordSet(
  "is are am isn't aren't be being been has have hasn't haven't will can may must should would could to",
);

/** The first full verb in the past, as far as its form tells; none where the sentence speaks in the present before it. */
function pastVerb(tokens: readonly Token[]): Token | undefined {
  let first: Token | undefined;
  for (const token of tokens) {
    if (presents.has(token.normal)) return undefined;
    if (token.pos !== 'verb' || token.normal.endsWith('ing')) continue;
    first ??= token;
    // "Met behind closed doors": the form of a participle may tell that it is the past, and an earlier verb what happened.
    if (/[^e]ed$/.test(token.normal) || irregularPast.has(token.normal)) return first;
  }
  return undefined;
}

/** "The Transport Act 1985": the year is part of the name. */
const isOfLaw = (tokens: readonly Token[], { start }: Span): boolean =>
  /^(?:Act|Bill|Code|Convention|Directive|Order|Regulations?|Statute)$/.test(
    tokens[firstWhere(tokens, token => token.start >= start) - 1]?.text ?? '',
  );

/** "Attacked a fort", "seems likelier", "there is no question that": a deed, a look and the writer's own certainty, and no view of anybody's. */
function hasNoMind(block: Pick<Block, 'prose' | 'tokens'>, cue: Span): boolean {
  const word = textIn(block, cue).toLowerCase();
  if (/^attack(?:s|ed)?$|^there (?:is|can be|was) (?:no|little) (?:question|doubt)/.test(word)) return true;
  return (
    /^seem(?:s|ed)?$/.test(word) &&
    block.tokens[firstWhere(block.tokens, token => token.start >= cue.end)]?.normal !== 'to'
  );
}
