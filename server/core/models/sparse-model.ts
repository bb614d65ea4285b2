import { fromBase64, padded, stretch } from './base64.ts';
import { versionProblem } from './fitting-version.ts';

/** A weights file as it is stored, of a model that scores labels. The card of each model lies beside it. */
export interface SparseFile {
  /** Version of the layout of `data`. */
  readonly format: number;
  /** Version of the features that the weights were fitted on. */
  readonly features: number;
  /** FNV-1a over the bytes of `data`, in hexadecimal digits. */
  readonly checksum: string;
  /** Number of features that were kept, and of pairs of a label and a weight. */
  readonly rows: number;
  readonly pairs: number;
  /** The weights there are, as whole numbers, so that sums are the same on every machine. */
  readonly weights: readonly number[];
  /** In base64, without padding: a whole number of groups of three bytes. */
  readonly data: string;
}

/**
 * Sparse rows of weights, one for each feature that was kept, found by the feature's key: the high bits of a key lead to a
 * bucket of rows, the low 8 bits are compared. A row holds a pair for each label that it speaks for or against.
 */
export interface SparseModel {
  /** A bit for each value of a key without its lowest four bits: set where a row has it. Most keys have no row, and need no more than a look here. */
  readonly filter: Uint8Array;
  /** For each bucket, where its rows start among the records. */
  readonly buckets: Uint32Array;
  /** For each row the low byte of its key, the number of its pairs, and the pairs. */
  readonly records: Uint8Array;
  /** What each of the 256 values of a pair stands for: a label, the number of a sum that it adds to, and what it adds. */
  readonly labelOfPair: Uint8Array;
  readonly numberOfPair: Uint8Array;
  readonly weightOfPair: Float64Array;
}

/** What the program that reads a file expects of it. */
export interface Expected {
  readonly format: number;
  readonly features: number;
  /** Number of bits of a key. */
  readonly keyBits: number;
  readonly labels: number;
}

/**
 * Two labels share a number of a sum, which halves the work of adding: every sum of the weights that there are is far below half of
 * this factor, so that the parts of such a number can be told apart exactly.
 */
const apart = 2 ** 26;

/** Numbers in a sum of weights for so many labels. */
export const sumLengthOf = (labels: number): number => (labels + 1) >> 1;

/** Left free for a model's own use; no file has so many pairs of labels and weights. */
export const sparePair = 255;

/** A pair is `label * weights + weight`; above these stand pairs without a weight, which only list labels, and the spare one. */
export const pairOf = (label: number, weight: number, weights: number, labels: number): number =>
  weight < 0 ? labels * weights + label : label * weights + weight;

/** Unpacks a weights file, or says in a sentence what is wrong with it. The name is for that sentence. */
export function unpackSparse(file: SparseFile, name: string, expected: Expected): SparseModel | string {
  const problem = versionProblem(file, name, expected);
  if (problem !== undefined) return problem;
  const packed = fromBase64(file.data);
  if (packed?.checksum !== file.checksum)
    return `${name} is damaged: its checksum is ${packed?.checksum ?? 'none'}, not ${file.checksum}.`;
  return modelOf(packed.bytes, file, expected) ?? `${name} is damaged: its parts do not fit each other.`;
}

/**
 * The data hold, one after the other: the number of rows in each bucket and the number of pairs in each row, both in half a byte;
 * the low byte of each key; the pairs.
 */
function modelOf(data: Uint8Array, file: SparseFile, { keyBits, labels }: Expected): SparseModel | undefined {
  const { rows: rowCount, pairs: pairCount, weights } = file;
  const bucketCount = 1 << (keyBits - 8);
  const lowAt = (bucketCount + rowCount + 1) >> 1;
  const pairsAt = lowAt + rowCount;
  if (data.length !== padded(pairsAt + pairCount) || (weights.length + 1) * labels > sparePair) return undefined;
  const buckets = new Uint32Array(bucketCount + 1);
  const records = new Uint8Array(2 * rowCount + pairCount);
  const filter = new Uint8Array(1 << (keyBits - 7));
  const place = { row: 0, pair: 0, at: 0 };
  for (let from = 0; from < bucketCount; from += stretch)
    fillBuckets(data, bucketCount, lowAt, pairsAt, from, place, buckets, records, filter);
  buckets[bucketCount] = place.at;
  if (place.row !== rowCount || place.pair !== pairCount) return undefined;
  const labelOfPair = new Uint8Array(256);
  const numberOfPair = new Uint8Array(256);
  const weightOfPair = new Float64Array(256);
  for (let label = 0; label < labels; label++) {
    labelOfPair[pairOf(label, -1, weights.length, labels)] = label;
    weights.forEach((weight, index) => {
      const pair = pairOf(label, index, weights.length, labels);
      labelOfPair[pair] = label;
      numberOfPair[pair] = label >> 1;
      weightOfPair[pair] = label & 1 ? weight * apart : weight;
    });
  }
  return { filter, buckets, records, labelOfPair, numberOfPair, weightOfPair };
}

