import { addWeights } from '../models/sparse-model.ts';
import { knownTags, sumLength, type TaggerModel } from '../models/tagger-model.ts';
import { classKeys, classTagKeys, contextKeys, contextTagKeys, neighbourKeys, ownKeys } from './tag-features.ts';
import { classAt, type Description, type Forms, newForms, placeAt, places, rowAt } from './unit-forms.ts';
import { maxUnits } from './units.ts';

/**
 * Sums of weights that were looked up before. A unit says the same of itself and of its neighbours wherever it stands, so that the
 * weights of it need to be summed only once; so do two classes of units that follow each other, of which there are few. What is
 * remembered is bounded, and forgetting it changes nothing but the time taken.
 */
export interface TagSums {
  readonly weights: TaggerModel;
  readonly forms: Forms;
  /** For each form and place in a sentence, the number of its variant; 0 where it was not met yet. */
  variants: Int32Array;
  /** How many variants were met; the first is the nothing around a sentence. */
  count: number;
  /** For each variant, what it says of each unit from two before it to two behind it. */
  ofVariant: Float64Array;
  /** For each variant, the number of its class. */
  readonly classOf: Uint16Array;
  readonly classes: Map<string, number>;
  /** For two classes that follow each other, what they say of the unit before them and of the two. */
  readonly ofClasses: Memo;
  /** For a class and the two tags before it, what they say of the unit. */
  readonly ofTags: Memo;
}

/** Sums that are found by a number. One takes the place of another where their numbers lead to the same slot. */
interface Memo {
  readonly keys: Int32Array;
  readonly sums: Float64Array;
  /** How many numbers a slot has. */
  readonly length: number;
}

const variantLength = 5 * sumLength;
const mostVariants = 1 << 15;
const slotBits = 12;

const newMemo = (sums: number): Memo => ({
  keys: new Int32Array(1 << slotBits).fill(-1),
  sums: new Float64Array((sums * sumLength) << slotBits),
  length: sums * sumLength,
});

/** No sums yet. */
export function newTagSums(weights: TaggerModel): TagSums {
  const memo = {
    weights,
    forms: newForms(key => knownTags(weights, key)),
    variants: new Int32Array(places << 10),
    count: 0,
    ofVariant: new Float64Array(variantLength << 10),
    classOf: new Uint16Array(mostVariants),
    classes: new Map<string, number>(),
    ofClasses: newMemo(3),
    ofTags: newMemo(1),
  };
  addVariant(memo, nothing, 0);
  return memo;
}

/** Makes room for the units of a sentence, by forgetting all where there is none. */
export function makeRoom(memo: TagSums, units: number): void {
  if (memo.forms.count + units <= mostVariants && memo.count + units <= mostVariants) return;
  memo.forms.ids.clear();
  memo.forms.count = 0;
  memo.variants.fill(0);
  memo.classes.clear();
  memo.ofClasses.keys.fill(-1);
  memo.ofTags.keys.fill(-1);
  memo.count = 0;
  addVariant(memo, nothing, 0);
}

const keys = new Int32Array(24);
const nothing = new Int32Array(rowAt(1));
/** The variants of the units of a sentence, with two of nothing before them and behind. */
const ids = new Int32Array(maxUnits + 4);

/** Finds the variants of the units of a described sentence, from which their sums follow. */
export function readVariants(memo: TagSums, rows: Description, formIds: Int32Array, count: number): void {
  ids.fill(0, 0, 2);
  ids.fill(0, count + 2, count + 4);
  for (let i = 0; i < count; i++) ids[i + 2] = variantOf(memo, rows, rowAt(i), formIds[i] as number);
}

