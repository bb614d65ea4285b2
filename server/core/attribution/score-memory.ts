import type { Sentence } from '../model/sentence.ts';
import { columns, margin, word } from './span-description.ts';
import { labelCount } from './span-labels.ts';

/**
 * Scores of sentences that were labelled lately. Whoever types changes one sentence of a paragraph, and what the features say of the
 * others stays the same. A sentence takes the place of another where both lead to the same slot, so that what is remembered is
 * bounded; forgetting it changes nothing but the time taken.
 */
export interface ScoreMemory {
  readonly slots: (Remembered | undefined)[];
}

/** The described tokens of a sentence with those around it that its features reach, and the scores of its labels. */
interface Remembered {
  readonly rows: Int32Array;
  readonly scores: Int32Array;
}

const slotBits = 8;
/** Longer sentences, in tokens, are rare, and not kept. */
const longestKept = 120;

/** Remembers no sentence yet. */
export const newScoreMemory = (): ScoreMemory => ({ slots: Array.from({ length: 1 << slotBits }, () => undefined) });

/** Forgets every sentence. */
export function forgetScores({ slots }: ScoreMemory): void {
  slots.fill(undefined);
}

/** A sentence by the numbers that its tokens have among all that are described. */
export type ScoredSentence = Pick<Sentence, 'firstToken' | 'endToken'>;

/** A sentence of a block whose first token has a number. */
export const placed = ({ firstToken, endToken }: Sentence, first: number): ScoredSentence => ({
  firstToken: first + firstToken,
  endToken: first + endToken,
});

/** Where the rows that the features of a sentence look at start, and where they end; a margin stands before the tokens. */
const rowsFrom = ({ firstToken }: ScoredSentence): number => firstToken * columns;
const rowsTo = ({ endToken }: ScoredSentence): number => (endToken + 2 * margin) * columns;

/** Writes the scores that a described sentence had before to its place; false where it is not remembered. */
export function recallScores(
  { slots }: ScoreMemory,
  rows: Int32Array,
  sentence: ScoredSentence,
  scores: Int32Array,
): boolean {
  const known = slots[slotOf(rows, sentence)];
  const from = rowsFrom(sentence);
  if (known?.rows.length !== rowsTo(sentence) - from) return false;
  for (let i = 0; i < known.rows.length; i++) if (known.rows[i] !== rows[from + i]) return false;
  scores.set(known.scores, sentence.firstToken * labelCount);
  return true;
}

/** Remembers the scores of a described sentence. */
export function rememberScores(
  { slots }: ScoreMemory,
  rows: Int32Array,
  sentence: ScoredSentence,
  scores: Int32Array,
): void {
  const { firstToken, endToken } = sentence;
  if (endToken - firstToken > longestKept) return;
  slots[slotOf(rows, sentence)] = {
    rows: rows.slice(rowsFrom(sentence), rowsTo(sentence)),
    scores: scores.slice(firstToken * labelCount, endToken * labelCount),
  };
}

function slotOf(rows: Int32Array, { firstToken, endToken }: ScoredSentence): number {
  let mixed = endToken - firstToken;
  for (let i = firstToken; i < endToken; i++) {
    mixed = Math.imul(mixed ^ (rows[(i + margin) * columns + word] as number), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> (32 - slotBits);
}
