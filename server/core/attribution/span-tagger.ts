import type { Token } from '../model/sentence.ts';
import { sigmoid } from '../models/linear-model.ts';
import { type SparseFile, type SparseModel, takeApart, unpackSparse } from '../models/sparse-model.ts';
import {
  forgetScores,
  newScoreMemory,
  placed,
  recallScores,
  rememberScores,
  type ScoredSentence,
} from './score-memory.ts';
import { describeTokens, newDescribed, type ToDescribe } from './span-description.ts';
import { keyBits, rowAt, spanFeatureVersion } from './span-features.ts';
import { classCount, classesOf, isCue, labelCount, mayFollow } from './span-labels.ts';
import { newSpanSums, type SpanSums, spanSumLength, sumSpanWeights } from './span-sums.ts';

/** The weights of the attribution model as they are stored. See models/attributions.md for their card. */
export interface SpanFile extends SparseFile {
  /** What each label may follow and how gladly: a table of labels by labels for each class of token, row by row. */
  readonly transitions: readonly number[];
  /** How many weights make one nat. */
  readonly scale: number;
  /** Logit of a cue being right: `offset` and `slope` times the nats by which it beats all else. */
  readonly confidence: { readonly offset: number; readonly slope: number };
}

export interface SpanModel {
  readonly sparse: SparseModel;
  readonly transitions: Int32Array;
  readonly scale: number;
  readonly confidence: { readonly offset: number; readonly slope: number };
}

export const spanFormat = 1;
const L = labelCount;

/** Unpacks the weights, or says in a sentence what is wrong with the file. The name is for that sentence. */
export function unpackSpans(file: SpanFile, name: string): SpanModel | string {
  const sparse = unpackSparse(file, name, {
    format: spanFormat,
    features: spanFeatureVersion,
    keyBits,
    labels: labelCount,
  });
  if (typeof sparse === 'string') return sparse;
  if (file.transitions.length !== classCount * L * L) return `${name} is damaged: its parts do not fit each other.`;
  const { scale, confidence } = file;
  return { sparse, transitions: Int32Array.from(file.transitions), scale, confidence };
}

const allowed = Uint8Array.from({ length: L * L }, (_, i) => (mayFollow(Math.floor(i / L), i % L) ? 1 : 0));
/** The labels that may stand before each label: as it happens, all from a first one on and up to a last one. */
const firstBefore = Uint8Array.from({ length: L }, (_, label) => labelsBefore(label)[0] as number);
const lastBefore = Uint8Array.from({ length: L }, (_, label) => labelsBefore(label).at(-1) as number);
const lowest = -(2 ** 29);

function labelsBefore(label: number): number[] {
  return Array.from({ length: L }, (_, before) => before).filter(before => mayFollow(before, label));
}

const described = newDescribed();
let sums: SpanSums | undefined;
/** For each token and label: what the features say, the best path up to it, the best path behind it, where the former came from. */
let scores = new Int32Array(0);
let forward = new Int32Array(0);
let backward = new Int32Array(0);
let origin = new Uint8Array(0);

/** The labels of a block's tokens. */
export interface Labelled {
  readonly labels: Uint8Array;
  /** How sure it is, 0 to 1, that some of these tokens are a cue, which their labels say. It can be asked until others are labelled. */
  readonly confidence: (first: number, end: number) => number;
}

/** Labels the tokens of blocks, of each by the best path through the model (Viterbi 1967). */
export function labelTokens(model: SpanModel, blocks: readonly ToDescribe[]): Labelled[] {
  const firsts = describeTokens(described, blocks);
  const length = ((firsts.at(-1) ?? 0) + (blocks.at(-1)?.tokens.length ?? 0)) * L;
  if (scores.length < length) {
    scores = new Int32Array(length * 2);
    forward = new Int32Array(length * 2);
    backward = new Int32Array(length * 2);
    origin = new Uint8Array(length * 2);
  }
  if (sums?.model !== model.sparse) {
    sums = newSpanSums(model.sparse);
    forgetScores(lately);
  }
  scoreSentences(
    sums,
    blocks.flatMap(({ sentences }, i) => sentences.map(sentence => placed(sentence, firsts[i] as number))),
  );
  return blocks.map(({ tokens }, i) => labelledFrom(model, tokens, firsts[i] as number));
}

