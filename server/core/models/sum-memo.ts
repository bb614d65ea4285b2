import { addWeights, type SparseModel } from './sparse-model.ts';

/** Writes the keys of some features of what a row describes, from `at` on, and returns where the next may be written. */
export type KeysOf = (out: Int32Array, at: number, rows: Int32Array, row: number) => number;

/** Writes the four numbers that some features of what a row describes follow from. The last one must not be negative. */
export type Decide = (out: Int32Array, rows: Int32Array, row: number) => void;

/** Features that the same four numbers decide. */
export interface FeatureGroup {
  readonly decide: Decide;
  readonly keysOf: KeysOf;
}

/**
 * Sums of weights that were looked up before, of a group of features. A sum takes the place of another where their numbers lead to the
 * same slot, so that what is remembered is bounded; forgetting it changes nothing but the time taken.
 */
export interface SumMemo {
  readonly group: FeatureGroup;
  /** In each slot the four numbers, and behind them their sums, so that they lie in one line of the processor's cache. */
  readonly deciders: Int32Array;
  readonly sums: Float64Array;
  /** How many numbers a sum has. */
  readonly length: number;
}

const slotBits = 12;
const mostKeys = 16;
const keys = new Int32Array(mostKeys);
const asked = new Int32Array(4);

/** A slot in numbers of 8 bytes, and where its sums start. */
const slotLength = 8;
const sumsAt = 2;
/** The most numbers that a sum may have. */
export const longestSum = slotLength - sumsAt;

/** Remembers no sum yet. */
export function newSumMemo(group: FeatureGroup, length: number): SumMemo {
  const sums = new Float64Array(slotLength << slotBits);
  // The last of four numbers is never negative, so that an empty slot answers to nothing.
  const deciders = new Int32Array(sums.buffer).fill(-1);
  return { group, deciders, sums, length };
}

/**
 * Adds the weights of a memo's features to the sums of some rows, which stand in `to` one after the other. Many rows at once keep the
 * memo at hand in the processor.
 *
 * @param starts Where the rows start, of which the first `count` are asked for.
 */
export function addRemembered(
  { group, deciders, sums, length }: SumMemo,
  model: SparseModel,
  rows: Int32Array,
  starts: Int32Array,
  count: number,
  to: Float64Array,
): void {
  const { decide, keysOf } = group;
  for (let i = 0; i < count; i++) {
    const row = starts[i] as number;
    decide(asked, rows, row);
    const slot = slotOf(asked);
    const from = slot * slotLength + sumsAt;
    const at = slot * slotLength * 2;
    if (
      deciders[at + 3] !== asked[3] ||
      deciders[at] !== asked[0] ||
      deciders[at + 1] !== asked[1] ||
      deciders[at + 2] !== asked[2]
    ) {
      deciders.set(asked, at);
      sums.fill(0, from, from + length);
      addWeights(model, keys, keysOf(keys, 0, rows, row), sums, from);
    }
    for (let k = 0; k < length; k++) to[i * length + k] = (to[i * length + k] as number) + (sums[from + k] as number);
  }
}

function slotOf(numbers: Int32Array): number {
  const mixed =
    Math.imul(numbers[0] as number, 0x9e3779b1) ^
    Math.imul(numbers[1] as number, 0x85ebca6b) ^
    Math.imul(numbers[2] as number, 0xc2b2ae35) ^
    Math.imul(numbers[3] as number, 0x27d4eb2f);
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) >>> (32 - slotBits);
}
