import type { Token } from '../model/sentence.ts';
import { isHyphen, maxUnits, type Units } from './units.ts';

/**
 * What the tagger looks at. Every feature is a number of 24 bits, hashed from a template and the words that fill it, so that
 * neither training nor tagging builds a string. Any change here makes the fitted weights worthless: raise the version with it.
 */
export const featureVersion = 1;
export const keyBits = 24;

/** How many features of a unit follow from the words alone, and how many from the tags before it too. */
export const wordFeatures = 39;
export const tagFeatures = 12;

/** Stands for the tag of what lies before a sentence. */
export const noTag = 31;

/** Columns of a described unit; the hashes of its last one to five and first one to four letters stand side by side. */
const word = 0;
const last = 1;
const first = 6;
const shape = 10;
const place = 11;
/** The tags that the word had in the treebanks, one bit each; for a word that was not seen often, its shape. */
const known = 12;
const columns = 13;
/** As many rows of nothing stand before the units of a sentence and behind them. */
const margin = 3;

/** Bits of `place`. */
const opens = 1;
const joinedLeft = 2;
const joinedRight = 4;
const spaced = 8;
const amongCapitals = 16;

/** Rows of hashes that describe the units of a sentence: scratch space, filled anew for each one. */
export type Description = Int32Array;

/** Length of the description of so many units. */
export const rowsLength = (units: number): number => (units + 2 * margin) * columns;

export const newDescription = (): Description => new Int32Array(rowsLength(maxUnits));

/** The tags that a word may have, one bit each, found by the key of the word; 0 for a word that is not listed. */
export type KnownTags = (key: number) => number;

/** Describes units, which must be those of one sentence. */
export function describe(rows: Description, tokens: readonly Token[], units: Units, knownTags: KnownTags): void {
  const { count } = units;
  rows.fill(0, 0, margin * columns);
  rows.fill(0, (count + margin) * columns, (count + 2 * margin) * columns);
  let words = 0;
  let capitals = 0;
  let opened = false;
  for (let i = 0; i < count; i++) {
    const token = tokens[units.token[i] as number] as Token;
    const start = units.start[i] as number;
    const end = units.end[i] as number;
    const row = (i + margin) * columns;
    const isWord = describeLetters(rows, row, token.text, start, end);
    let bits = 0;
    if (start > 0) bits |= joinedLeft;
    else if (token.spaceBefore) bits |= spaced;
    if (end < token.text.length) bits |= joinedRight;
    if (isWord && start === 0) {
      if (!opened) bits |= opens;
      opened = true;
      if (end - start > 3) {
        words++;
        if (kindOf(token.text.charCodeAt(0)) === capital) capitals++;
      }
    }
    rows[row + place] = bits;
    rows[row + known] = knownTags(wordKey(rows, i)) || (rows[row + shape] as number) | 0x40000000;
  }
  // In a headline nearly every long word has a capital, which then tells nothing.
  if (words > 2 && capitals * 3 > words * 2)
    for (let i = 0; i < count; i++) {
      const at = (i + margin) * columns + place;
      rows[at] = (rows[at] as number) | amongCapitals;
    }
}

/** Fills the hashes of one unit. Returns whether it has a letter or digit. */
function describeLetters(rows: Description, row: number, text: string, start: number, end: number): boolean {
  let all = 0x811c9dc5;
  let kinds = 0x811c9dc5;
  let before = -1;
  let isWord = false;
  for (let column = first; column < shape; column++) rows[row + column] = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind <= digit) isWord = true;
    all = Math.imul(all ^ folded(code, kind), 0x01000193);
    if (i - start < 4) rows[row + first + i - start] = all;
    if (kind !== before) kinds = Math.imul(kinds ^ kind, 0x01000193);
    before = kind;
  }
  rows[row + word] = all;
  rows[row + shape] = kinds;
  let ending = 0x7a5c3b1d;
  for (let length = 0; length < 5; length++) {
    const i = end - 1 - length;
    let letter = 1;
    if (i >= start) {
      const code = text.charCodeAt(i);
      letter = folded(code, kindOf(code));
    }
    ending = Math.imul(ending ^ letter, 0x01000193);
    rows[row + last + length] = ending;
  }
  return isWord;
}

const small = 0;
const capital = 1;
const digit = 2;

/** The kind of a character: small letter, capital, digit; every other character is a kind of its own. */
function kindOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return small;
  if (code >= 0x41 && code <= 0x5a) return capital;
  if (code >= 0x30 && code <= 0x39) return digit;
  if (isHyphen(code)) return 0x2d;
  return code > 0xbf && code < 0x2000 ? small : code;
}

/** Letters without their case, every digit the same, hyphens, apostrophes and quotation marks plain. */
function folded(code: number, kind: number): number {
  if (kind === capital) return code + 0x20;
  if (kind === digit) return 0x30;
  if (kind === 0x2d) return kind;
  if (code === 0x2018 || code === 0x2019) return 0x27;
  return code === 0x201c || code === 0x201d ? 0x22 : code;
}

