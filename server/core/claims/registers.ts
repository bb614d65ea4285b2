import { sigmoid } from '../models/linear-model.ts';
import { type Weighed, weighed } from '../models/weighed.ts';

/** How much a paragraph reads like an article, a speech and a citizen's comment: shares that come to one. */
export interface Registers {
  readonly article: number;
  readonly speech: number;
  readonly comment: number;
}

const width = weighed.length;
const placeOf = (name: Weighed): number => weighed.indexOf(name);
const speech = placeOf('speech');
const comment = placeOf('comment');
const inArticle = placeOf('factual');
const inSpeech = placeOf('factualInSpeech');
const inComment = placeOf('factualInComment');

/**
 * The registers of a paragraph, by the mean of what its sentences were weighed at: one sentence tells little, a paragraph nearly all.
 *
 * @param logits What the sentences were weighed at, in the order of `weighed`, one sentence behind the other.
 */
export function registersOf(logits: ArrayLike<number>, sentences: number): Registers {
  const spoken = Math.exp(meanOf(logits, sentences, speech));
  const commented = Math.exp(meanOf(logits, sentences, comment));
  const all = 1 + spoken + commented;
  return { article: 1 / all, speech: spoken / all, comment: commented / all };
}

function meanOf(logits: ArrayLike<number>, sentences: number, which: number): number {
  let sum = 0;
  for (let sentence = 0; sentence < sentences; sentence++) sum += logits[sentence * width + which] as number;
  // Beyond this the shares no longer move.
  return Math.min(30, sum / Math.max(1, sentences));
}

/** The probability that a sentence asserts something checkable: that of each register, as far as its paragraph reads like it (mixture of experts, Jacobs et al. 1991). */
export const factualIn = (registers: Registers, logits: ArrayLike<number>, at: number): number =>
  registers.article * sigmoid(logits[at + inArticle] as number) +
  registers.speech * sigmoid(logits[at + inSpeech] as number) +
  registers.comment * sigmoid(logits[at + inComment] as number);
