import { partsOfSpeech } from '../model/pos.ts';
import { featureVersion, keyBits } from '../text/tag-features.ts';
import { fromBase64, padded, stretch } from './base64.ts';

/** The weights file as it is stored. See models/tagger.md for its card. */
export interface TaggerFile {
  /** Version of the layout of `data`. */
  readonly format: number;
  /** Version of the features that the weights were fitted on. */
  readonly features: number;
  /** FNV-1a over the bytes of `data`, in hexadecimal digits. */
  readonly checksum: string;
  /** Number of features that were kept, and of pairs of a tag and a weight. */
  readonly rows: number;
  readonly pairs: number;
  /** The weights there are, as whole numbers, so that sums are the same on every machine. */
  readonly weights: readonly number[];
  /** In base64, without padding: a whole number of groups of three bytes. */
  readonly data: string;
}

/**
 * Sparse rows of weights, one for each feature that was kept, found by the feature's key: the high 16 bits of a key lead to a
 * bucket of rows, the low 8 bits are compared. A row holds a pair for each tag that it speaks for or against.
 */
export interface TaggerModel {
  /** For each bucket, its first row. */
  readonly buckets: Uint32Array;
  readonly low: Uint8Array;
  /** For each row, its first pair. */
  readonly rows: Uint32Array;
  readonly pairs: Uint8Array;
  /** What each of the 256 values of a pair stands for. */
  readonly tagOfPair: Uint8Array;
  readonly weightOfPair: Int32Array;
}

export const taggerFormat = 1;
const bucketCount = 1 << (keyBits - 8);
const tags = partsOfSpeech.length;

/** A pair is `tag * weights + weight`; above these stand pairs without a weight, which list the tags of a known word. */
export const pairOf = (tag: number, weight: number, weights: number): number =>
  weight < 0 ? tags * weights + tag : tag * weights + weight;

/** Unpacks a weights file, or says in a sentence what is wrong with it. The name is for that sentence. */
export function unpackTagger(file: TaggerFile, name: string): TaggerModel | string {
  if (file.format !== taggerFormat || file.features !== featureVersion)
    return `${name} is of version ${file.format}.${file.features}, but this program reads version ${taggerFormat}.${featureVersion}.`;
  const packed = fromBase64(file.data);
  if (packed?.checksum !== file.checksum)
    return `${name} is damaged: its checksum is ${packed?.checksum ?? 'none'}, not ${file.checksum}.`;
  return modelOf(packed.bytes, file) ?? `${name} is damaged: its parts do not fit each other.`;
}

/**
 * The data hold, one after the other: the number of rows in each bucket and the number of pairs in each row, both in half a byte;
 * the low byte of each key; the pairs.
 */
function modelOf(data: Uint8Array, file: TaggerFile): TaggerModel | undefined {
  const { rows: rowCount, pairs: pairCount, weights } = file;
  const lowAt = (bucketCount + rowCount + 1) >> 1;
  const pairsAt = lowAt + rowCount;
  if (data.length !== padded(pairsAt + pairCount) || (weights.length + 1) * tags > 256) return undefined;
  const buckets = new Uint32Array(bucketCount + 1);
  const rows = new Uint32Array(rowCount + 1);
  if (runningSum(buckets, data, 0) !== rowCount || runningSum(rows, data, bucketCount) !== pairCount) return undefined;
  const tagOfPair = new Uint8Array(256);
  const weightOfPair = new Int32Array(256);
  for (let tag = 0; tag < tags; tag++) {
    tagOfPair[pairOf(tag, -1, weights.length)] = tag;
    weights.forEach((weight, index) => {
      tagOfPair[pairOf(tag, index, weights.length)] = tag;
      weightOfPair[pairOf(tag, index, weights.length)] = weight;
    });
  }
  const low = data.subarray(lowAt, pairsAt);
  return { buckets, low, rows, pairs: data.subarray(pairsAt, pairsAt + pairCount), tagOfPair, weightOfPair };
}

/** Fills an array with the sums of the halves of bytes before each place, and returns the sum of all. */
function runningSum(sums: Uint32Array, data: Uint8Array, fromHalf: number): number {
  let sum = 0;
  for (let from = 0; from < sums.length; from += stretch)
    sum = sumStretch(sums, data, fromHalf, from, Math.min(sums.length, from + stretch), sum);
  return sums[sums.length - 1] as number;
}

function sumStretch(sums: Uint32Array, data: Uint8Array, fromHalf: number, from: number, to: number, before: number) {
  let sum = before;
  for (let i = from; i < to; i++) {
    sums[i] = sum;
    const half = fromHalf + i;
    sum += ((data[half >> 1] as number) >> ((half & 1) << 2)) & 15;
  }
  return sum;
}

/** The row of a key, or -1. */
export function rowOf({ buckets, low }: TaggerModel, key: number): number {
  const bucket = key >>> 8;
  const end = buckets[bucket + 1] as number;
  for (let row = buckets[bucket] as number; row < end; row++) if (low[row] === (key & 0xff)) return row;
  return -1;
}
