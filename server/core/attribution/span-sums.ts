import { addWeights, type SparseModel, sumLengthOf } from '../models/sparse-model.ts';
import { addRemembered, type FeatureGroup, newSumMemo } from '../models/sum-memo.ts';
import {
  columns,
  leftFar,
  leftMarks,
  leftVerb,
  lemma,
  nextMark,
  opener,
  openerFar,
  place,
  pos,
  quote,
  rightFar,
  rightMarks,
  rightVerb,
  shape,
  word,
} from './span-description.ts';
import {
  clauseKeys,
  contextKeys,
  leftKeys,
  leftTagKeys,
  leftVerbKeys,
  middleKeys,
  ownKeys,
  rightKeys,
  rightTagKeys,
  rightVerbKeys,
  secondLeftKeys,
  secondRightKeys,
  spanFeatures,
  tagAndQuote,
} from './span-features.ts';
import { labelCount } from './span-labels.ts';

/** Sums of the weights of each group of features, for what decided them lately. */
export type SpanSums = ReturnType<typeof newSpanSums>;

/** How many numbers the sums of a token have. */
export const spanSumLength = sumLengthOf(labelCount);

/** No sums yet. */
export const newSpanSums = (model: SparseModel) => ({
  model,
  memos: groups.map(group => newSumMemo(group, spanSumLength)),
});

function write(out: Int32Array, a: number, b: number, c: number, d: number): void {
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** A column of a row, and two columns of small numbers in one. */
const of = (rows: Int32Array, row: number, column: number): number => rows[row + column] as number;
const both = (first: number, second: number): number => (first << 8) | second;

/** The tags of a token, of how it stands to quotations, and of the token on one side. */
const withTag = (rows: Int32Array, h: number, beside: number): number =>
  both(of(rows, beside, pos), tagAndQuote(rows, h));

/** The groups of features that recur, with all that each of their features looks at. */
const groups: readonly FeatureGroup[] = [
  {
    keysOf: ownKeys,
    decide: (out, rows, h) =>
      write(
        out,
        of(rows, h, word),
        of(rows, h, lemma),
        of(rows, h, shape),
        both(of(rows, h, place), tagAndQuote(rows, h)),
      ),
  },
  {
    keysOf: leftKeys,
    decide(out, rows, h) {
      const b = h - columns;
      write(out, of(rows, b, word), of(rows, b, lemma), 0, withTag(rows, h, b));
    },
  },
  {
    keysOf: rightKeys,
    decide(out, rows, h) {
      const a = h + columns;
      write(out, of(rows, a, word), of(rows, a, lemma), 0, withTag(rows, h, a));
    },
  },
  {
    keysOf: secondLeftKeys,
    decide: (out, rows, h) => write(out, of(rows, h - 2 * columns, word), 0, 0, of(rows, h, pos)),
  },
  {
    keysOf: secondRightKeys,
    decide: (out, rows, h) => write(out, of(rows, h + 2 * columns, word), 0, 0, of(rows, h, pos)),
  },
  {
    keysOf: leftTagKeys,
    decide(out, rows, h) {
      const far = both(of(rows, h - 2 * columns, pos), of(rows, h - 3 * columns, pos));
      write(out, far, of(rows, h - columns, pos), 0, tagAndQuote(rows, h));
    },
  },
  {
    keysOf: rightTagKeys,
    decide(out, rows, h) {
      const far = both(of(rows, h + 2 * columns, pos), of(rows, h + 3 * columns, pos));
      write(out, far, of(rows, h + columns, pos), 0, tagAndQuote(rows, h));
    },
  },
  {
    keysOf: middleKeys,
    decide(out, rows, h) {
      const b = h - columns;
      const a = h + columns;
      const quotes = both(of(rows, b, quote), of(rows, a, quote));
      write(out, quotes, of(rows, b, pos), of(rows, a, pos), tagAndQuote(rows, h));
    },
  },
  {
    keysOf: leftVerbKeys,
    decide(out, rows, h) {
      const far = both(of(rows, h, leftFar), of(rows, h, leftMarks));
      write(out, of(rows, h, leftVerb), far, of(rows, h, place), tagAndQuote(rows, h));
    },
  },
  {
    keysOf: rightVerbKeys,
    decide(out, rows, h) {
      const far = both(of(rows, h, rightFar), of(rows, h, rightMarks));
      write(out, of(rows, h, rightVerb), far, 0, tagAndQuote(rows, h));
    },
  },
  {
    keysOf: clauseKeys,
    decide: (out, rows, h) =>
      write(out, of(rows, h, opener), of(rows, h, nextMark), of(rows, h, openerFar), tagAndQuote(rows, h)),
  },
];

const keys = new Int32Array(spanFeatures);

/**
 * Sums the weights of all features of some described tokens, one after the other in `to`. Group goes by group, so that the memo of one
 * stays at hand in the processor while all tokens ask it.
 *
 * @param starts Where the rows of the tokens start, of which the first `count` are asked for.
 */
export function sumSpanWeights(
  { model, memos }: SpanSums,
  rows: Int32Array,
  starts: Int32Array,
  count: number,
  to: Float64Array,
): void {
  to.fill(0, 0, count * spanSumLength);
  for (const memo of memos) addRemembered(memo, model, rows, starts, count, to);
  for (let i = 0; i < count; i++)
    addWeights(model, keys, contextKeys(keys, 0, rows, starts[i] as number), to, i * spanSumLength);
}