/** Labels tokens whose scores stand from a number on. */
function labelledFrom(model: SpanModel, tokens: readonly Token[], first: number): Labelled {
  const end = first + tokens.length;
  const classes = classesOf(tokens);
  walkForward(model, classes, first, end);
  let walkedBack = false;
  return {
    labels: bestPath(first, end),
    confidence(from, to) {
      if (!walkedBack) walkBackward(model, classes, first, end);
      walkedBack = true;
      let margin = lowest;
      for (let i = from; i < to; i++) margin = Math.max(margin, cueMargin(first + i));
      const { offset, slope } = model.confidence;
      return sigmoid(offset + (slope * margin) / model.scale);
    },
  };
}

const lately = newScoreMemory();

/** Forgets the sentences that were scored lately, for whoever measures work. */
export const forgetSentences = (): void => forgetScores(lately);

/** So many tokens are scored together. */
const together = 2048;
const numbers = new Int32Array(together);
const starts = new Int32Array(together);
const sum = new Float64Array(together * spanSumLength);

/** Writes what the features say of the tokens of described sentences. */
function scoreSentences(sums: SpanSums, sentences: readonly ScoredSentence[]): void {
  const unknown = sentences.filter(sentence => !recallScores(lately, described.rows, sentence, scores));
  let count = 0;
  const score = () => {
    sumSpanWeights(sums, described.rows, starts, count, sum);
    for (let k = 0; k < count; k++) takeApart(sum, k * spanSumLength, scores, (numbers[k] as number) * L, L);
    count = 0;
  };
  for (const { firstToken, endToken } of unknown)
    for (let i = firstToken; i < endToken; i++) {
      numbers[count] = i;
      starts[count++] = rowAt(i);
      if (count === together) score();
    }
  score();
  for (const sentence of unknown) rememberScores(lately, described.rows, sentence, scores);
}

function walkForward({ transitions }: SpanModel, classes: Uint8Array, first: number, end: number): void {
  for (let i = first; i < end; i++) {
    const at = i * L;
    const table = (classes[i - first] as number) * L * L;
    for (let label = 0; label < L; label++) {
      let most = lowest;
      let from = 0;
      // Before the first token all is outside.
      const last = i === first ? 0 : (lastBefore[label] as number);
      for (let before = firstBefore[label] as number; before <= last; before++) {
        const score =
          (i === first ? 0 : (forward[at - L + before] as number)) +
          (transitions[table + before * L + label] as number);
        if (score > most) {
          most = score;
          from = before;
        }
      }
      origin[at + label] = from;
      forward[at + label] = most === lowest ? lowest : most + (scores[at + label] as number);
    }
    level(forward, at);
  }
}

function walkBackward({ transitions }: SpanModel, classes: Uint8Array, first: number, end: number): void {
  backward.fill(0, (end - 1) * L, end * L);
  for (let i = end - 2; i >= first; i--) {
    const at = i * L;
    const table = (classes[i + 1 - first] as number) * L * L;
    for (let label = 0; label < L; label++) {
      let most = lowest;
      for (let next = 0; next < L; next++) {
        if (!allowed[label * L + next]) continue;
        const to = at + L + next;
        const behind = (scores[to] as number) + (backward[to] as number);
        most = Math.max(most, behind + (transitions[table + label * L + next] as number));
      }
      backward[at + label] = most;
    }
    level(backward, at);
  }
}

/** Only differences between labels matter; kept small, they never overflow however long a block is. */
function level(sums: Int32Array, at: number): void {
  let most = lowest;
  for (let i = at; i < at + L; i++) if ((sums[i] as number) > most) most = sums[i] as number;
  for (let i = at; i < at + L; i++) {
    const less = (sums[i] as number) - most;
    sums[i] = less > lowest ? less : lowest;
  }
}

function bestPath(first: number, end: number): Uint8Array {
  const labels = new Uint8Array(end - first);
  if (end === first) return labels;
  const last = (end - 1) * L;
  let label = 0;
  for (let other = 1; other < L; other++)
    if ((forward[last + other] as number) > (forward[last + label] as number)) label = other;
  for (let i = end - 1; i >= first; i--) {
    labels[i - first] = label;
    label = origin[i * L + label] as number;
  }
  return labels;
}

/** By how much the best path on which a token is part of a cue beats the best on which it is not. */
function cueMargin(i: number): number {
  let cue = 2 * lowest;
  let other = 2 * lowest;
  for (let label = 0; label < L; label++) {
    const both = (forward[i * L + label] as number) + (backward[i * L + label] as number);
    if (isCue(label)) cue = Math.max(cue, both);
    else other = Math.max(other, both);
  }
  return cue - other;
}
