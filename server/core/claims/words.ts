import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Token } from '../model/sentence.ts';
import { hashOf } from '../models/features.ts';
import { detached } from '../text/detached.ts';
import { lemmaOf } from '../text/lemma.ts';
import { signalsOfWord, type WordSignals } from './word-signals.ts';

/** What the claim models see of a word form in one use, as hashes: worked out once for each form and part of speech. */
export interface Word {
  readonly pos: Pos;
  /** The place of its part of speech in the list of all. */
  readonly posCode: number;
  readonly isWord: boolean;
  /** The form, in lower case and with every digit the same. */
  readonly form: number;
  /** The lemma; a word of a closed class is its own. */
  readonly lemma: number;
  /** What stands for it in the skeleton of its sentence: a word of a closed class itself, any other its class and inflection. */
  readonly symbol: number;
  /** Its last three letters. */
  readonly ending: number;
  /** Whom it speaks of: 1 for "I" and its forms, 2 for "we", 3 for "you", 0 for any other word. */
  readonly person: number;
  /** It is of a part of speech that takes in new words. */
  readonly isOpen: boolean;
  readonly shows: WordSignals;
  /** Another use of the same form; most have one or two. */
  readonly next: Word | undefined;
}

/** The uses of each form, the one met last first. It is forgotten when it is full, which changes nothing but the memory in use. */
let words = new Map<string, Word>();
const mostWords = 30_000;

/** What is seen of a token. */
export function wordOf({ normal, pos, kind }: Pick<Token, 'normal' | 'pos' | 'kind'>): Word {
  const isWord = kind === 'word';
  const known = words.get(normal);
  for (let word = known; word; word = word.next) if (word.pos === pos && word.isWord === isWord) return word;
  if (words.size >= mostWords) words = new Map();
  const word = describe(normal, pos, isWord, known);
  words.set(detached(normal), word);
  return word;
}

function describe(normal: string, pos: Pos, isWord: boolean, next: Word | undefined): Word {
  const form = formHash(normal);
  const isOpen = !closed.has(pos);
  return {
    pos,
    posCode: partsOfSpeech.indexOf(pos),
    isWord,
    form,
    lemma: isOpen && isWord ? lemmaHash(normal, pos) : form,
    symbol: isOpen ? hashOf(symbolOf(normal, pos)) : form,
    ending: hashOf(normal.slice(-3)),
    person: personOf(normal),
    isOpen,
    shows: next?.shows ?? signalsOfWord(normal),
    next,
  };
}

/** The hash of a word form in lower case; every digit is the same. */
export const formHash = (normal: string): number => hashOf(normal.replace(/\d/g, '0'));

function personOf(normal: string): number {
  if (/^(?:i|me|my|mine|myself|i'm|i've)$/.test(normal)) return 1;
  if (/^(?:we|us|our)$/.test(normal)) return 2;
  return /^(?:you|your)$/.test(normal) ? 3 : 0;
}

/** Parts of speech whose words are few and stand for themselves. */
const closed: ReadonlySet<Pos> = new Set(['adp', 'pron', 'aux', 'det', 'sconj', 'cconj', 'part', 'intj', 'punct']);

/** A name never shares its hash with the common noun of the same letters. */
const lemmaHash = (normal: string, pos: Pos): number =>
  hashOf(pos === 'propn' ? `=${normal}` : lemmaOf({ text: normal, normal, pos }));

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
