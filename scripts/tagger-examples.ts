import { partsOfSpeech } from '../server/core/model/pos.ts';
import { plainProse } from '../server/core/model/prose.ts';
import type { Token } from '../server/core/model/sentence.ts';
import { wordFeatures, wordKeys } from '../server/core/text/tag-features.ts';
import { tokenize } from '../server/core/text/tokens.ts';
import {
  type Description,
  describe,
  type KnownTags,
  newDescription,
  newForms,
  noTag,
  onlyTag,
  rowAt,
  rowsLength,
  wordKeyAt,
} from '../server/core/text/unit-forms.ts';
import { cutUnits, maxTokens, newUnits, type Units } from '../server/core/text/units.ts';
import type { GoldText, GoldWord } from './conllu.ts';

/** A sentence to learn from: its described units, the keys that its words decide, and the right tags. */
export interface Example {
  readonly count: number;
  readonly rows: Description;
  readonly keys: Int32Array;
  /** A code of the tagger for each unit, or `unknown` where no word of the treebank is in it. */
  readonly gold: Int8Array;
  /** 1 for a unit that is plain punctuation and not weighed. */
  readonly marks: Uint8Array;
}
export const unknown = -1;

const codes = new Map<string, number>(partsOfSpeech.map((pos, code) => [pos, code]));
const units = newUnits();
const scratch = newDescription();
const formIds = new Int32Array(units.token.length);
const punct = codes.get('punct');

/** Cuts a sentence with our own tokenizer, since that is what the tagger will be given. */
function cut(text: string): { tokens: readonly Token[]; units: Units } {
  const tokens = tokenize(plainProse(text));
  cutUnits(units, tokens, 0, Math.min(tokens.length, maxTokens));
  return { tokens, units };
}

/** The words of the treebank that share characters with a unit. */
function wordsIn(
  words: readonly GoldWord[],
  from: number,
  start: number,
  end: number,
): { from: number; here: GoldWord[] } {
  let first = from;
  while (first < words.length && (words[first] as GoldWord).end <= start) first++;
  const here: GoldWord[] = [];
  for (let i = first; i < words.length && (words[i] as GoldWord).start < end; i++) here.push(words[i] as GoldWord);
  return { from: first, here };
}

/**
 * Which tags the words of the treebanks have: all that make up a tenth of a word's uses, for a word of at least three uses. A word of
 * at least twenty that has one tag in 99 of 100 is marked with the bit of `noTag`: it need not be weighed.
 */
export function tagsOfWords(sentences: readonly GoldText[]): Map<number, number> {
  const uses = new Map<number, Int32Array>();
  const forms = newForms(() => 0);
  for (const { text, words } of sentences) {
    const { tokens } = cut(text);
    describe(scratch, forms, formIds, tokens, units);
    let from = 0;
    for (let i = 0; i < units.count; i++) {
      const { at } = tokens[units.token[i] as number] as Token;
      const found = wordsIn(words, from, at + (units.start[i] as number), at + (units.end[i] as number));
      from = found.from;
      const [word] = found.here;
      if (found.here.length !== 1 || !word) continue;
      const key = wordKeyAt(scratch, rowAt(i));
      let counts = uses.get(key);
      if (!counts) uses.set(key, (counts = new Int32Array(partsOfSpeech.length)));
      const code = codes.get(word.pos) ?? 0;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  const tags = new Map<number, number>();
  for (const [key, counts] of uses) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total < 3) continue;
    const listed = counts.reduce((set, count, code) => (count * 10 >= total ? set | (1 << code) : set), 0);
    const isAlways = total >= 20 && counts.some(count => count * 100 >= total * 99);
    tags.set(key, isAlways ? listed | (1 << noTag) : listed);
  }
  return tags;
}

/** A unit that covers several words of the treebank has the tag of the last that is no punctuation. */
export function examplesOf(sentences: readonly GoldText[], knownTags: KnownTags): Example[] {
  const forms = newForms(knownTags);
  return sentences.map(({ text, words }) => {
    const { tokens } = cut(text);
    const { count } = units;
    describe(scratch, forms, formIds, tokens, units);
    const keys = new Int32Array(count * wordFeatures);
    const gold = new Int8Array(count);
    const marks = new Uint8Array(count);
    let from = 0;
    for (let i = 0; i < count; i++) {
      wordKeys(keys, i * wordFeatures, scratch, i);
      const token = tokens[units.token[i] as number] as Token;
      const found = wordsIn(words, from, token.at + (units.start[i] as number), token.at + (units.end[i] as number));
      from = found.from;
      const word = found.here.findLast(({ pos }) => pos !== 'punct') ?? found.here[0];
      gold[i] = word ? (codes.get(word.pos) ?? unknown) : unknown;
      if (onlyTag(scratch, rowAt(i)) === punct) marks[i] = 1;
    }
    return { count, rows: scratch.slice(0, rowsLength(count)), keys, gold, marks };
  });
}
