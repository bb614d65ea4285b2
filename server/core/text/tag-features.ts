import {
  amongCapitals,
  columns,
  type Description,
  first,
  key,
  known,
  last,
  opens,
  place,
  rowAt,
  shape,
  word,
} from './unit-forms.ts';

/**
 * What the tagger looks at. Every feature is a number of 24 bits, hashed from a template and the words that fill it, so that
 * neither training nor tagging builds a string. Any change here makes the fitted weights worthless: raise the version with it.
 */
export const featureVersion = 1;

/** How many features of a unit follow from the words alone, and how many from the tags before it too. */
export const wordFeatures = 39;
export const tagFeatures = 12;

/** The shape, apart for a word whose capital tells nothing. */
const formAt = (rows: Description, row: number): number =>
  (rows[row + shape] as number) ^ Math.imul((rows[row + place] as number) & (opens | amongCapitals), 0x3c6ef372);

/*
 * The features, in groups by what decides them, so that the weights of a group can be summed once for all places where the same
 * decides. Each function writes its keys from `at` on and returns where the next may be written; units are given by their rows.
 */

/** What a unit says of itself. */
export function ownKeys(out: Int32Array, at: number, rows: Description, here: number): number {
  const w = rows[here + word] as number;
  const s3 = rows[here + last + 2] as number;
  const form = formAt(rows, here);
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
  out[at + 11] = key(12, rows[here + shape] as number, rows[here + place] as number);
  out[at + 12] = key(13, form, s3);
  return at + 13;
}

/** What a unit says of the one so many places behind it: -2, -1, 1 or 2. */
export function neighbourKeys(out: Int32Array, at: number, rows: Description, row: number, behind: number): number {
  const w = rows[row + word] as number;
  const s3 = rows[row + last + 2] as number;
  switch (behind) {
    case 1:
      out[at] = key(14, w, 0);
      out[at + 1] = key(23, s3, 0);
      return at + 2;
    case 2:
      out[at] = key(15, w, 0);
      return at + 1;
    case -1:
      out[at] = key(16, w, 0);
      out[at + 1] = key(24, s3, 0);
      out[at + 2] = key(31, rows[row + known] as number, 0);
      return at + 3;
    default:
      out[at] = key(17, w, 0);
      return at + 1;
  }
}

/** What the classes of two units that follow each other say of the one so many places behind the first of them: -1, 0 or 1. */
export function classKeys(out: Int32Array, at: number, rows: Description, row: number, behind: number): number {
  const next = row + columns;
  const k = rows[row + known] as number;
  const k1 = rows[next + known] as number;
  switch (behind) {
    case -1:
      out[at] = key(32, k, k1);
      return at + 1;
    case 0:
      out[at] = key(26, formAt(rows, row), rows[next + shape] as number);
      out[at + 1] = key(30, rows[row + place] as number, rows[next + place] as number);
      out[at + 2] = key(34, k, k1);
      return at + 3;
    default:
      out[at] = key(25, rows[row + shape] as number, formAt(rows, next));
      return at + 1;
  }
}

/** What two and more words around a unit say of it, which is seldom the same twice. */
export function contextKeys(out: Int32Array, at: number, rows: Description, here: number): number {
  const before = here - columns;
  const after = here + columns;
  const w = rows[here + word] as number;
  const w1 = rows[before + word] as number;
  const n1 = rows[after + word] as number;
  const s3 = rows[here + last + 2] as number;
  const k1 = rows[after + known] as number;
  const k2 = rows[after + columns + known] as number;
  const k3 = rows[after + 2 * columns + known] as number;
  out[at] = key(18, w1, w);
  out[at + 1] = key(19, w, n1);
  out[at + 2] = key(20, w1, n1);
  out[at + 3] = key(21, n1, rows[after + columns + word] as number);
  out[at + 4] = key(22, rows[before - columns + word] as number, w1);
  out[at + 5] = key(27, s3, n1);
  out[at + 6] = key(28, s3, w1);
  out[at + 7] = key(29, s3, rows[after + last + 2] as number);
  out[at + 8] = key(33, w, k1);
  out[at + 9] = key(35, s3, k1);
  out[at + 10] = key(36, w ^ Math.imul(k1, 77), k2);
  out[at + 11] = key(37, w, k2);
  out[at + 12] = key(38, k1 ^ Math.imul(k2, 77), k3);
  out[at + 13] = key(39, w, k3);
  return at + 14;
}

/** Writes all features that the words decide, `wordFeatures` of them, for the unit at an index of its sentence. */
export function wordKeys(out: Int32Array, at: number, rows: Description, index: number): void {
  const here = rowAt(index);
  let end = ownKeys(out, at, rows, here);
  for (const behind of [-2, -1, 1, 2]) end = neighbourKeys(out, end, rows, here - behind * columns, behind);
  for (const behind of [-1, 0, 1]) end = classKeys(out, end, rows, here - behind * columns, behind);
  contextKeys(out, end, rows, here);
}

/** What the two tags before a unit say of it, alone and together with its class. */
export function classTagKeys(
  out: Int32Array,
  at: number,
  rows: Description,
  here: number,
  tag1: number,
  tag2: number,
): number {
  const pair = (tag2 << 5) | tag1;
  out[at] = key(40, tag1, 0);
  out[at + 1] = key(41, pair, 0);
  out[at + 2] = key(47, rows[here + shape] as number, (tag1 << 5) | (rows[here + place] as number));
  out[at + 3] = key(51, rows[here + known] as number, pair);
  return at + 4;
}

/** What the two tags before a unit say of it together with the unit and the one behind it. */
export function contextTagKeys(
  out: Int32Array,
  at: number,
  rows: Description,
  here: number,
  tag1: number,
  tag2: number,
): number {
  const after = here + columns;
  const w = rows[here + word] as number;
  const pair = (tag2 << 5) | tag1;
  out[at] = key(42, w, tag1);
  out[at + 1] = key(43, w, pair);
  out[at + 2] = key(44, rows[here + last + 2] as number, tag1);
  out[at + 3] = key(45, rows[after + word] as number, tag1);
  out[at + 4] = key(46, rows[here + last + 1] as number, pair);
  out[at + 5] = key(48, rows[after + last + 2] as number, tag1);
  out[at + 6] = key(49, rows[after + last + 1] as number, pair);
  out[at + 7] = key(50, rows[after + known] as number, (tag1 << 18) ^ (rows[here + known] as number));
  return at + 8;
}

/** Writes the features that the two tags before a unit decide too, `tagFeatures` of them. */
export function tagKeys(out: Int32Array, at: number, rows: Description, index: number, tag1: number, tag2: number) {
  const here = rowAt(index);
  contextTagKeys(out, classTagKeys(out, at, rows, here, tag1, tag2), rows, here, tag1, tag2);
}
