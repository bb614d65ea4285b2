import { claimKinds } from '../model/claim.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { ofSentence, overlapping, startingIn } from '../model/span.ts';
import type { DateValue, Quantity } from '../model/value.ts';
import { hashOf } from '../models/features.ts';
import { add, type Bag, one, step, templates, three, two } from './bag.ts';
import { type Signal, signalNames } from './signal-names.ts';
import type { SentenceSignals, Understood } from './signals.ts';
import { firstVerbs, symbolsHash, type Wording } from './wording-features.ts';
import { formHash, type Word, wordOf } from './words.ts';

const t = templates(
  'signal',
  'signals',
  'kind',
  'firstKind',
  'evidence',
  'evidenceKind',
  'measure',
  'unit',
  'amount',
  'bound',
  'base',
  'date',
  'time',
  'name',
  'figures',
  'names',
  'attribution',
  'sourceType',
  'sense',
  'cue',
  'sourceOpens',
  'sourceEnds',
  'attributions',
  'gap',
  'hedge',
  'booster',
  'quoted',
  'quotation',
  'quotedBy',
  'nth',
  'fromEnd',
  'sentences',
  'blockKind',
  'around',
  'aroundKind',
  'aroundEvidence',
  'aroundStop',
  'aroundVerbs',
  'aroundOpens',
  'goesOn',
  'backed',
  'shared',
  'register',
  'registerLength',
);

/** Hashes of names that fill templates. */
const hashes = new Map<string, number>();
function nameHash(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) hashes.set(name, (hash = hashOf(name)));
  return hash;
}
const signalIndex = new Map(signalNames.map((name, index) => [name, index]));
const kindIndex = new Map(claimKinds.map((name, index) => [name, index]));

/** The feature of a signal that is present. */
export const signalFeature = (signal: Signal): number => one(t.signal, signalIndex.get(signal) as number);

/** What the features of a sentence's neighbours are made of. */
export interface Summary {
  readonly read: SentenceSignals;
  /** The signals that are present, by their place in the list of all. */
  readonly signals: readonly number[];
  /** Hashes of the last mark, the first verbs and the first two symbols. */
  readonly stop: number;
  readonly verbs: number;
  readonly opening: number;
}

export function summaryOf(block: Understood, wording: Wording, sentence: Sentence, read: SentenceSignals): Summary {
  const { firstToken, endToken } = sentence;
  const [first, end] = firstVerbs(block, sentence);
  return {
    read,
    signals: [...read.signals].map(name => signalIndex.get(name) as number).sort((a, b) => a - b),
    stop: wording.forms[endToken - 1] ?? 0,
    verbs: symbolsHash(wording, first, end),
    opening: symbolsHash(wording, firstToken, Math.min(endToken, firstToken + 2)),
  };
}

/** Adds what was read in a sentence: signals, kinds, values, attributions, stance and quotations. */
export function addReading(bag: Bag, block: Understood, index: number, { read, signals: present }: Summary): void {
  const { kinds, evidence } = read;
  const sentence = block.sentences[index] as Sentence;
  for (let i = 0; i < present.length; i++) {
    add(bag, one(t.signal, present[i] as number));
    for (let k = i + 1; k < present.length; k++) add(bag, two(t.signals, present[i] as number, present[k] as number));
  }
  for (const kind of kinds) add(bag, one(t.kind, kindIndex.get(kind) as number));
  const first = kindIndex.get(kinds[0] ?? 'condition') as number;
  add(bag, one(t.firstKind, first));
  add(bag, one(t.evidence, nameHash(evidence)));
  add(bag, two(t.evidenceKind, nameHash(evidence), first));
  addValues(bag, block, sentence);
  addStance(bag, block, index);
}

