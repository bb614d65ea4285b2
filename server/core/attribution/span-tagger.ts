import type { Block } from '../model/block.ts';
import type { Sentence } from '../model/sentence.ts';
import { sigmoid } from '../models/linear-model.ts';
import { type SparseFile, type SparseModel, sumLengthOf, takeApart, unpackSparse } from '../models/sparse-model.ts';
import { forgetScores, newScoreMemory, recallScores, rememberScores } from './score-memory.ts';
import { describeTokens, newDescribed } from './span-description.ts';
import { keyBits, spanFeatureVersion } from './span-features.ts';
import { classCount, classesOf, isCue, labelCount, mayFollow } from './span-labels.ts';
import { newSpanSums, type SpanSums, sumSpanWeights } from './span-sums.ts';

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
const sum = new Float64Array(sumLengthOf(L));
/** For each token and label: what the features say, the best path up to it, the best path behind it, where the former came from. */
let scores = new Int32Array(0);
let forward = new Int32Array(0);
let backward = new Int32Array(0);
let origin = new Uint8Array(0);

/** The labels of a block's tokens. What it hands out is overwritten by the next reading. */
export interface Labelled {
  readonly labels: Uint8Array;
  /** How sure it is, 0 to 1, that some of these tokens are a cue, which their labels say. */
  readonly confidence: (first: number, end: number) => number;
}

/** Labels the tokens of a block by the best path through the model (Viterbi 1967). */
export function labelTokens(model: SpanModel, block: Pick<Block, 'tokens' | 'sentences' | 'quotations'>): Labelled {
  const count = block.tokens.length;
  describeTokens(described, block);
  if (scores.length < count * L) {
    scores = new Int32Array(count * L * 2);
    forward = new Int32Array(count * L * 2);
    backward = new Int32Array(count * L * 2);
    origin = new Uint8Array(count * L * 2);
  }
  if (sums?.model !== model.sparse) {
    sums = newSpanSums(model.sparse);
    forgetScores(lately);
  }
  for (const sentence of block.sentences) scoreSentence(sums, sentence);
  const classes = classesOf(block.tokens);
  walkForward(model, classes, count);
  let walkedBack = false;
  return {
    labels: bestPath(count),
    confidence(first, end) {
      if (!walkedBack) walkBackward(model, classes, count);
      walkedBack = true;
      let margin = lowest;
      for (let i = first; i < end; i++) margin = Math.max(margin, cueMargin(i));
      const { offset, slope } = model.confidence;
      return sigmoid(offset + (slope * margin) / model.scale);
    },
  };
}

const lately = newScoreMemory();

/** Forgets the sentences that were scored lately, for whoever measures work. */
export const forgetSentences = (): void => forgetScores(lately);

/** Writes what the features say of the tokens of a sentence of the block that was described last. */
function scoreSentence(sums: SpanSums, sentence: Sentence): void {
  if (recallScores(lately, described.rows, sentence, scores)) return;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    sumSpanWeights(sums, described.rows, i, sum);
    takeApart(sum, 0, scores, i * L, L);
  }
  rememberScores(lately, described.rows, sentence, scores);
}

function walkForward({ transitions }: SpanModel, classes: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * L;
    const table = (classes[i] as number) * L * L;
    for (let label = 0; label < L; label++) {
      let most = lowest;
      let from = 0;
      // Before the first token all is outside.
      const last = i === 0 ? 0 : (lastBefore[label] as number);
      for (let before = firstBefore[label] as number; before <= last; before++) {
        const score =
          (i === 0 ? 0 : (forward[at - L + before] as number)) + (transitions[table + before * L + label] as number);
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

function walkBackward({ transitions }: SpanModel, classes: Uint8Array, count: number): void {
  backward.fill(0, (count - 1) * L, count * L);
  for (let i = count - 2; i >= 0; i--) {
    const at = i * L;
    const table = (classes[i + 1] as number) * L * L;
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

function bestPath(count: number): Uint8Array {
  const labels = new Uint8Array(count);
  if (count === 0) return labels;
  const last = (count - 1) * L;
  let label = 0;
  for (let other = 1; other < L; other++)
    if ((forward[last + other] as number) > (forward[last + label] as number)) label = other;
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label;
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
