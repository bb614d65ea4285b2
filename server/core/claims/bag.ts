import { combined, hashOf } from '../models/features.ts';

/** The buckets of the claim models are two to this power. A bag holds no more than one feature of each bucket. */
export const bucketBits = 16;
const buckets = 1 << bucketBits;

/** The features of a sentence, without repetition: scratch space, emptied for each one. */
export interface Bag {
  /** Only the first `count` mean anything. */
  features: Int32Array;
  count: number;
  /** One bit for each bucket that a feature fell into: few enough bytes for the innermost cache. */
  readonly seen: Uint32Array;
}

export const newBag = (): Bag => ({
  features: new Int32Array(1024),
  count: 0,
  seen: new Uint32Array(buckets >> 5),
});

export function empty(bag: Bag): void {
  const { features, seen } = bag;
  for (let i = 0; i < bag.count; i++) seen[((features[i] as number) & (buckets - 1)) >> 5] = 0;
  bag.count = 0;
}

export function add(bag: Bag, feature: number): void {
  const bucket = feature & (buckets - 1);
  const word = bag.seen[bucket >> 5] as number;
  const bit = 1 << (bucket & 31);
  if ((word & bit) !== 0) return;
  bag.seen[bucket >> 5] = word | bit;
  if (bag.count === bag.features.length) {
    const larger = new Int32Array(2 * bag.count);
    larger.set(bag.features);
    bag.features = larger;
  }
  bag.features[bag.count++] = feature;
}

/**
 * The first quarter of the buckets is for single words, so that few of them share one and what is known of a word from elsewhere can be
 * put there without touching anything else.
 */
export const wordBits = bucketBits - 2;
const quarter = 1 << wordBits;
const quarters = 3 * quarter;

/** The feature of a word, from the hash of its form. */
export const wordFeature = (form: number): number => form & ~quarters;

/** The feature, in another quarter if it is in that of the words. */
const apart = (feature: number): number =>
  (feature & quarters) === 0 ? feature | ((1 + ((feature >>> bucketBits) % 3)) << wordBits) : feature;

/** A feature from the name of its template and what fills it. */
export const one = (template: number, a: number): number => apart(combined(template, a));
export const two = (template: number, a: number, b: number): number => apart(combined(combined(template, a), b));
export const three = (template: number, a: number, b: number, c: number): number =>
  apart(combined(combined(combined(template, a), b), c));

/** Names of templates, each with its hash. */
export function templates<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map(name => [name, hashOf(`template ${name}`)])) as Record<Name, number>;
}

/** A number as one of few steps, which grow with it. */
export function step(n: number): number {
  if (n <= 4) return n;
  if (n <= 6) return 5;
  if (n <= 9) return 6;
  if (n <= 13) return 7;
  if (n <= 18) return 8;
  if (n <= 25) return 9;
  return n <= 35 ? 10 : 11;
}
