import type { Bag } from '../claims/bag.ts';
import { claimFeatureVersion } from '../claims/feature-version.ts';
import { treeInputs } from '../claims/tree-inputs.ts';
import file from './claims.json' with { type: 'json' };
import { contributionOf, evenness, type LinearModel, sigmoid, unpackLinear } from './linear-model.ts';
import { type StoredTrees, type TreeModel, treesLogit, unpackTrees } from './tree-model.ts';
import { usable } from './usable.ts';
import { type ClaimDecision, type Weighed, weighed } from './weighed.ts';

/** What one walk over the features sums. */
const atOnce = 5;
/** The weights of a bucket, filled up with nothings to whole walks. */
const width = Math.ceil(weighed.length / atOnce) * atOnce;

/**
 * The models side by side: the weights of a bucket lie atOnce, so that one walk over the features of a sentence reads each of them
 * once for all decisions.
 */
interface Models {
  readonly byName: Readonly<Record<Weighed, LinearModel>>;
  readonly mask: number;
  readonly usual: number;
  readonly weights: Int8Array;
  readonly trees: Readonly<Record<'needsSource' | 'mustSource', TreeModel>>;
}

/** Unpacked when it is first needed, once. */
let unpacked: Models | string | undefined;
function models(): Models | string {
  unpacked ??= usable(fileName, unpack);
  return unpacked;
}

const fileName = 'server/core/models/claims.json';

function unpack(): Models | string {
  const byName = unpackLinear(file, fileName, claimFeatureVersion, weighed);
  if (typeof byName === 'string') return byName;
  const { trees }: { readonly trees?: Readonly<Record<string, StoredTrees>> } = file;
  const needsSource = unpackTrees(trees?.['needsSource'], fileName, 'needsSource', treeInputs);
  if (typeof needsSource === 'string') return needsSource;
  const mustSource = unpackTrees(trees?.['mustSource'], fileName, 'mustSource', treeInputs);
  if (typeof mustSource === 'string') return mustSource;
  const { mask, usual } = byName.factual;
  const weights = new Int8Array((mask + 1) * width);
  weighed.forEach((name, which) => {
    const own = byName[name];
    for (let bucket = 0; bucket <= mask; bucket++)
      weights[bucket * width + which] = own.weights[bucket & own.mask] as number;
  });
  return { byName, mask, usual, weights, trees: { needsSource, mustSource } };
}

/** Why claims are not weighed, as whole sentences; absent where the models work. */
export function claimProblem(): string | undefined {
  const problem = models();
  return typeof problem === 'string'
    ? `${problem} No claims were read, so rules about unsourced claims find nothing. Install Says Who again.`
    : undefined;
}

const sums = new Int32Array(width);

/**
 * Writes what the features of a sentence come to in all that is weighed, as logits in the order of `weighed`, from `at` on. False where
 * the models cannot be used.
 */
export function weigh({ features, count }: Bag, logits: Float64Array, at: number): boolean {
  const all = models();
  if (typeof all === 'string') return false;
  const { byName, mask, usual, weights } = all;
  for (let from = 0; from < width; from += atOnce) addFive(weights, features, count, mask, from);
  const even = evenness(usual, count);
  for (let which = 0; which < weighed.length; which++) {
    const { bias, scale } = byName[weighed[which] as Weighed];
    logits[at + which] = bias + (sums[which] as number) * scale * even;
  }
  return true;
}

/** Sums five of the weights of each feature: a variable for each, which an engine keeps in a register. */
function addFive(weights: Int8Array, features: Int32Array, count: number, mask: number, from: number): void {
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const row = ((features[i] as number) & mask) * width + from;
    a += weights[row] as number;
    b += weights[row + 1] as number;
    c += weights[row + 2] as number;
    d += weights[row + 3] as number;
    e += weights[row + 4] as number;
  }
  sums[from] = a;
  sums[from + 1] = b;
  sums[from + 2] = c;
  sums[from + 3] = d;
  sums[from + 4] = e;
}

/**
 * The probabilities, 0 to 1, of what is decided on a sentence that asserts something. See models/README.md for the card of the models.
 *
 * @param logits What its features come to, from `at` on.
 * @param inputs What the trees look at.
 */
export function decisionsOn(
  logits: Float64Array,
  at: number,
  inputs: Int16Array,
): Readonly<Record<Exclude<ClaimDecision, 'factual'>, number>> | undefined {
  const all = models();
  if (typeof all === 'string') return undefined;
  return {
    needsSource: sigmoid(treesLogit(all.trees.needsSource, inputs)),
    mustSource: sigmoid(treesLogit(all.trees.mustSource, inputs)),
    checkWorthy: sigmoid(logits[at + 3] as number),
    own: sigmoid(logits[at + 4] as number),
  };
}

/** What a feature adds to a decision as it is first weighed, as a logit; 0 where the models cannot be used. */
export function claimContribution(decision: ClaimDecision, feature: number): number {
  const all = models();
  return typeof all === 'string' ? 0 : contributionOf(all.byName[decision], feature);
}
