import { checksumOf, padded } from '../../server/core/models/base64.ts';
import { type LinearFile, linearFormat } from '../../server/core/models/linear-model.ts';
import type { DenseModel } from './dense.ts';

/** What the card says in short, for whoever finds the file alone. */
export interface Provenance {
  readonly about: string;
  readonly licence: string;
}

/**
 * Packs models that share their features into a file, each weight as one signed byte.
 *
 * @param features The version of the features, which the code that computes them states.
 */
export function packLinear(
  models: Readonly<Record<string, DenseModel>>,
  features: number,
  provenance: Provenance,
): Provenance & LinearFile {
  const sizes = new Set(Object.values(models).map(({ weights }) => weights.length));
  const [size] = sizes;
  const [usual, another] = new Set(Object.values(models).map(model => model.usual));
  if (size === undefined || sizes.size !== 1 || another !== undefined)
    throw new RangeError('Models of one file have the same number of buckets, and even lengths out alike.');
  return {
    ...provenance,
    format: linearFormat,
    features,
    bits: Math.log2(size),
    ...(usual ? { usual } : {}),
    models: Object.fromEntries(Object.entries(models).map(([name, model]) => [name, stored(model)])),
  };
}

function stored({ bias, weights }: DenseModel) {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = new Uint8Array(padded(weights.length));
  weights.forEach((weight, i) => {
    bytes[i] = Math.round(weight / scale) & 0xff;
  });
  return {
    bias: Number(bias.toPrecision(6)),
    scale: Number(scale.toPrecision(6)),
    checksum: checksumOf(bytes),
    data: Buffer.from(bytes).toString('base64'),
  };
}
