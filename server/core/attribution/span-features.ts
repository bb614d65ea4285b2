import {
  columns,
  type Described,
  leftFar,
  leftMarks,
  leftVerb,
  lemma,
  margin,
  nextMark,
  opener,
  openerFar,
  place,
  pos,
  quote,
  rightFar,
  rightMarks,
  rightVerb,
  shape,
  word,
} from './span-description.ts';

/**
 * What the sequence model of attributions looks at. Every feature is a number of 24 bits, hashed from a template and what fills it, so
 * that no text is kept. Any change here or in what describes a token makes the fitted weights worthless: raise the version with it.
 */
export const spanFeatureVersion = 1;
export const keyBits = 24;

/** How many features a token has. */
export const spanFeatures = 56;

/** Where the row of a token starts in its description. */
export const rowAt = (index: number): number => (index + margin) * columns;

function key(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x27d4eb2f) >>> (32 - keyBits);
}

/** The tag of a described token and how it stands to quotations, in 8 bits. */
export const tagAndQuote = (rows: Int32Array, h: number): number =>
  ((rows[h + pos] as number) << 3) | (rows[h + quote] as number);

/*
 * The features, in groups by what decides them, so that the weights of a group can be summed once for all places where the same
 * decides. Each function writes the keys of the token whose row starts at `h` from `at` on and returns where the next may be written.
 */

/** What a token and its place say of it. */
export function ownKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const w = rows[h + word] as number;
  const p = rows[h + pos] as number;
  const q = rows[h + quote] as number;
  const where = rows[h + place] as number;
  const pq = tagAndQuote(rows, h);
  out[at] = key(1, w, 0);
  out[at + 1] = key(8, rows[h + lemma] as number, p);
  out[at + 2] = key(14, pq, 0);
  out[at + 3] = key(22, rows[h + shape] as number, p);
  out[at + 4] = key(24, w, q);
  out[at + 5] = key(27, (where << 8) | pq, 0);
  out[at + 6] = key(28, w, where);
  out[at + 7] = key(49, q, where);
  return at + 8;
}

/** What the token before says of one. */
export function leftKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const b = h - columns;
  out[at] = key(2, rows[b + word] as number, 0);
  out[at + 1] = key(25, rows[b + word] as number, rows[h + quote] as number);
  out[at + 2] = key(11, rows[b + lemma] as number, ((rows[b + pos] as number) << 8) | tagAndQuote(rows, h));
  return at + 3;
}

/** What the token behind says of one. */
export function rightKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const a = h + columns;
  out[at] = key(3, rows[a + word] as number, 0);
  out[at + 1] = key(26, rows[a + word] as number, rows[h + quote] as number);
  out[at + 2] = key(12, rows[a + lemma] as number, ((rows[a + pos] as number) << 8) | tagAndQuote(rows, h));
  return at + 3;
}

/** What the token two before says of one. */
export function secondLeftKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const w2 = rows[h - 2 * columns + word] as number;
  out[at] = key(4, w2, 0);
  out[at + 1] = key(51, w2, rows[h + pos] as number);
  return at + 2;
}

/** What the token two behind says of one. */
export function secondRightKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const n2 = rows[h + 2 * columns + word] as number;
  out[at] = key(5, n2, 0);
  out[at + 1] = key(52, n2, rows[h + pos] as number);
  return at + 2;
}

/** What the tags before a token say of it. */
export function leftTagKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const pq = tagAndQuote(rows, h);
  const p1 = rows[h - columns + pos] as number;
  const p2 = rows[h - 2 * columns + pos] as number;
  out[at] = key(15, pq, p1);
  out[at + 1] = key(18, pq, (p1 << 8) | p2);
  out[at + 2] = key(20, pq, (p1 << 16) | (p2 << 8) | (rows[h - 3 * columns + pos] as number));
  return at + 3;
}

/** What the tags behind a token say of it. */
export function rightTagKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const pq = tagAndQuote(rows, h);
  const q1 = rows[h + columns + pos] as number;
  const q2 = rows[h + 2 * columns + pos] as number;
  out[at] = key(16, pq, q1);
  out[at + 1] = key(19, pq, (q1 << 8) | q2);
  out[at + 2] = key(21, pq, (q1 << 16) | (q2 << 8) | (rows[h + 3 * columns + pos] as number));
  return at + 3;
}