function addValues(bag: Bag, block: Understood, sentence: Sentence): void {
  let figures = 0;
  let names = 0;
  for (const value of startingIn(block.values, sentence)) {
    if (value.kind === 'quantity') {
      if (value.amount === undefined) continue;
      figures++;
      addQuantity(bag, value);
    } else if (value.kind === 'date') add(bag, one(t.date, dateForm(value)));
    else if (value.kind === 'time') add(bag, two(t.time, nameHash(value.unit), Math.sign(value.offset ?? 0)));
    else {
      names++;
      add(bag, one(t.name, nameHash(value.sort)));
    }
  }
  add(bag, one(t.figures, Math.min(4, figures)));
  add(bag, one(t.names, Math.min(6, names)));
}

function addQuantity(bag: Bag, { measure, bound, base, unit, amount }: Quantity): void {
  const kind = nameHash(measure);
  add(bag, one(t.measure, kind));
  add(bag, one(t.bound, nameHash(bound ?? 'exact')));
  add(bag, one(t.base, base ? 1 : 0));
  if (unit) add(bag, one(t.unit, formHash(unit)));
  if (amount !== undefined) add(bag, two(t.amount, kind, Math.floor(Math.log10(Math.abs(amount) + 1e-9))));
}

/** How long ago a date is, and how exact. */
function dateForm({ year, month, day }: DateValue): number {
  const age = year === undefined ? 0 : year < 1900 ? 1 : year < 1990 ? 2 : year < 2010 ? 3 : 4;
  return age * 4 + (month === undefined ? 0 : 2) + (day === undefined ? 0 : 1);
}

function addStance(bag: Bag, block: Understood, index: number): void {
  const attributions = ofSentence(block.attributions, index);
  for (const { kind, sourceType, sense, form, cue, source } of attributions) {
    add(bag, one(t.attribution, nameHash(kind)));
    add(bag, one(t.sourceType, nameHash(sourceType)));
    add(bag, two(t.attribution, nameHash(kind), nameHash(sourceType)));
    add(bag, one(t.sense, nameHash(sense)));
    add(bag, two(t.sense, nameHash(sense), nameHash(sourceType)));
    add(bag, two(t.sense, nameHash(sense), nameHash(form)));
    for (const part of cue)
      for (const token of startingIn(block.tokens, part)) add(bag, one(t.cue, wordOf(token).lemma));
    const [named] = source;
    const words = named ? startingIn(block.tokens, named) : [];
    if (words[0]) add(bag, one(t.sourceOpens, wordOf(words[0]).form));
    const last = words.at(-1);
    if (last) add(bag, one(t.sourceEnds, wordOf(last).form));
  }
  add(bag, one(t.attributions, Math.min(3, attributions.length)));
  for (const { kind } of ofSentence(block.gaps, index)) add(bag, one(t.gap, nameHash(kind)));
  for (const { kind } of ofSentence(block.hedges, index)) add(bag, one(t.hedge, nameHash(kind)));
  for (const { kind } of ofSentence(block.boosters, index)) add(bag, one(t.booster, nameHash(kind)));
}

/** Adds where a sentence stands in its block, what stands beside it, and whose words it is in. */
export function addContext(
  bag: Bag,
  block: Understood,
  wording: Wording,
  index: number,
  summaries: readonly Summary[],
): void {
  const count = block.sentences.length;
  const sentence = block.sentences[index] as Sentence;
  const own = summaries[index] as Summary;
  add(bag, one(t.nth, Math.min(4, index)));
  add(bag, one(t.fromEnd, Math.min(3, count - 1 - index)));
  add(bag, one(t.sentences, step(count)));
  add(bag, one(t.blockKind, nameHash(block.kind)));
  addQuoted(bag, block, sentence, index, summaries[index - 1]);
  for (let offset = -2; offset <= 2; offset++) if (offset !== 0) addNeighbour(bag, offset, summaries[index + offset]);
  const before = summaries[index - 1];
  const after = summaries[index + 1];
  const backing = nameHash(before?.read.evidence ?? 'opens');
  const following = nameHash(after?.read.evidence ?? 'ends');
  const evidence = nameHash(own.read.evidence);
  add(bag, two(t.goesOn, backing, wording.symbols[sentence.firstToken] as number));
  add(bag, three(t.backed, backing, evidence, following));
  add(bag, two(t.backed, backing, evidence));
  add(bag, two(t.shared, Math.min(4, sharedWords(wording, block, index)), backing));
}

