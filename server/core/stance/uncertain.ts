import { type LinearModel, logitOf, sigmoid, unpackLinear } from '../models/linear-model.ts';
import uncertainFile from '../models/uncertain.json' with { type: 'json' };
import { usable } from '../models/usable.ts';
import {
  type Hedged,
  newWordFeatures,
  readWordFeatures,
  uncertainFeatures,
  type WordFeatures,
} from './uncertain-features.ts';

/** The two models of the file: one weighs a word as a cue, the other the sentence as a whole. */
export type UncertainModels = Readonly<Record<'cue' | 'whole', LinearModel>>;

/** What the cues and the whole count for; chosen by cross-validation. */
export const shares = { cue: 0.7, whole: 0.3 } as const;

const fileName = 'server/core/models/uncertain.json';

/** Unpacked when it is first needed, once. */
let unpacked: UncertainModels | string | undefined;
function models(): UncertainModels | string {
  unpacked ??= usable(fileName, () => unpackLinear(uncertainFile, fileName, uncertainFeatures, ['cue', 'whole']));
  return unpacked;
}

/** Why no sentence is held to be uncertain, as whole sentences; absent where the model works. */
export function uncertainProblem(): string | undefined {
  const problem = models();
  return typeof problem === 'string'
    ? `${problem} The draft was read without the probability that a sentence is hedged. Install Says Who again.`
    : undefined;
}

const found = newWordFeatures();

/**
 * For each sentence of a block, how likely readers are to find it hedged or worded like a weasel (CoNLL-2010), 0 to 1; 0.5 is where
 * the decision is best. All are 0 while the model cannot be used.
 */
export function uncertaintyOf(block: Hedged): number[] {
  const both = models();
  if (typeof both === 'string') return block.sentences.map(() => 0);
  return block.sentences.map(sentence => {
    readWordFeatures(block, sentence, found);
    return sigmoid(shares.cue * cueLogit(both.cue, found) + shares.whole * wholeLogit(both.whole, found));
  });
}

/**
 * The logit that at least one word is a cue, each by itself (a noisy or): one weasel word is enough, and many plain words are no
 * proof against it. Nobody marked the words; fitting finds those that explain which sentences were marked.
 */
export function cueLogit(model: LinearModel, { features, ends, words }: WordFeatures): number {
  let none = 0;
  let from = 0;
  for (let word = 0; word < words; word++) {
    const end = ends[word] as number;
    none += softplus(logitOf(model, features, end, from));
    from = end;
  }
  return logitOfSome(none);
}

/** log(1 + e^x), without overflow. */
const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));

/** The logit of "at least one", from the negative logarithm of the probability of none. */
export const logitOfSome = (none: number): number => (none > 30 ? none : Math.log(Math.expm1(Math.max(none, 1e-9))));

let seen = new Uint32Array(0);
let round = 0;

/** The logit of all that stands in the sentence, each feature once. */
function wholeLogit(model: LinearModel, { features, ends, words }: WordFeatures): number {
  if (seen.length <= model.mask) seen = new Uint32Array(model.mask + 1);
  round++;
  const count = words === 0 ? 0 : (ends[words - 1] as number);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const bucket = (features[i] as number) & model.mask;
    if (seen[bucket] === round) continue;
    seen[bucket] = round;
    sum += model.weights[bucket] as number;
  }
  return model.bias + sum * model.scale;
}
