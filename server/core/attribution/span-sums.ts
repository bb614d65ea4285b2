import { addWeights, type SparseModel, sumLengthOf } from '../models/sparse-model.ts';
import { addRemembered, newSumMemo } from '../models/sum-memo.ts';
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
  rowAt,
  secondLeftKeys,
  secondRightKeys,
  spanFeatures,
  tagAndQuote,
} from './span-features.ts';
import { labelCount } from './span-labels.ts';

/** Sums of the weights of each group of features, for what decided them lately. */
export type SpanSums = ReturnType<typeof newSpanSums>;

const length = sumLengthOf(labelCount);

/** No sums yet. */
export const newSpanSums = (model: SparseModel) => ({
  model,
  own: newSumMemo(ownKeys, length),
  left: newSumMemo(leftKeys, length),
  right: newSumMemo(rightKeys, length),
  secondLeft: newSumMemo(secondLeftKeys, length),
  secondRight: newSumMemo(secondRightKeys, length),
  leftTags: newSumMemo(leftTagKeys, length),
  rightTags: newSumMemo(rightTagKeys, length),
  middle: newSumMemo(middleKeys, length),
  leftVerb: newSumMemo(leftVerbKeys, length),
  rightVerb: newSumMemo(rightVerbKeys, length),
  clause: newSumMemo(clauseKeys, length),
});

const keys = new Int32Array(spanFeatures);

/** Sums the weights of all features of a described token. Each group is remembered under all that its features look at. */
export function sumSpanWeights(sums: SpanSums, rows: Int32Array, index: number, to: Float64Array): void {
  const { model } = sums;
  const h = rowAt(index);
  const b = h - columns;
  const a = h + columns;
  const pq = tagAndQuote(rows, h);
  const p = rows[h + pos] as number;
  const where = rows[h + place] as number;
  const p1 = rows[b + pos] as number;
  const q1 = rows[a + pos] as number;
  const p23 = ((rows[b - columns + pos] as number) << 8) | (rows[b - 2 * columns + pos] as number);
  const q23 = ((rows[a + columns + pos] as number) << 8) | (rows[a + 2 * columns + pos] as number);
  const quotes = ((rows[b + quote] as number) << 4) | (rows[a + quote] as number);
  const left = ((rows[h + leftFar] as number) << 8) | (rows[h + leftMarks] as number);
  const right = ((rows[h + rightFar] as number) << 8) | (rows[h + rightMarks] as number);
  to.fill(0);
  addRemembered(
    sums.own,
    model,
    rows,
    h,
    rows[h + word] as number,
    rows[h + lemma] as number,
    rows[h + shape] as number,
    (where << 8) | pq,
    to,
  );
  const leftWord = rows[b + word] as number;
  addRemembered(sums.left, model, rows, h, leftWord, rows[b + lemma] as number, 0, (p1 << 8) | pq, to);
  const rightWord = rows[a + word] as number;
  addRemembered(sums.right, model, rows, h, rightWord, rows[a + lemma] as number, 0, (q1 << 8) | pq, to);
  addRemembered(sums.secondLeft, model, rows, h, rows[b - columns + word] as number, 0, 0, p, to);
  addRemembered(sums.secondRight, model, rows, h, rows[a + columns + word] as number, 0, 0, p, to);
  addRemembered(sums.leftTags, model, rows, h, p23, p1, 0, pq, to);
  addRemembered(sums.rightTags, model, rows, h, q23, q1, 0, pq, to);
  addRemembered(sums.middle, model, rows, h, quotes, p1, q1, pq, to);
  addRemembered(sums.leftVerb, model, rows, h, rows[h + leftVerb] as number, left, where, pq, to);
  addRemembered(sums.rightVerb, model, rows, h, rows[h + rightVerb] as number, right, 0, pq, to);
  const op = rows[h + opener] as number;
  addRemembered(sums.clause, model, rows, h, op, rows[h + nextMark] as number, rows[h + openerFar] as number, pq, to);
  addWeights(model, keys, contextKeys(keys, 0, rows, h), to, 0);
}
