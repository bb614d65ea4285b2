import { partsOfSpeech } from '../model/pos.ts';
import type { Token } from '../model/sentence.ts';
import { detached } from './detached.ts';
import { isHyphen, maxUnits, type Units } from './units.ts';

/** Stands for the tag of what lies before a sentence, and for none. */
export const noTag = 31;
const always = 1 << noTag;
const punct = partsOfSpeech.indexOf('punct');

/** Marks that are punctuation wherever they stand. A hyphen may be a minus, an apostrophe a possessive. */
const plainMarks = new Set([...',.;:?!()[]{}"“”„«»…—'].map(mark => mark.charCodeAt(0)));

export const keyBits = 24;

/** The key under which the tags of a word are listed, by the hash of the word. */
export const wordKey = (hash: number): number => key(0, hash, 0);

/** The key of a feature, hashed from a template and what fills it. */
export function key(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0x27d4eb2f) >>> (32 - keyBits);
}

/** Columns of a described unit; the hashes of its last one to five and first one to four letters stand side by side. */
export const word = 0;
export const last = 1;
export const first = 6;
export const shape = 10;
/** How the unit stands in its sentence; in the table of forms, what its characters are. */
export const place = 11;
/** The tags that the word had in the treebanks, one bit each; for a word that was not seen often, its shape. */
export const known = 12;
/** The tag that the unit has wherever it stands, or `noTag`. */
const only = 13;
export const columns = 14;
/** As many rows of nothing stand before the units of a sentence and behind them. */
export const margin = 3;

/** Bits of `place`. */
export const opens = 1;
const joinedLeft = 2;
const joinedRight = 4;
const spaced = 8;
export const amongCapitals = 16;

/** As many values as `place` can have. */
export const places = 32;

/** Bits that stand for `place` in the table of forms. */
const isWord = 1;
const isCapital = 2;

/** Rows of hashes that describe the units of a sentence: scratch space, filled anew for each one. */
export type Description = Int32Array;

/** Length of the description of so many units. */
export const rowsLength = (units: number): number => (units + 2 * margin) * columns;

export const newDescription = (): Description => new Int32Array(rowsLength(maxUnits));

/** Where the row of a unit of a sentence starts in its description. */
export const rowAt = (index: number): number => (index + margin) * columns;

/** What every unit of the same class has in common; a class is a coarser thing than a form. */
export const classAt = (rows: Description, row: number): string =>
  `${rows[row + shape]} ${rows[row + place]} ${rows[row + known]}`;

/** The key under which the tags of a described unit are listed. */
export const wordKeyAt = (rows: Description, row: number): number => wordKey(rows[row + word] as number);

/** How a described unit stands in its sentence, a number below `places`. */
export const placeAt = (rows: Description, row: number): number => rows[row + place] as number;

/** The tag that a unit has wherever it stands, or `noTag`. */
export const onlyTag = (rows: Description, row: number): number => rows[row + only] as number;

/**
 * The tags that a word has in the treebanks, one bit each, found by the key of the word; 0 for a word that is not listed. The bit of
 * `noTag` is there too where the word has the one tag nearly always.
 */
export type KnownTags = (key: number) => number;

/** What units are by their characters alone: a row for each that was met, which its characters lead to. */
export interface Forms {
  readonly knownTags: KnownTags;
  readonly ids: Map<string, number>;
  rows: Int32Array;
  /** How many rows are filled. */
  count: number;
}

/** A table of forms that knows none yet. */
export const newForms = (knownTags: KnownTags): Forms => ({
  knownTags,
  ids: new Map(),
  rows: new Int32Array(1024 * columns),
  count: 0,
});

/** In capitals, a word may be a name or an abbreviation that looks like it. */
function onlyTagOf(text: string, listed: number): number {
  if (text.length === 1 && plainMarks.has(text.charCodeAt(0))) return punct;
  return listed & always && /^[a-z]+$/.test(text) ? 31 - Math.clz32(listed & ~always) : noTag;
}

/** Longer ones are described again each time, so that the table stays small whatever the text is. */
const longestKept = 32;

function formOf(forms: Forms, text: string): number {
  const found = forms.ids.get(text);
  if (found !== undefined) return found;
  const id = forms.count++;
  const row = id * columns;
  if (row === forms.rows.length) {
    const longer = new Int32Array(forms.rows.length * 2);
    longer.set(forms.rows);
    forms.rows = longer;
  }
  describeLetters(forms.rows, row, text);
  const listed = forms.knownTags(wordKey(forms.rows[row + word] as number));
  forms.rows[row + known] = listed & ~always || (forms.rows[row + shape] as number) | 0x40000000;
  forms.rows[row + only] = onlyTagOf(text, listed);
  if (text.length <= longestKept) forms.ids.set(detached(text), id);
  return id;
}

/** Describes units, which must be those of one sentence, and writes for each the number of its form. */
export function describe(
  rows: Description,
  forms: Forms,
  formIds: Int32Array,
  tokens: readonly Token[],
  units: Units,
): void {
  const { count } = units;
  rows.fill(0, 0, rowAt(0));
  rows.fill(0, rowAt(count), rowAt(count + margin));
  let words = 0;
  let capitals = 0;
  let opened = false;
  for (let i = 0; i < count; i++) {
    const { text, spaceBefore } = tokens[units.token[i] as number] as Token;
    const start = units.start[i] as number;
    const end = units.end[i] as number;
    const isWhole = start === 0 && end === text.length;
    const id = formOf(forms, isWhole ? text : text.slice(start, end));
    formIds[i] = id;
    const row = rowAt(i);
    const form = id * columns;
    for (let column = 0; column < columns; column++) rows[row + column] = forms.rows[form + column] as number;
    const letters = rows[row + place] as number;
    let bits = 0;
    if (start > 0) bits |= joinedLeft;
    else if (spaceBefore) bits |= spaced;
    if (end < text.length) bits |= joinedRight;
    if (letters & isWord && start === 0) {
      if (!opened) bits |= opens;
      opened = true;
      if (end > 3) {
        words++;
        if (letters & isCapital) capitals++;
      }
    }
    rows[row + place] = bits;
  }
  // In a headline nearly every long word has a capital, which then tells nothing.
  if (words > 2 && capitals * 3 > words * 2)
    for (let i = 0; i < count; i++) {
      const at = rowAt(i) + place;
      rows[at] = (rows[at] as number) | amongCapitals;
    }
}

/** Fills the hashes of a unit, and what its characters are. */
function describeLetters(rows: Int32Array, row: number, text: string): void {
  const { length } = text;
  let all = 0x811c9dc5;
  let kinds = 0x811c9dc5;
  let before = -1;
  let bits = length > 0 && kindOf(text.charCodeAt(0)) === capital ? isCapital : 0;
  for (let column = first; column < shape; column++) rows[row + column] = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind <= digit) bits |= isWord;
    all = Math.imul(all ^ folded(code, kind), 0x01000193);
    if (i < 4) rows[row + first + i] = all;
    if (kind !== before) kinds = Math.imul(kinds ^ kind, 0x01000193);
    before = kind;
  }
  rows[row + word] = all;
  rows[row + shape] = kinds;
  rows[row + place] = bits;
  let ending = 0x7a5c3b1d;
  for (let i = length - 1; i >= length - 5; i--) {
    const code = i < 0 ? 1 : text.charCodeAt(i);
    ending = Math.imul(ending ^ (i < 0 ? 1 : folded(code, kindOf(code))), 0x01000193);
    rows[row + last + length - 1 - i] = ending;
  }
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
