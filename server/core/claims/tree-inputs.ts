import { claimKinds } from '../model/claim.ts';
import { partsOfSpeech } from '../model/pos.ts';
import type { Sentence } from '../model/sentence.ts';
import { ofSentence, startingIn } from '../model/span.ts';
import { gapKinds } from '../model/stance.ts';
import type { Value } from '../model/value.ts';
import { type WeighedInArticles, weighed, weighedInArticles } from '../models/weighed.ts';
import { signalNames } from './signal-names.ts';
import type { SentenceSignals, Understood } from './signals.ts';
import type { Word } from './words.ts';

const width = weighed.length;
const whichOf = (...names: readonly WeighedInArticles[]): readonly number[] => names.map(name => weighed.indexOf(name));
/** What of the sentences beside is looked at, of those one further on, and of the paragraph as a whole. */
const near = whichOf('factual', 'needsSource', 'mustSource', 'named');
const far = whichOf('needsSource', 'mustSource');
const overall = whichOf('factual', 'needsSource', 'mustSource');

let placed = weighedInArticles.length + 2 * near.length + 2 * far.length + 2 * overall.length;
/** The places of inputs behind those that were placed before. */
function places<Name extends string>(...names: readonly Name[]): ReadonlyMap<string, number> {
  const from = placed;
  placed += names.length;
  return new Map(names.map((name, at) => [name, from + at]));
}

const firstCount = placed;
const counts = 9;
placed += counts;
const signalAt = places(...signalNames);
const evidenceAt = places('none', 'nearby', 'vague', 'named', 'cited', 'own');
const kindAt = places(...claimKinds);
const firstKindAt = places(...claimKinds);
const gapAt = places(...gapKinds);
const senseAt = places('said', 'found', 'thought', 'judged', 'intended', 'other');
const sourceAt = places('person', 'office', 'organisation', 'document', 'collective', 'anonymous', 'vague', 'none');
const measureAt = places('count', 'percent', 'percentage-points', 'money', 'ratio', 'ordinal');
const valueAt = places('date', 'time', 'person', 'organisation', 'place', 'other');
const firstPos = placed;
placed += partsOfSpeech.length;

/** How many whole numbers the trees of the claim models look at. */
export const treeInputs = placed;

/** A neighbour that is not there. */
const absent = -32768;
/** Logits are looked at in steps of this part. */
const steps = 64;

/**
 * What the sentences of a block were weighed at, in the order of `weighed`, one sentence behind the other, and what those of each
 * paragraph together come to in the eyes of the trees.
 */
export interface Weights {
  readonly logits: Float64Array;
  readonly overall: Int16Array;
}

/** No paragraph that the trees were fitted on but one has more sentences. */
const mostSentences = 18;
/** So many sentences are an ordinary paragraph. */
const usualSentences = 5;

/**
 * How many sentences of a block are looked at as one paragraph: all of them, unless its breaks were lost, as in text that was copied
 * or scanned. What a whole article comes to says little of one sentence.
 */
const stretchOf = (sentences: number): number => (sentences <= mostSentences ? sentences : usualSentences);

/** Sums up what the sentences of each paragraph in a block were weighed at: mean and most. */
export function overallOf(logits: Float64Array, sentences: number): Weights {
  const stretch = stretchOf(sentences);
  const sums: number[] = [];
  for (let from = 0; from < sentences; from += stretch)
    for (const which of overall) {
      const end = Math.min(from + stretch, sentences);
      let sum = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let sentence = from; sentence < end; sentence++) {
        const logit = logits[sentence * width + which] as number;
        sum += logit;
        most = Math.max(most, logit);
      }
      sums.push(inSteps(sum / (end - from)), inSteps(most));
    }
  return { logits, overall: Int16Array.from(sums) };
}

/**
 * Writes what the trees of the claim models look at: what the features of a sentence, of its neighbours and of its paragraph were weighed at,
 * and what was read in it. Any change to it makes the trees worthless: raise the version of the features with it, and fit again.
 */
export function readTreeInputs(
  inputs: Int16Array,
  block: Understood,
  words: readonly Word[],
  index: number,
  read: SentenceSignals,
  weights: Weights,
): void {
  inputs.fill(0);
  addLogits(inputs, weights, index, block.sentences.length);
  const sentence = block.sentences[index] as Sentence;
  const { firstToken, endToken } = sentence;
  const flag = (at: ReadonlyMap<string, number>, name: string, by = 1) => {
    const place = at.get(name);
    if (place !== undefined) inputs[place] = (inputs[place] as number) + by;
  };
  for (const signal of read.signals) flag(signalAt, signal);
  flag(evidenceAt, read.evidence);
  for (const kind of read.kinds) flag(kindAt, kind);
  flag(firstKindAt, read.kinds[0] ?? 'condition');
  const gaps = ofSentence(block.gaps, index);
  for (const { kind } of gaps) flag(gapAt, kind);
  const attributions = ofSentence(block.attributions, index);
  for (const { sense, sourceType } of attributions) {
    flag(senseAt, sense);
    flag(sourceAt, sourceType);
  }
  const values = startingIn<Value>(block.values, sentence);
  for (const value of values)
    if (value.kind === 'quantity') flag(measureAt, value.measure);
    else flag(valueAt, value.kind === 'name' ? value.sort : value.kind);
  const length = endToken - firstToken;
  for (let i = firstToken; i < endToken; i++) {
    const place = firstPos + (words[i] as Word).posCode;
    inputs[place] = (inputs[place] as number) + 1;
  }
  // How much of the sentence each part of speech is, in hundredths.
  for (let place = firstPos; place < firstPos + partsOfSpeech.length; place++)
    inputs[place] = Math.round((100 * (inputs[place] as number)) / length);
  const stretch = stretchOf(block.sentences.length);
  const from = index - (index % stretch);
  const end = Math.min(from + stretch, block.sentences.length);
  inputs[firstCount] = index - from;
  inputs[firstCount + 1] = end - from;
  inputs[firstCount + 2] = end - index;
  inputs[firstCount + 3] = length;
  inputs[firstCount + 4] = attributions.length;
  inputs[firstCount + 5] = gaps.length;
  inputs[firstCount + 6] = ofSentence(block.hedges, index).length;
  inputs[firstCount + 7] = ofSentence(block.boosters, index).length;
  inputs[firstCount + 8] = values.length;
}

function addLogits(inputs: Int16Array, { logits, overall: sums }: Weights, index: number, count: number): void {
  let to = 0;
  const own = index * width;
  for (let which = 0; which < weighedInArticles.length; which++) inputs[to++] = inSteps(logits[own + which] as number);
  for (const [offset, of] of [
    [-1, near],
    [1, near],
    [-2, far],
    [2, far],
  ] as const)
    for (const which of of) {
      const beside = index + offset;
      inputs[to++] = beside < 0 || beside >= count ? absent : inSteps(logits[beside * width + which] as number);
    }
  const stretch = Math.floor(index / stretchOf(count)) * 2 * overall.length;
  for (let i = 0; i < 2 * overall.length; i++) inputs[to++] = sums[stretch + i] as number;
}

const inSteps = (logit: number): number => Math.max(-32767, Math.min(32767, Math.round(steps * logit)));