/** What the tags and quotations on both sides of a token say of it. */
export function middleKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const b = h - columns;
  const a = h + columns;
  const quotes = (rows[b + quote] as number) | ((rows[h + quote] as number) << 4) | ((rows[a + quote] as number) << 8);
  out[at] = key(17, tagAndQuote(rows, h), ((rows[b + pos] as number) << 8) | (rows[a + pos] as number));
  out[at + 1] = key(50, quotes, rows[h + pos] as number);
  return at + 2;
}

/** What the nearest verb on the left says of a token. */
export function leftVerbKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const lv = rows[h + leftVerb] as number;
  const lf = rows[h + leftFar] as number;
  const lm = rows[h + leftMarks] as number;
  out[at] = key(29, lv, lf);
  out[at + 1] = key(30, lv, lm);
  out[at + 2] = key(31, lv, (lf << 16) | (lm << 8) | (rows[h + pos] as number));
  out[at + 3] = key(38, (lf << 8) | lm, tagAndQuote(rows, h));
  out[at + 4] = key(55, lv, rows[h + place] as number);
  return at + 5;
}

/** What the nearest verb on the right says of a token. */
export function rightVerbKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const rv = rows[h + rightVerb] as number;
  const rf = rows[h + rightFar] as number;
  const rm = rows[h + rightMarks] as number;
  out[at] = key(33, rv, rf);
  out[at + 1] = key(34, rv, rm);
  out[at + 2] = key(35, rv, (rf << 16) | (rm << 8) | (rows[h + pos] as number));
  out[at + 3] = key(39, (rf << 8) | rm, tagAndQuote(rows, h));
  return at + 4;
}

/** What the marks around the clause say of a token. */
export function clauseKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const op = rows[h + opener] as number;
  const nm = rows[h + nextMark] as number;
  const pq = tagAndQuote(rows, h);
  out[at] = key(40, op, rows[h + openerFar] as number);
  out[at + 1] = key(41, op, pq);
  out[at + 2] = key(43, nm, op);
  out[at + 3] = key(44, nm, pq);
  return at + 4;
}

/** What is seldom the same twice: words and verbs together. */
export function contextKeys(out: Int32Array, at: number, rows: Int32Array, h: number): number {
  const b = h - columns;
  const a = h + columns;
  const w = rows[h + word] as number;
  const w1 = rows[b + word] as number;
  const n1 = rows[a + word] as number;
  const l1 = rows[b + lemma] as number;
  const m1 = rows[a + lemma] as number;
  const p = rows[h + pos] as number;
  const p1 = rows[b + pos] as number;
  const q1 = rows[a + pos] as number;
  const lv = rows[h + leftVerb] as number;
  const rv = rows[h + rightVerb] as number;
  out[at] = key(6, rows[h - 3 * columns + word] as number, 0);
  out[at + 1] = key(7, rows[h + 3 * columns + word] as number, 0);
  out[at + 2] = key(9, w1, w);
  out[at + 3] = key(10, w, n1);
  out[at + 4] = key(13, rows[h + lemma] as number, (p1 << 8) | q1);
  out[at + 5] = key(23, rows[b + shape] as number, rows[a + shape] as number);
  out[at + 6] = key(32, lv, w);
  out[at + 7] = key(36, rv, w);
  out[at + 8] = key(37, lv, rv);
  out[at + 9] = key(42, rows[h + opener] as number, w);
  out[at + 10] = key(45, rows[b - columns + word] as number, w1);
  out[at + 11] = key(46, n1, rows[a + columns + word] as number);
  out[at + 12] = key(47, w1, n1);
  out[at + 13] = key(48, p1, (q1 << 16) | (rows[h + shape] as number));
  out[at + 14] = key(53, lv, (p << 16) | (q1 << 8) | p1);
  out[at + 15] = key(54, rv, (p << 16) | (q1 << 8) | p1);
  out[at + 16] = key(56, l1 ^ Math.imul(m1, 77), p);
  return at + 17;
}

const groups = [
  ownKeys,
  leftKeys,
  rightKeys,
  secondLeftKeys,
  secondRightKeys,
  leftTagKeys,
  rightTagKeys,
  middleKeys,
  leftVerbKeys,
  rightVerbKeys,
  clauseKeys,
  contextKeys,
];

/** Writes the features of a token, `spanFeatures` of them. */
export function spanKeys(out: Int32Array, at: number, { rows }: Described, index: number): void {
  let end = at;
  for (const keysOf of groups) end = keysOf(out, end, rows, rowAt(index));
}