/** Sums all weights for a unit of the sentence whose variants were read last. */
export function sumWeights(
  memo: TagSums,
  rows: Description,
  i: number,
  tag1: number,
  tag2: number,
  sum: Float64Array,
): void {
  const { weights, ofVariant, ofClasses, ofTags } = memo;
  const here = rowAt(i);
  sum.fill(0);
  for (let behind = -2; behind <= 2; behind++)
    add(sum, ofVariant, (ids[i + 2 - behind] as number) * variantLength + (behind + 2) * sumLength);
  for (let behind = -1; behind <= 1; behind++)
    add(sum, ofClasses.sums, classesAt(memo, rows, i - behind) + (behind + 1) * sumLength);
  add(sum, ofTags.sums, tagsAt(memo, rows, i, tag1, tag2));
  const count = contextTagKeys(keys, contextKeys(keys, 0, rows, here), rows, here, tag1, tag2);
  addWeights(weights, keys, count, sum, 0);
}

/** The variant of a unit, summed where it is met for the first time. */
function variantOf(memo: TagSums, rows: Description, row: number, form: number): number {
  const at = form * places + placeAt(rows, row);
  while (at >= memo.variants.length) {
    const longer = new Int32Array(memo.variants.length * 2);
    longer.set(memo.variants);
    memo.variants = longer;
  }
  return memo.variants[at] || (memo.variants[at] = addVariant(memo, rows, row));
}

function addVariant(memo: TagSums, rows: Description, row: number): number {
  const id = memo.count++;
  const from = id * variantLength;
  if (from >= memo.ofVariant.length) {
    const longer = new Float64Array(memo.ofVariant.length * 2);
    longer.set(memo.ofVariant);
    memo.ofVariant = longer;
  }
  memo.ofVariant.fill(0, from, from + variantLength);
  for (let behind = -2; behind <= 2; behind++) {
    const end = behind === 0 ? ownKeys(keys, 0, rows, row) : neighbourKeys(keys, 0, rows, row, behind);
    addWeights(memo.weights, keys, end, memo.ofVariant, from + (behind + 2) * sumLength);
  }
  const name = classAt(rows, row);
  let own = memo.classes.get(name);
  if (own === undefined) memo.classes.set(name, (own = memo.classes.size));
  memo.classOf[id] = own;
  return id;
}

/** Where the sums of the classes of a unit and the next one start. */
function classesAt({ weights, ofClasses, classOf }: TagSums, rows: Description, i: number): number {
  const pair = ((classOf[ids[i + 2] as number] as number) << 15) | (classOf[ids[i + 3] as number] as number);
  const from = slotOf(ofClasses, pair);
  if (isNew(ofClasses, pair, from))
    for (let behind = -1; behind <= 1; behind++) {
      const end = classKeys(keys, 0, rows, rowAt(i), behind);
      addWeights(weights, keys, end, ofClasses.sums, from + (behind + 1) * sumLength);
    }
  return from;
}

/** Where the sum of the class of a unit and the two tags before it starts. */
function tagsAt(
  { weights, ofTags, classOf }: TagSums,
  rows: Description,
  i: number,
  tag1: number,
  tag2: number,
): number {
  const tagged = ((classOf[ids[i + 2] as number] as number) << 10) | (tag2 << 5) | tag1;
  const from = slotOf(ofTags, tagged);
  if (isNew(ofTags, tagged, from))
    addWeights(weights, keys, classTagKeys(keys, 0, rows, rowAt(i), tag1, tag2), ofTags.sums, from);
  return from;
}

/** Where the slot that a number leads to starts. */
const slotOf = ({ length }: Memo, key: number): number => (Math.imul(key, 0x9e3779b1) >>> (32 - slotBits)) * length;

/** True where a slot holds the sums of another number; it is then cleared for those of this one. */
function isNew({ keys, sums, length }: Memo, key: number, from: number): boolean {
  const slot = from / length;
  if (keys[slot] === key) return false;
  keys[slot] = key;
  sums.fill(0, from, from + length);
  return true;
}

function add(sum: Float64Array, from: Float64Array, at: number): void {
  for (let i = 0; i < sumLength; i++) sum[i] = (sum[i] as number) + (from[at + i] as number);
}
