import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Token } from '../model/sentence.ts';
import { hashOf } from '../models/features.ts';
import { detached } from '../text/detached.ts';
import { lemmaOf } from '../text/lemma.ts';

/** What the claim models see of a word, as hashes: worked out once for each word form. */
export interface Word {
  /** The form, in lower case and with every digit the same. */
  readonly form: number;
  /** Its last three letters. */
  readonly ending: number;
  /** Whom it speaks of: 1 for "I" and its forms, 2 for "we", 3 for "you", 0 for any other word. */
  readonly person: number;
  /** For each part of speech, the lemma; 0 while nobody has asked. */
  readonly lemmas: Int32Array;
  /** For each part of speech, what stands for the word in a skeleton; 0 while nobody has asked. */
  readonly symbols: Int32Array;
}

/** It is forgotten when it is full, which changes nothing but the memory in use. */
let words = new Map<string, Word>();
const mostWords = 30_000;

export function wordOf(normal: string): Word {
  let word = words.get(normal);
  if (word) return word;
  if (words.size >= mostWords) words = new Map();
  word = {
    form: formHash(normal),
    ending: hashOf(normal.slice(-3)),
    person: personOf(normal),
    lemmas: new Int32Array(partsOfSpeech.length),
    symbols: new Int32Array(partsOfSpeech.length),
  };
  words.set(detached(normal), word);
  return word;
}

/** The hash of a word form in lower case; every digit is the same. */
export const formHash = (normal: string): number => hashOf(normal.replace(/\d/g, '0'));

function personOf(normal: string): number {
  if (/^(?:i|me|my|mine|myself|i'm|i've)$/.test(normal)) return 1;
  if (/^(?:we|us|our)$/.test(normal)) return 2;
  return /^(?:you|your)$/.test(normal) ? 3 : 0;
}

const codes: Readonly<Record<Pos, number>> = Object.fromEntries(
  partsOfSpeech.map((pos, code) => [pos, code]),
) as Record<Pos, number>;

/** Parts of speech whose words are few and stand for themselves. */
const closed: ReadonlySet<Pos> = new Set(['adp', 'pron', 'aux', 'det', 'sconj', 'cconj', 'part', 'intj', 'punct']);

export const isClosed = (pos: Pos): boolean => closed.has(pos);

/** The lemma of a token; a word of a closed class is its own. */
export function lemmaHash(word: Word, { normal, pos, kind }: Token): number {
  if (closed.has(pos) || kind !== 'word') return word.form;
  const code = codes[pos];
  let lemma = word.lemmas[code] as number;
  // A name never shares its hash with the common noun of the same letters.
  if (lemma === 0)
    word.lemmas[code] = lemma = hashOf(pos === 'propn' ? `=${normal}` : lemmaOf({ text: normal, normal, pos }));
  return lemma;
}

/** What stands for a token in the skeleton of its sentence: a word of a closed class itself, any other its class and inflection. */
export function symbolHash(word: Word, { normal, pos }: Token): number {
  if (closed.has(pos)) return word.form;
  const code = codes[pos];
  let symbol = word.symbols[code] as number;
  if (symbol === 0) word.symbols[code] = symbol = hashOf(symbolOf(normal, pos));
  return symbol;
}

/** A capital opens each symbol, so that none is a word. */
function symbolOf(normal: string, pos: Pos): string {
  switch (pos) {
    case 'verb':
      return /ing$/.test(normal) ? 'Ving' : /ed$/.test(normal) ? 'Ved' : /[^s]s$/.test(normal) ? 'Vs' : 'V';
    case 'noun':
      return /[^su]s$/.test(normal) ? 'Ns' : 'N';
    case 'adv':
      // Short adverbs are nearly a closed class: "now", "never", "also".
      return /ly$/.test(normal) ? 'Aly' : normal.length <= 5 ? normal : 'A';
    case 'adj':
      return /(?:er|est)$/.test(normal) ? 'Jer' : 'J';
    case 'num':
      return /^(?:19|20)\d\d$/.test(normal) ? 'My' : /[a-z]/.test(normal) ? 'Mw' : 'M';
    default:
      return `P${pos}`;
  }
}