/** Fills a stretch of buckets, going on from a place. */
function fillBuckets(
  data: Uint8Array,
  bucketCount: number,
  lowAt: number,
  pairsAt: number,
  from: number,
  place: { row: number; pair: number; at: number },
  buckets: Uint32Array,
  records: Uint8Array,
  filter: Uint8Array,
): void {
  let { row, pair, at } = place;
  for (let bucket = from; bucket < Math.min(from + stretch, bucketCount); bucket++) {
    buckets[bucket] = at;
    for (let left = half(data, bucket); left > 0; left--) {
      const low = data[lowAt + row] as number;
      const length = half(data, bucketCount + row++);
      records[at++] = low;
      records[at++] = length;
      for (let i = 0; i < length; i++) records[at++] = data[pairsAt + pair++] as number;
      const byte = (bucket << 1) | (low >> 7);
      filter[byte] = (filter[byte] as number) | (1 << ((low >> 4) & 7));
    }
  }
  place.row = row;
  place.pair = pair;
  place.at = at;
}

/** A half of a byte, by its number. */
const half = (data: Uint8Array, index: number): number => ((data[index >> 1] as number) >> ((index & 1) << 2)) & 15;

/** Adds the weights of the first so many features to a sum that starts at an index of `sums`. The keys are overwritten. */
export function addWeights(model: SparseModel, keys: Int32Array, count: number, sums: Float64Array, at: number): void {
  const { filter, buckets, records, numberOfPair, weightOfPair } = model;
  // All are asked first, without a branch, since their answers cannot be foreseen.
  let found = 0;
  for (let k = 0; k < count; k++) {
    const key = keys[k] as number;
    keys[found] = key;
    found += ((filter[key >>> 7] as number) >> ((key >>> 4) & 7)) & 1;
  }
  for (let k = 0; k < found; k++) {
    const key = keys[k] as number;
    const low = key & 0xff;
    const end = buckets[(key >>> 8) + 1] as number;
    for (let row = buckets[key >>> 8] as number; row < end; ) {
      const next = row + 2 + (records[row + 1] as number);
      if (records[row] === low) {
        for (let i = row + 2; i < next; i++) {
          const pair = records[i] as number;
          const to = at + (numberOfPair[pair] as number);
          sums[to] = (sums[to] as number) + (weightOfPair[pair] as number);
        }
        break;
      }
      row = next;
    }
  }
}

/** Writes the sums of all labels, taken apart, from `at` on. */
export function takeApart(sums: Float64Array, from: number, out: Int32Array, at: number, labels: number): void {
  for (let label = 0; label < labels; label += 2) {
    const both = sums[from + (label >> 1)] as number;
    const second = Math.round(both / apart);
    out[at + label] = both - second * apart;
    if (label + 1 < labels) out[at + label + 1] = second;
  }
}

/** The label with the highest sum; the first of several. */
export function bestLabel(sum: Float64Array, labels: number): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; 2 * i < labels; i++) {
    const both = sum[i] as number;
    const second = Math.round(both / apart);
    const first = both - second * apart;
    if (first > highest) {
      highest = first;
      best = 2 * i;
    }
    if (second > highest && 2 * i + 1 < labels) {
      highest = second;
      best = 2 * i + 1;
    }
  }
  return best;
}

/** The labels of a row, one bit each, as its pairs list them; 0 for a key without a row. */
export function listedLabels(model: SparseModel, key: number): number {
  const { records, labelOfPair } = model;
  const row = rowOf(model, key);
  if (row < 0) return 0;
  let labels = 0;
  for (let i = 0; i < (records[row + 1] as number); i++)
    labels |= 1 << (labelOfPair[records[row + 2 + i] as number] as number);
  return labels;
}

/** Where the row of a key starts among the records, or -1. */
function rowOf({ buckets, records }: SparseModel, key: number): number {
  const low = key & 0xff;
  const end = buckets[(key >>> 8) + 1] as number;
  for (let row = buckets[key >>> 8] as number; row < end; row += 2 + (records[row + 1] as number))
    if (records[row] === low) return row;
  return -1;
}
