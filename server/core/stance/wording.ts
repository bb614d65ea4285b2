import { entries } from '../generated/wording-classes.ts';
import { type Pos, partsOfSpeech } from '../model/pos.ts';
import type { Token } from '../model/sentence.ts';
import { combined, hashOf } from '../models/features.ts';
import { detached } from '../text/detached.ts';
import { lemmaOf } from '../text/lemma.ts';

/** What the features of a word are made of, as hashes. */
export interface Wording {
  readonly pos: number;
  /** The form in lower case; names and numbers have one for all. */
  readonly word: number;
  /** The lemma in lower case, likewise. */
  readonly lemma: number;
  /** The class of the lexicon, 0 for a word that has none. */
  readonly sort: number;
  /** Part of speech with the last letters. */
  readonly suffix: number;
  /** The word itself where it is of a closed class, otherwise its class or part of speech with its inflection. */
  readonly skeleton: number;
  readonly opinion: boolean;
}

/** Parts of speech of which few words are made anew, so that the word itself is part of the grammar. */
const closed: ReadonlySet<Pos> = new Set(['aux', 'adp', 'det', 'pron', 'part', 'sconj', 'cconj', 'punct']);

/** Made when the first word is looked at. */
let sorts: ReadonlyMap<string, string> | undefined;
const sortsOfWords = () =>
  (sorts ??= new Map(entries.flatMap(({ kind, phrases }) => phrases.map(phrase => [phrase, kind] as const))));

/** By part of speech, the words met so far; forgotten when there are too many, which changes nothing but the memory in use. */
let known: Map<string, Wording>[] = [];
let count = 0;
const mostKnown = 20_000;

/** The wording of a token; remembered, since most words stand often. */
export function wordingOf(token: Token): Wording {
  const pos = codes[token.pos];
  let words = known[pos];
  if (!words) known[pos] = words = new Map();
  let wording = words.get(token.normal);
  if (!wording) {
    if (++count > mostKnown) {
      known = [];
      known[pos] = words = new Map();
      count = 1;
    }
    words.set(detached(token.normal), (wording = newWording(token)));
  }
  return wording;
}

const codes = Object.fromEntries(partsOfSpeech.map((pos, code) => [pos, code])) as Readonly<Record<Pos, number>>;
const tagHashes = partsOfSpeech.map(pos => hashOf(`<${pos}>`));

function newWording(token: Token): Wording {
  const { normal, pos } = token;
  const code = codes[pos];
  const tag = tagHashes[code] as number;
  const lemma = lemmaOf(token).toLowerCase();
  const sort = sortsOfWords().get(normal) ?? sortsOfWords().get(lemma);
  const sortHash = sort === undefined ? 0 : hashOf(sort);
  const open = sort === undefined ? combined(tag, hashOf(inflection(normal, pos))) : combined(sortHash, tag);
  return {
    pos: code,
    word: pos === 'num' || pos === 'propn' ? tag : hashOf(normal),
    lemma: pos === 'num' || pos === 'propn' ? tag : hashOf(lemma),
    sort: sortHash,
    suffix: combined(tag, hashOf(normal.slice(-3))),
    skeleton: closed.has(pos) ? hashOf(normal) : open,
    opinion: sort === 'opinion-verb',
  };
}

function inflection(word: string, pos: Pos): string {
  if (pos === 'noun') return word.endsWith('s') ? 's' : '';
  if (pos === 'verb') return /(?:ed|en|ing)$/.exec(word)?.[0] ?? '';
  return '';
}

const edge = (name: string): Wording => ({
  pos: codes.punct,
  word: hashOf(name),
  lemma: hashOf(name),
  sort: 0,
  suffix: 0,
  skeleton: hashOf(name),
  opinion: false,
});
/** What stands before the first and behind the last word of a sentence. */
export const before = edge('^');
export const behind = edge('$');