/** The key under which the tags of a word are listed. */
export const wordKey = (rows: Description, index: number): number =>
  key(0, rows[(index + margin) * columns + word] as number, 0);

function key(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x27d4eb2f) >>> (32 - keyBits);
}

/** Writes the features that the words decide, `wordFeatures` of them, for the unit at an index of its sentence. */
export function wordKeys(out: Int32Array, at: number, rows: Description, index: number): void {
  const here = (index + margin) * columns;
  const before = here - columns;
  const after = here + columns;
  const w = rows[here + word] as number;
  const w1 = rows[before + word] as number;
  const w2 = rows[before - columns + word] as number;
  const n1 = rows[after + word] as number;
  const n2 = rows[after + columns + word] as number;
  const s3 = rows[here + last + 2] as number;
  const k = rows[here + known] as number;
  const k1 = rows[after + known] as number;
  const k2 = rows[after + columns + known] as number;
  const k3 = rows[after + 2 * columns + known] as number;
  const where = rows[here + place] as number;
  const form = (rows[here + shape] as number) ^ Math.imul(where & (opens | amongCapitals), 0x3c6ef372);
  out[at] = key(1, w, 0);
  out[at + 1] = key(2, w, form);
  out[at + 2] = key(3, rows[here + last] as number, 0);
  out[at + 3] = key(4, rows[here + last + 1] as number, 0);
  out[at + 4] = key(5, s3, 0);
  out[at + 5] = key(6, rows[here + last + 3] as number, 0);
  out[at + 6] = key(7, rows[here + last + 4] as number, 0);
  out[at + 7] = key(8, rows[here + first] as number, 0);
  out[at + 8] = key(9, rows[here + first + 1] as number, 0);
  out[at + 9] = key(10, rows[here + first + 2] as number, 0);
  out[at + 10] = key(11, rows[here + first + 3] as number, 0);
  out[at + 11] = key(12, rows[here + shape] as number, where);
  out[at + 12] = key(13, form, s3);
  out[at + 13] = key(14, w1, 0);
  out[at + 14] = key(15, w2, 0);
  out[at + 15] = key(16, n1, 0);
  out[at + 16] = key(17, n2, 0);
  out[at + 17] = key(18, w1, w);
  out[at + 18] = key(19, w, n1);
  out[at + 19] = key(20, w1, n1);
  out[at + 20] = key(21, n1, n2);
  out[at + 21] = key(22, w2, w1);
  out[at + 22] = key(23, rows[before + last + 2] as number, 0);
  out[at + 23] = key(24, rows[after + last + 2] as number, 0);
  out[at + 24] = key(25, rows[before + shape] as number, form);
  out[at + 25] = key(26, form, rows[after + shape] as number);
  out[at + 26] = key(27, s3, n1);
  out[at + 27] = key(28, s3, w1);
  out[at + 28] = key(29, s3, rows[after + last + 2] as number);
  out[at + 29] = key(30, where, rows[after + place] as number);
  out[at + 30] = key(31, k1, 0);
  out[at + 31] = key(32, k1, k2);
  out[at + 32] = key(33, w, k1);
  out[at + 33] = key(34, k, k1);
  out[at + 34] = key(35, s3, k1);
  out[at + 35] = key(36, w ^ Math.imul(k1, 77), k2);
  out[at + 36] = key(37, w, k2);
  out[at + 37] = key(38, k1 ^ Math.imul(k2, 77), k3);
  out[at + 38] = key(39, w, k3);
}

/** Writes the features that the two tags before a unit decide too, `tagFeatures` of them. */
export function tagKeys(
  out: Int32Array,
  at: number,
  rows: Description,
  index: number,
  tag1: number,
  tag2: number,
): void {
  const here = (index + margin) * columns;
  const after = here + columns;
  const w = rows[here + word] as number;
  const k = rows[here + known] as number;
  const pair = (tag2 << 5) | tag1;
  out[at] = key(40, tag1, 0);
  out[at + 1] = key(41, pair, 0);
  out[at + 2] = key(42, w, tag1);
  out[at + 3] = key(43, w, pair);
  out[at + 4] = key(44, rows[here + last + 2] as number, tag1);
  out[at + 5] = key(45, rows[after + word] as number, tag1);
  out[at + 6] = key(46, rows[here + last + 1] as number, pair);
  out[at + 7] = key(47, rows[here + shape] as number, (tag1 << 5) | (rows[here + place] as number));
  out[at + 8] = key(48, rows[after + last + 2] as number, tag1);
  out[at + 9] = key(49, rows[after + last + 1] as number, pair);
  out[at + 10] = key(50, rows[after + known] as number, (tag1 << 18) ^ k);
  out[at + 11] = key(51, k, pair);
}
