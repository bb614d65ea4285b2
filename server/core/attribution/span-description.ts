import type { Block } from '../model/block.ts';
import { partsOfSpeech } from '../model/pos.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { hashOf } from '../models/features.ts';
import { detached } from '../text/detached.ts';
import { lemmaOf } from '../text/lemma.ts';

const codes = new Map<string, number>(partsOfSpeech.map((pos, code) => [pos, code]));
const code = (pos: string): number => codes.get(pos) as number;
const verb = code('verb');
const aux = code('aux');
const noun = code('noun');
const none = 31;

/** Columns of a described token: hashes of the word and its lemma, its tag, its ending or shape, and where it stands. */
export const word = 0;
export const lemma = 1;
export const pos = 2;
export const shape = 3;
/** 0 outside of quotation marks, 1 and 3 for the marks, 2 within, 4 within a quotation of a few words. */
export const quote = 4;
/** How near the token is to the start and the end of its sentence. */
export const place = 5;
/** The nearest verb outside of quotations on either side: its lemma, how far it is, and which marks stand between. */
export const leftVerb = 6;
export const leftFar = 7;
export const leftMarks = 8;
export const rightVerb = 9;
export const rightFar = 10;
export const rightMarks = 11;
/** The last mark or conjunction before the token, how far it is, and the first mark behind. */
export const opener = 12;
export const openerFar = 13;
export const nextMark = 14;
export const columns = 15;
/** As many rows of nothing stand before the tokens and behind them. */
export const margin = 4;

/** Rows of hashes that describe the tokens of blocks: scratch space, filled anew each time. */
export interface Described {
  rows: Int32Array;
}
export const newDescribed = (): Described => ({ rows: new Int32Array(0) });

/** What every token of the same characters has in common; a lemma is worked out when its tag is first met. */
interface Form {
  readonly word: number;
  readonly shape: number;
  readonly lemmas: Int32Array;
}
/** The forms met so far, forgotten when it is full. */
let forms = new Map<string, Form>();
const mostForms = 20_000;
const unset = 0;

function formOf(token: Token): Form {
  let form = forms.get(token.text);
  if (!form) {
    if (forms.size >= mostForms) forms = new Map();
    form = { word: hashOf(token.normal), shape: shapeOf(token), lemmas: new Int32Array(partsOfSpeech.length) };
    forms.set(detached(token.text), form);
  }
  return form;
}

function lemmaIn(form: Form, token: Token, tag: number): number {
  if (tag !== verb && tag !== aux && tag !== noun) return form.word;
  let hash = form.lemmas[tag] as number;
  if (hash === unset) form.lemmas[tag] = hash = hashOf(lemmaOf(token)) | 1;
  return hash;
}

function shapeOf({ text, normal, kind }: Token): number {
  if (kind === 'number') return 1;
  if (kind !== 'word') return 2;
  if (text === normal) return hashOf(text.slice(-3)) | 15;
  return text.length > 1 && text === text.toUpperCase() ? 3 : 4;
}

/** Distances in tokens, the longer the coarser. */
const bin = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : distance < 20 ? 7 : 8;

/** Bits of the marks that part two tokens. */
const comma = 1;
const quoted = 2;
const that = 4;
const stop = 8;
const brackets = 16;

const wordThat = hashOf('that');

function markOf(row: Int32Array, at: number, token: Token): number {
  if (token.kind === 'quote') return quoted;
  if (token.kind === 'punctuation') {
    const { text } = token;
    if (text === ',') return comma;
    return text === '(' || text === ')' || text === '—' || text === '–' || text === '--' ? brackets : stop;
  }
  return row[at + word] === wordThat ? that : 0;
}

/**
 * Describes the tokens of some blocks. Rows of nothing stand before the first block, between two and behind the last. Answers for each
 * block with the number of its first token among all that are described, where rows of nothing count as tokens.
 */
