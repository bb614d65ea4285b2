import { entries as cueEntries } from '../generated/claim-cues.ts';
import { phraseMatcher } from '../lexicon/phrase-matcher.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Block } from '../model/block.ts';
import { type ClaimKind, claimKinds } from '../model/claim.ts';
import type { EvidenceStrength } from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { ofSentence, overlapping, type Span, startingIn } from '../model/span.ts';
import { spanOfTokens } from '../text/text-of.ts';
import { evidenceFor, isFirstPerson } from './evidence-reach.ts';

/** Everything of a block that claims are read from. */
export type Understood = Omit<Block, 'claims'>;

const findCues = phraseMatcher(cueEntries);

/**
 * What an editor would point at to say that a sentence is, or is not, a claim that wants a source.
 * Each is present or absent. The weights stand in models/, and the words that explain each one here;
 * a signal of mere grammar, which tells an editor nothing, has none.
 */
export const signalReasons = {
  quantity: 'a figure',
  percent: 'a percentage',
  money: 'an amount of money',
  year: '',
  date: '',
  name: '',
  names: '',
  accusation: 'a charge against somebody',
  poll: 'an opinion held by a share of people',
  comparison: 'a comparison',
  trend: 'a change over time',
  measuredTrend: 'a change with a figure',
  causal: 'a cause and its effect',
  law: 'what a law says',
  motive: 'an intention ascribed to somebody',
  absolute: 'an absolute',
  history: 'an event in history',
  event: 'something that happened',
  past: '',
  perfect: '',
  statement: 'something said or thought by others',
  quotation: 'quoted words',
  vagueSource: 'a source nobody can name',
  agentless: 'a report with nobody behind it',
  vagueQuantity: 'a quantity without a figure',
  vagueTime: 'a time without a date',
  hedge: 'hedged',
  booster: 'certainty in the place of evidence',
  question: 'a question',
  exclamation: '',
  firstPerson: '',
  firstPlural: '',
  secondPerson: '',
  advice: 'advice or a call to act',
  prediction: 'about the future',
  condition: 'a condition or imagined case',
  imagined: 'a condition, a plan or the writer’s own affairs around it',
  imperative: '',
  judgement: 'a judgement of value',
  negation: '',
  copula: '',
  short: '',
  long: '',
  first: '',
  last: '',
  evidenceCited: 'a source that can be looked up',
  evidenceNamed: 'a named source',
  evidenceVague: 'only a vague source',
  evidenceNearby: 'a source in the sentence beside it',
  evidenceOwn: 'the writer’s own experience',
  anaphora: '',
} as const;

export type Signal = keyof typeof signalReasons;

/** In the order by which the claim models count them. */
export const signalNames = Object.keys(signalReasons) as readonly Signal[];

export interface SentenceSignals {
  readonly signals: ReadonlySet<Signal>;
  readonly kinds: readonly ClaimKind[];
  /** The wording that shows the first kind; the whole sentence where no wording does. */
  readonly cue: Span;
  readonly evidence: EvidenceStrength;
}

/** What single words signal; the first line that has a word tells. */
const wordsOfSignals: readonly (readonly [signal: Signal, words: string])[] = [
  ['firstPerson', "i my me myself i'm i've"],
  ['firstPlural', 'we our us'],
  ['secondPerson', 'you your'],
  ['advice', "should must ought need needs let let's shall"],
  ['prediction', "will won't shall going 'll"],
  ['condition', "if unless would wouldn't wish imagine suppose"],
  [
    'judgement',
    'good bad wrong right better best worse worst great terrible shameful disgraceful beautiful ugly stupid absurd ridiculous important unacceptable deserve deserves hope love hate tragic tragedy shame noble cynical hypocrisy hypocritical moral immoral justice unjust fair unfair sad sadly dangerous foolish wise welcome vital essential crucial',
  ],
  ['negation', 'not no nor neither cannot'],
];
const signalsOfWords: ReadonlyMap<string, Signal> = new Map(
  wordsOfSignals.toReversed().flatMap(([signal, words]) => words.split(' ').map(word => [word, signal] as const)),
);
const irregularPast = wordSet(
  'was were had did went came took made gave became began brought built bought fell felt found fought got grew held kept knew led left lost met paid put ran rose said saw sent set shot spent spoke stood struck thought told won wrote broke chose drove threw wore',
);
const copula = wordSet('is are remain remains has have lack lacks');
const imperativeOpeners = wordSet(
  "consider imagine think remember look take ask forget stop start let let's don't do make note see read listen try call give tell say suppose just please",
);

