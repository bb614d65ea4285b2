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

function key(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x27d4eb2f) >>> (32 - keyBits);
}

/** Writes the features of a token, `spanFeatures` of them. */
export function spanKeys(out: Int32Array, at: number, { rows }: Described, index: number): void {
  const h = (index + margin) * columns;
  const b = h - columns;
  const a = h + columns;
  const w = rows[h + word] as number;
  const w1 = rows[b + word] as number;
  const w2 = rows[b - columns + word] as number;
  const w3 = rows[b - 2 * columns + word] as number;
  const n1 = rows[a + word] as number;
  const n2 = rows[a + columns + word] as number;
  const n3 = rows[a + 2 * columns + word] as number;
  const l = rows[h + lemma] as number;
  const l1 = rows[b + lemma] as number;
  const m1 = rows[a + lemma] as number;
  const p = rows[h + pos] as number;
  const p1 = rows[b + pos] as number;
  const p2 = rows[b - columns + pos] as number;
  const p3 = rows[b - 2 * columns + pos] as number;
  const q1 = rows[a + pos] as number;
  const q2 = rows[a + columns + pos] as number;
  const q3 = rows[a + 2 * columns + pos] as number;
  const s = rows[h + shape] as number;
  const q = rows[h + quote] as number;
  const where = rows[h + place] as number;
  const lv = rows[h + leftVerb] as number;
  const lf = rows[h + leftFar] as number;
  const lm = rows[h + leftMarks] as number;
  const rv = rows[h + rightVerb] as number;
  const rf = rows[h + rightFar] as number;
  const rm = rows[h + rightMarks] as number;
  const op = rows[h + opener] as number;
  const of = rows[h + openerFar] as number;
  const nm = rows[h + nextMark] as number;
  const pq = (p << 3) | q;
  let k = at;
  out[k++] = key(1, w, 0);
  out[k++] = key(2, w1, 0);
  out[k++] = key(3, n1, 0);
  out[k++] = key(4, w2, 0);
  out[k++] = key(5, n2, 0);
  out[k++] = key(6, w3, 0);
  out[k++] = key(7, n3, 0);
  out[k++] = key(8, l, p);
  out[k++] = key(9, w1, w);
  out[k++] = key(10, w, n1);
  out[k++] = key(11, l1, (p1 << 8) | pq);
  out[k++] = key(12, m1, (q1 << 8) | pq);
  out[k++] = key(13, l, (p1 << 8) | q1);
  out[k++] = key(14, pq, 0);
  out[k++] = key(15, pq, p1);
  out[k++] = key(16, pq, q1);
  out[k++] = key(17, pq, (p1 << 8) | q1);
  out[k++] = key(18, pq, (p1 << 8) | p2);
  out[k++] = key(19, pq, (q1 << 8) | q2);
  out[k++] = key(20, pq, (p1 << 16) | (p2 << 8) | p3);
  out[k++] = key(21, pq, (q1 << 16) | (q2 << 8) | q3);
  out[k++] = key(22, s, p);
  out[k++] = key(23, rows[b + shape] as number, rows[a + shape] as number);
  out[k++] = key(24, w, q);
  out[k++] = key(25, w1, q);
  out[k++] = key(26, n1, q);
  out[k++] = key(27, (where << 8) | pq, 0);
  out[k++] = key(28, w, where);
  out[k++] = key(29, lv, lf);
  out[k++] = key(30, lv, lm);
  out[k++] = key(31, lv, (lf << 16) | (lm << 8) | p);
  out[k++] = key(32, lv, w);
  out[k++] = key(33, rv, rf);
  out[k++] = key(34, rv, rm);
  out[k++] = key(35, rv, (rf << 16) | (rm << 8) | p);
  out[k++] = key(36, rv, w);
  out[k++] = key(37, lv, rv);
  out[k++] = key(38, (lf << 8) | lm, pq);
  out[k++] = key(39, (rf << 8) | rm, pq);
  out[k++] = key(40, op, of);
  out[k++] = key(41, op, pq);
  out[k++] = key(42, op, w);
  out[k++] = key(43, nm, op);
  out[k++] = key(44, nm, pq);
  out[k++] = key(45, w2, w1);
  out[k++] = key(46, n1, n2);
  out[k++] = key(47, w1, n1);
  out[k++] = key(48, p1, (q1 << 16) | s);
  out[k++] = key(49, q, where);
  out[k++] = key(50, (rows[b + quote] as number) | (q << 4) | ((rows[a + quote] as number) << 8), p);
  out[k++] = key(51, w2, p);
  out[k++] = key(52, n2, p);
  out[k++] = key(53, lv, (p << 16) | (q1 << 8) | p1);
  out[k++] = key(54, rv, (p << 16) | (q1 << 8) | p1);
  out[k++] = key(55, lv, where);
  out[k++] = key(56, l1 ^ Math.imul(m1, 77), p);
}
