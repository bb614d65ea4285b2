import type { Block } from '../model/block.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { hashOf } from '../models/features.ts';
import { add, type Bag, one, step, templates, three, two, wordFeature } from './bag.ts';
import { type Word, wordOf } from './words.ts';

const t = templates(
  'pair',
  'lemma',
  'ending',
  'symbol',
  'symbols2',
  'symbols3',
  'opens',
  'opens2',
  'openSymbols2',
  'openSymbols3',
  'openSymbols4',
  'head',
  'dependent',
  'stop',
  'last',
  'auxiliary',
  'verbs',
  'verb',
  'verbObject',
  'verbPlace',
  'subject',
  'subjectVerb',
  'openVerbs',
  'length',
  'commas',
  'marks',
);

/** The tokens of a block as hashes: scratch space, filled anew for each block. */
export interface Wording {
  words: Word[];
  forms: Int32Array;
  lemmas: Int32Array;
  symbols: Int32Array;
}

export const newWording = (): Wording => ({
  words: [],
  forms: new Int32Array(0),
  lemmas: new Int32Array(0),
  symbols: new Int32Array(0),
});

export function describeWords(wording: Wording, tokens: readonly Token[]): void {
  if (wording.forms.length < tokens.length) {
    wording.forms = new Int32Array(2 * tokens.length);
    wording.lemmas = new Int32Array(2 * tokens.length);
    wording.symbols = new Int32Array(2 * tokens.length);
  }
  for (let i = 0; i < tokens.length; i++) {
    const word = wordOf(tokens[i] as Token);
    wording.words[i] = word;
    wording.forms[i] = word.form;
    wording.lemmas[i] = word.lemma;
    wording.symbols[i] = word.symbol;
  }
}

const at = (hashes: Int32Array, i: number, sentence: Sentence): number =>
  i >= sentence.firstToken && i < sentence.endToken ? (hashes[i] as number) : 0;

/** The first verb of a sentence with what goes before it in its group ("has never been paid"), as a half-open range; empty where there is none. */
export function firstVerbs({ tokens }: Pick<Block, 'tokens'>, { firstToken, endToken }: Sentence): [number, number] {
  let first = firstToken;
  while (first < endToken && !isVerb(tokens[first] as Token)) first++;
  let end = first;
  while (end < endToken && end < first + 5) {
    const token = tokens[end] as Token;
    if (!isVerb(token) && token.pos !== 'part' && token.pos !== 'adv') break;
    end++;
    if (token.pos === 'verb') break;
  }
  return [first, end];
}

const isVerb = ({ pos }: Token): boolean => pos === 'verb' || pos === 'aux';

/** The symbols of a range in order, as one hash. */
export function symbolsHash({ symbols }: Wording, first: number, end: number): number {
  let hash = 1;
  for (let i = first; i < end; i++) hash = two(t.symbols2, hash, symbols[i] as number);
  return hash;
}

/** Adds what a sentence shows by its words and their order alone. */
export function addWording(bag: Bag, wording: Wording, block: Pick<Block, 'tokens'>, sentence: Sentence): void {
  const { tokens } = block;
  const { words: known, forms, lemmas, symbols } = wording;
  const { firstToken, endToken } = sentence;
  let words = 0;
  let commas = 0;
  let marks = 0;
  for (let i = firstToken; i < endToken; i++) {
    const token = tokens[i] as Token;
    const { isOpen, isWord, ending } = known[i] as Word;
    if (isWord || token.kind === 'number') words++;
    else if (token.text === ',') commas++;
    else marks |= markBit(token.text);
    add(bag, wordFeature(forms[i] as number));
    add(bag, one(t.symbol, symbols[i] as number));
    if (isOpen) add(bag, one(t.lemma, lemmas[i] as number));
    if (isOpen && isWord) add(bag, two(t.ending, ending, symbols[i] as number));
    if (i === firstToken) continue;
    add(bag, two(t.pair, forms[i - 1] as number, forms[i] as number));
    add(bag, two(t.symbols2, symbols[i - 1] as number, symbols[i] as number));
    if (isOpen) add(bag, two(t.dependent, symbols[i - 1] as number, lemmas[i] as number));
    if ((known[i - 1] as Word).isOpen) add(bag, two(t.head, lemmas[i - 1] as number, symbols[i] as number));
    if (i > firstToken + 1)
      add(bag, three(t.symbols3, symbols[i - 2] as number, symbols[i - 1] as number, symbols[i] as number));
  }
  add(bag, one(t.length, step(words)));
  add(bag, one(t.commas, Math.min(commas, 5)));
  add(bag, one(t.marks, marks));
  add(bag, one(t.stop, at(forms, endToken - 1, sentence)));
  addOpening(bag, wording, block, sentence);
  addVerbs(bag, wording, block, sentence);
}

/** Marks that say how a sentence is built, one bit each. */
function markBit(text: string): number {
  switch (text) {
    case ':':
      return 1;
    case ';':
      return 2;
    case '(':
      return 4;
    default:
      return /^[–—-]+$/.test(text) ? 8 : 0;
  }
}

/** Index of the first token that is a word or a number; the first of all where none is. */
function openingOf(tokens: readonly Token[], { firstToken, endToken }: Sentence): number {
  for (let i = firstToken; i < endToken; i++) {
    const { kind } = tokens[i] as Token;
    if (kind === 'word' || kind === 'number') return i;
  }
  return firstToken;
}

function addOpening(bag: Bag, { forms, symbols }: Wording, { tokens }: Pick<Block, 'tokens'>, sentence: Sentence) {
  const first = openingOf(tokens, sentence);
  const symbol = (offset: number) => at(symbols, first + offset, sentence);
  add(bag, one(t.opens, at(forms, first, sentence)));
  add(bag, two(t.opens2, at(forms, first, sentence), at(forms, first + 1, sentence)));
  add(bag, two(t.openSymbols2, symbol(0), symbol(1)));
  const three3 = three(t.openSymbols3, symbol(0), symbol(1), symbol(2));
  add(bag, three3);
  add(bag, two(t.openSymbols4, three3, symbol(3)));
}

const noVerb = hashOf('no verb');

function addVerbs(bag: Bag, wording: Wording, block: Pick<Block, 'tokens'>, sentence: Sentence): void {
  const { lemmas, forms, symbols } = wording;
  for (let i = sentence.firstToken; i < sentence.endToken; i++)
    if ((block.tokens[i] as Token).pos === 'aux') add(bag, one(t.auxiliary, forms[i] as number));
  const [first, end] = firstVerbs(block, sentence);
  if (first === end) {
    add(bag, one(t.verbs, noVerb));
    return;
  }
  const group = symbolsHash(wording, first, end);
  const verb = lemmas[end - 1] as number;
  add(bag, one(t.verbs, group));
  add(bag, one(t.verb, verb));
  add(bag, two(t.verbObject, verb, at(symbols, end, sentence)));
  add(bag, one(t.verbPlace, Math.min(8, first - sentence.firstToken)));
  add(bag, two(t.verbs, group, at(symbols, first - 1, sentence)));
  add(bag, one(t.subject, at(lemmas, first - 1, sentence)));
  add(bag, two(t.subjectVerb, at(lemmas, first - 1, sentence), verb));
  add(bag, two(t.openVerbs, at(symbols, sentence.firstToken, sentence), group));
}