export function describeTokens(out: Described, blocks: readonly ToDescribe[]): number[] {
  const firsts: number[] = [];
  let end = 0;
  for (const { tokens } of blocks) {
    firsts.push(end);
    end += tokens.length + margin;
  }
  const size = (end + margin) * columns;
  if (out.rows.length < size) out.rows = new Int32Array(Math.max(size, out.rows.length * 2));
  describeNothing(out.rows, 0);
  for (const [i, block] of blocks.entries()) describeBlock(out.rows, block, firsts[i] as number);
  return firsts;
}

/** What of a block its description looks at. */
export type ToDescribe = Pick<Block, 'tokens' | 'sentences' | 'quotations'>;

/** Writes the rows of nothing that start with a row. */
function describeNothing(rows: Int32Array, row: number): void {
  rows.fill(0, row * columns, (row + margin) * columns);
  for (let i = row; i < row + margin; i++) rows[i * columns + pos] = none;
}

function describeBlock(rows: Int32Array, { tokens, sentences, quotations }: ToDescribe, first: number): void {
  let quotation = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const at = (first + i + margin) * columns;
    const form = formOf(token);
    const tag = code(token.pos);
    rows[at + word] = form.word;
    rows[at + lemma] = lemmaIn(form, token, tag);
    rows[at + pos] = tag;
    rows[at + shape] = form.shape;
    while (quotation < quotations.length && (quotations[quotation] as { end: number }).end <= token.start) quotation++;
    const here = quotations[quotation];
    let state = 0;
    if (here && here.start <= token.start) {
      state = token.end <= here.inner.start ? 1 : token.start >= here.inner.end ? 3 : 2;
      if (state === 2 && here.words < 4) state = 4;
    }
    rows[at + quote] = state;
  }
  for (const sentence of sentences) describeSentence(rows, tokens, sentence, first);
  describeNothing(rows, first + tokens.length + margin);
}

function describeSentence(rows: Int32Array, tokens: readonly Token[], sentence: Sentence, first: number): void {
  const { firstToken, endToken } = sentence;
  let seenVerb = 0;
  let seenAt = firstToken;
  let marks = 0;
  let lastOpener = 1;
  let openerAt = firstToken;
  for (let i = firstToken; i < endToken; i++) {
    const at = (first + i + margin) * columns;
    rows[at + place] = Math.min(3, i - firstToken) | (Math.min(2, endToken - 1 - i) << 2);
    rows[at + leftVerb] = seenVerb;
    rows[at + leftFar] = bin(i - seenAt);
    rows[at + leftMarks] = marks;
    rows[at + opener] = lastOpener;
    rows[at + openerFar] = bin(i - openerAt);
    const token = tokens[i] as Token;
    const mark = markOf(rows, at, token);
    marks |= mark;
    const tag = rows[at + pos] as number;
    if (tag === verb && rows[at + quote] !== 2) {
      seenVerb = rows[at + lemma] as number;
      seenAt = i;
      marks = 0;
    }
    if (mark !== 0 || token.pos === 'sconj') {
      lastOpener = rows[at + word] as number;
      openerAt = i;
    }
  }
  // The same from behind.
  seenVerb = 0;
  seenAt = endToken;
  marks = 0;
  let markBehind = 0;
  for (let i = endToken - 1; i >= firstToken; i--) {
    const at = (first + i + margin) * columns;
    rows[at + rightVerb] = seenVerb;
    rows[at + rightFar] = bin(seenAt - i);
    rows[at + rightMarks] = marks;
    rows[at + nextMark] = markBehind;
    const mark = markOf(rows, at, tokens[i] as Token);
    marks |= mark;
    if (mark !== 0) markBehind = rows[at + word] as number;
    if (rows[at + pos] === verb && rows[at + quote] !== 2) {
      seenVerb = rows[at + lemma] as number;
      seenAt = i;
      marks = 0;
    }
  }
}