/** Reads the signals of one sentence, with the kinds of claim it may make and the evidence that reaches it. */
export function signalsOf(block: Understood, sentence: Sentence, index: number): SentenceSignals {
  const signals = new Set<Signal>();
  const tokens = block.tokens.slice(sentence.firstToken, sentence.endToken);
  const values = startingIn(block.values, sentence);
  const kinds = new Map<ClaimKind, Span>();
  const show = (kind: ClaimKind, cue: Span) => {
    if (!kinds.has(kind)) kinds.set(kind, { start: cue.start, end: cue.end });
  };

  for (const value of values) {
    if (value.kind === 'quantity' && value.measure !== 'ordinal') {
      signals.add('quantity');
      show('quantity', value);
      if (value.measure === 'percent' || value.measure === 'percentage-points') signals.add('percent');
      if (value.measure === 'money') signals.add('money');
    } else if (value.kind === 'date') {
      signals.add(value.year === undefined ? 'date' : 'year');
      if (value.year !== undefined && value.year < 1990) {
        signals.add('history');
        show('history', value);
      }
    }
  }
  if (overlapping(block.quotations, sentence).some(quotation => quotation.words >= 3)) signals.add('quotation');
  const names = values.filter(value => value.kind === 'name').length;
  if (names > 0) signals.add('name');
  if (names > 2) signals.add('names');

  for (const match of findCues(block.tokens, sentence.firstToken, sentence.endToken)) {
    if (match.entry.kind === 'comparison' && isFigureOfSpeech(block.tokens, match.end)) continue;
    if (match.entry.kind === 'trend' && isOtherFall(block.tokens, match)) continue;
    if (match.entry.kind === 'law' && isAccount(block.tokens, match)) continue;
    if (isOtherThan(block.tokens, match)) continue;
    signals.add(match.entry.kind);
    show(match.entry.kind, spanOfTokens(block, match.first, match.end));
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
    signals.add(kind);
    show(kind, cue[0] ?? sentence);
  }
  if (ofSentence(block.hedges, index).length > 0) signals.add('hedge');
  if (ofSentence(block.boosters, index).length > 0) signals.add('booster');

  readWords(tokens, signals);
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
  for (const token of tokens) {
    if (presents.has(token.normal)) return undefined;
    if (token.pos === 'verb' && (/[^e]ed$/.test(token.normal) || irregularPast.has(token.normal))) return token;
  }
  return undefined;
}

/** "More than a line on a map" compares nothing that could be measured; "more than a third" does. */
const isFigureOfSpeech = (tokens: readonly Token[], after: number): boolean =>
  /^(?:an?|just|mere|merely|ever|enough|welcome|happy)$/.test(tokens[after]?.normal ?? '') &&
  !/^(?:third|half|quarter|fifth|dozen|hundred|thousand|million|billion|decade|century|year)$/.test(
    tokens[after + 1]?.normal ?? '',
  );

/** "Rather than" and "other than" compare nothing. */
const isOtherThan = (tokens: readonly Token[], { first }: { readonly first: number }): boolean =>
  tokens[first]?.normal === 'than' && /^(?:rather|other|different|more|less)$/.test(tokens[first - 1]?.normal ?? '');

/** A bill that is paid is no law. */
const isAccount = (
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean =>
  /^bills?$/.test(tokens[end - 1]?.normal ?? '') &&
  tokens
    .slice(Math.max(0, first - 2), first)
    .some(({ normal }) => /^(?:pay|pays|paid|paying|foot|foots|footed|footing|split|settled?|up)$/.test(normal));

/** A burden falls on, a year falls into and a plan falls short: no trend. */
function isOtherFall(
  tokens: readonly Token[],
  { first, end }: { readonly first: number; readonly end: number },
): boolean {
  if (!/^f[ae]ll(?:en)?$/.test(tokens[first]?.normal ?? '')) return false;
  const next = /ly$/.test(tokens[end]?.normal ?? '') ? end + 1 : end;
  return /^(?:on|upon|to|into|for|short|apart|silent|ill|asleep|under|over|victim|through|out|prey|foul)$/.test(
    tokens[next]?.normal ?? '',
  );
}

/** A condition, a proposal, or the writer's own affairs around the cue: nothing that a source could settle. */
function isImagined(tokens: readonly Token[], cue: Span): boolean {
  const before = tokens.filter(token => token.end <= cue.start).map(token => token.normal);
  const after = tokens.filter(token => token.start >= cue.end).map(token => token.normal);
  if (/^(?:if|unless|suppose|imagine)$/.test(tokens[0]?.normal ?? '')) return true;
  if (before.includes('would') || after.slice(0, 6).includes('would')) return true;
  const near = before.slice(-8).join(' ');
  return (
    /\b(?:offer|offers|offered|propose|proposes|proposed|plans?|planned|promises?|promised) (?:to|that)\b/.test(near) ||
    /\b(?:i|we) (?:have|had|own|owned|paid|pay|earn|earned|bought)\b/.test(near)
  );
}

/** Signals of single words: tense, mood and person. */
function readWords(tokens: readonly Token[], signals: Set<Signal>): void {
  const words = tokens.filter(token => token.kind === 'word');
  const stop = tokens.findLast(token => /^[.!?…]$/.test(token.text))?.text;
  if (stop === '?') signals.add('question');
  if (stop === '!') signals.add('exclamation');
  if (words.length < 7) signals.add('short');
  if (words.length > 28) signals.add('long');
  words.forEach((token, i) => {
    const word = token.normal;
    const signal =
      signalsOfWords.get(word) ?? (word.endsWith("n't") && /^\p{L}+n't$/u.test(word) ? 'negation' : undefined);
    if (signal) signals.add(signal);
    if (copula.has(word)) signals.add('copula');
    if (irregularPast.has(word) || (i > 0 && token.text.endsWith('ed') && /^\p{Ll}+ed$/u.test(token.text)))
      signals.add('past');
    if (
      (word === 'has' || word === 'have') &&
      /(?:ed|en|wn|ne|me|lt|ght|ost|ade|un|ut|et|een)$/.test(words[i + 1]?.normal ?? '')
    )
      signals.add('perfect');
  });
  const opening = words[0]?.normal ?? '';
  if (imperativeOpeners.has(opening)) signals.add('imperative');
  if (/^(?:this|that|these|those|it|he|she|they|such)$/.test(opening)) signals.add('anaphora');
}