function addNeighbour(bag: Bag, offset: number, summary: Summary | undefined): void {
  if (!summary) {
    add(bag, one(t.around, offset));
    return;
  }
  const { kinds, evidence } = summary.read;
  for (const signal of summary.signals) add(bag, two(t.around, offset, signal));
  add(bag, two(t.aroundKind, offset, kindIndex.get(kinds[0] ?? 'condition') as number));
  add(bag, two(t.aroundEvidence, offset, nameHash(evidence)));
  add(bag, two(t.aroundStop, offset, summary.stop));
  if (Math.abs(offset) > 1) return;
  add(bag, two(t.aroundVerbs, offset, summary.verbs));
  add(bag, two(t.aroundOpens, offset, summary.opening));
}

/** How much of the sentence is between quotation marks, and whether anybody beside the writer is there to have said it. */
function addQuoted(bag: Bag, block: Understood, sentence: Sentence, index: number, before: Summary | undefined): void {
  let quoted = 0;
  for (const quotation of overlapping(block.quotations, sentence)) {
    quoted += Math.min(quotation.end, sentence.end) - Math.max(quotation.start, sentence.start);
    add(bag, one(t.quotation, nameHash(quotation.kind)));
  }
  const { leavesOpen, closes, opens } = block.quoting;
  const goesOn = (leavesOpen && leavesOpen.start <= sentence.start) || (closes && sentence.end <= closes.end) ? 1 : 0;
  const share = Math.round((4 * quoted) / Math.max(1, sentence.end - sentence.start)) + 8 * goesOn;
  const said = Math.min(1, ofSentence(block.attributions, index).length);
  add(bag, one(t.quoted, share));
  add(bag, two(t.quotedBy, share, said));
  add(bag, three(t.quotedBy, share, said, nameHash(before?.read.evidence ?? (opens ? 'opensQuoted' : 'opens'))));
}

/** Number of content words that the sentence before has too. */
function sharedWords({ lemmas }: Wording, { tokens, sentences }: Understood, index: number): number {
  const here = sentences[index] as Sentence;
  const before = sentences[index - 1];
  if (!before) return 0;
  const known = new Set<number>();
  for (let i = before.firstToken; i < before.endToken; i++)
    if (isContent(tokens[i] as Token)) known.add(lemmas[i] as number);
  let shared = 0;
  for (let i = here.firstToken; i < here.endToken; i++)
    if (isContent(tokens[i] as Token) && known.delete(lemmas[i] as number)) shared++;
  return shared;
}

const isContent = ({ pos }: Token): boolean => pos === 'noun' || pos === 'verb' || pos === 'propn' || pos === 'adj';

/** The register of a block, which all of its sentences share: how often its writer says "I", "we" and "you", names, counts and asks. */
export function registerOf({ tokens, sentences }: Understood, { words }: Wording): number[] {
  // Of no person, of the three persons, names, numbers and questions.
  const counts = [0, 0, 0, 0, 0, 0, 0];
  tokens.forEach(({ pos, text }, i) => {
    const which = pos === 'propn' ? 4 : pos === 'num' ? 5 : text === '?' ? 6 : (words[i] as Word).person;
    counts[which] = (counts[which] as number) + 1;
  });
  const levels = counts.slice(1).map(number => level(number / Math.max(1, tokens.length)));
  const last = tokens.at(-1)?.text ?? '';
  return [
    ...levels.map((value, which) => two(t.register, which, value)),
    two(t.registerLength, levels[0] as number, step(sentences.length)),
    two(t.registerLength, /^[.!?"”’)]/.test(last) ? 100 : 101, Math.min(2, sentences.length)),
  ];
}

const level = (share: number): number => (share === 0 ? 0 : share < 0.01 ? 1 : share < 0.03 ? 2 : share < 0.06 ? 3 : 4);
