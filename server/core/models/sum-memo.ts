import { addWeights, type SparseModel } from './sparse-model.ts';

/** Writes the keys of some features of what a row describes, from `at` on, and returns where the next may be written. */
export type KeysOf = (out: Int32Array, at: number, rows: Int32Array, row: number) => number;

/**
 * Sums of weights that were looked up before, of features that four numbers decide. A sum takes the place of another where their
 * numbers lead to the same slot, so that what is remembered is bounded; forgetting it changes nothing but the time taken.
 */
export interface SumMemo {
  readonly keysOf: KeysOf;
  /** The four numbers whose sum is in each slot. */
  readonly deciders: Int32Array;
  readonly sums: Float64Array;
  /** How many numbers a sum has. */
  readonly length: number;
}

const slotBits = 12;
const mostKeys = 16;
const keys = new Int32Array(mostKeys);

/** Remembers no sum yet. */
export const newSumMemo = (keysOf: KeysOf, length: number): SumMemo => ({
  keysOf,
  // The last number is never negative, so that an empty slot answers to nothing.
  deciders: new Int32Array(4 << slotBits).fill(-1),
  sums: new Float64Array(length << slotBits),
  length,
});

/**
 * Adds the weights of a memo's features of a row to `to`. The numbers `a` to `d` must be all that the features follow from; `d` must
 * not be negative.
 */
export function addRemembered(
  memo: SumMemo,
  model: SparseModel,
  rows: Int32Array,
  row: number,
  a: number,
  b: number,
  c: number,
  d: number,
  to: Float64Array,
): void {
  const { deciders, sums, length } = memo;
  const slot = slotOf(a, b, c, d);
  const from = slot * length;
  const at = slot << 2;
  if (deciders[at + 3] !== d || deciders[at] !== a || deciders[at + 1] !== b || deciders[at + 2] !== c) {
    deciders[at] = a;
    deciders[at + 1] = b;
    deciders[at + 2] = c;
    deciders[at + 3] = d;
    sums.fill(0, from, from + length);
    addWeights(model, keys, memo.keysOf(keys, 0, rows, row), sums, from);
  }
  for (let i = 0; i < length; i++) to[i] = (to[i] as number) + (sums[from + i] as number);
}

function slotOf(a: number, b: number, c: number, d: number): number {
  const mixed =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) >>> (32 - slotBits);
}
