import { fromBase64, padded, stretch } from './base64.ts';
import { versionProblem } from './fitting-version.ts';

/** A file of linear models that share their features, one for each decision, as `scripts/fit/` writes it. */
export interface LinearFile {
  /** Version of the layout. */
  readonly format: number;
  /** Version of the features that the weights were fitted on, which the code that computes them states too. */
  readonly features: number;
  /** The buckets of each model are two to this power; a feature falls into the bucket of its lowest bits. */
  readonly bits: number;
  /** How many features a usual text has: the scores of longer and shorter ones are evened out to it. Absent where length is left to count. */
  readonly usual?: number;
  readonly models: Readonly<Record<string, StoredModel>>;
}

interface StoredModel {
  /** The buckets of a model that has fewer than the others, as a power of two. */
  readonly bits?: number;
  /** The score of a text without features, a logit. */
  readonly bias: number;
  /** What a stored weight of one stands for. */
  readonly scale: number;
  /** FNV-1a over the bytes of `data`, in hexadecimal digits. */
  readonly checksum: string;
  /** The weights that there are, two to some power of them, where each bucket has as many bits; absent where it has a signed byte. */
  readonly levels?: readonly number[];
  /** The weights of all buckets in base64 without padding, one behind the other from the lowest bit on. */
  readonly data: string;
}

/** Weights by bucket. */
export interface LinearModel {
  readonly bias: number;
  readonly scale: number;
  readonly mask: number;
  readonly usual: number;
  readonly weights: ArrayLike<number>;
}

export const linearFormat = 1;

/**
 * Unpacks the models named in `wanted`, or says in a sentence what is wrong with the file. The name is for that sentence.
 *
 * @param features The version of the features that the caller computes.
 */
export function unpackLinear<Name extends string>(
  file: LinearFile,
  name: string,
  features: number,
  wanted: readonly Name[],
): Readonly<Record<Name, LinearModel>> | string {
  const problem = versionProblem(file, name, { format: linearFormat, features });
  if (problem !== undefined) return problem;
  const unpacked: Partial<Record<Name, LinearModel>> = {};
  for (const key of wanted) {
    const stored = file.models[key];
    if (!stored) return `${name} is damaged: it has no model “${key}”.`;
    const packed = fromBase64(stored.data);
    if (packed?.checksum !== stored.checksum)
      return `${name} is damaged: the checksum of its model “${key}” is ${packed?.checksum ?? 'none'}, not ${stored.checksum}.`;
    const { levels } = stored;
    const buckets = 1 << (stored.bits ?? file.bits);
    const width = levels ? Math.log2(levels.length) : 8;
    const needed = padded((buckets * width) / 8);
    if (packed.bytes.length !== needed)
      return `${name} is damaged: its model “${key}” has ${packed.bytes.length} bytes, not ${needed}.`;
    const weights = levels
      ? unfolded(packed.bytes, Int8Array.from(levels), width, buckets)
      : new Int8Array(packed.bytes.buffer, 0, buckets);
    unpacked[key] = { bias: stored.bias, scale: stored.scale, mask: buckets - 1, usual: file.usual ?? 0, weights };
  }
  return unpacked as Record<Name, LinearModel>;
}

function unfolded(bytes: Uint8Array, levels: Int8Array, width: number, buckets: number): Int8Array {
  const weights = new Int8Array(buckets);
  for (let from = 0; from < buckets; from += stretch)
    unfold(bytes, levels, width, weights, from, Math.min(buckets, from + stretch));
  return weights;
}

function unfold(
  bytes: Uint8Array,
  levels: Int8Array,
  width: number,
  weights: Int8Array,
  from: number,
  end: number,
): void {
  for (let bucket = from; bucket < end; bucket++) {
    const bit = bucket * width;
    // A level may lie in two bytes; there is none behind the last.
    const both = (bytes[bit >> 3] as number) | ((bytes[(bit >> 3) + 1] ?? 0) << 8);
    weights[bucket] = levels[(both >> (bit & 7)) & (levels.length - 1)] as number;
  }
}

/**
 * The score of the features from index `from` up to `end`, each present once or as often as it is listed: a logit, above zero where
 * the answer is yes.
 */
export function logitOf(
  { bias, scale, mask, usual, weights }: LinearModel,
  features: ArrayLike<number>,
  end = features.length,
  from = 0,
): number {
  // Whole numbers are summed, so that the order of features never matters.
  let sum = 0;
  for (let i = from; i < end; i++) sum += weights[(features[i] as number) & mask] as number;
  return bias + sum * scale * evenness(usual, end - from);
}

/** What the sum of a text's weights is multiplied by, so that a long text is not surer of everything than a short one. */
export const evenness = (usual: number, count: number): number =>
  usual > 0 && count > 0 ? Math.sqrt(usual / count) : 1;

/** What one feature adds to the score, in a text of usual length. */
export const contributionOf = ({ scale, mask, weights }: LinearModel, feature: number): number =>
  (weights[feature & mask] as number) * scale;

/** The probability, 0 to 1, that a logit stands for. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
