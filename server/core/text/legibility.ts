import { entries } from '../generated/function-words.ts';
import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';
import { isMisshapen, isPlain } from './letter-shapes.ts';
import { isMisplaced } from './word-order.ts';

const functionWords = new Set(entries.filter(entry => entry.kind === 'en').map(entry => entry.term));

/** Fewer words than this show nothing: a heading, a name, a cell of a table. */
const fewestWords = 8;
/** So many figures show a row of a table, however few its words. */
const fewestNumbers = 5;
/** Function words are told apart from chance in texts of this length; running English has four or five of ten. */
const enoughWords = 20;
/** So many words of running English have an article among them, which machine translation often leaves out: one of 70 at the least. */
const enoughForArticles = 40;
/** Careful prose has a mark of some kind well before this many words. */
const longestBreath = 45;
/** No sentence that can be followed goes on for more words than this. */
const longestSentence = 80;
/** So many marks as code has them stand in any prose, such as a link or an insertion in brackets. */
const spared = 2;
/** How far a block of some sentences can be trusted that has no capital letter. */
const withoutCapitals = 0.85;

/**
 * How well a block could be read as prose, from 1 for clean text down to 0: how far the rules' findings in it can be trusted.
 * It falls with words in capitals, with words as scanners garble them, twice written or wrongly decoded, with stretches without
 * punctuation, with figures and marks as tables, logs and code have them, and where the words that hold sentences together are missing,
 * as in lists and logs, or out of order, as in word salad, or the articles alone missing, as in bad translations; and where no sentence
 * opens with a capital, so that names and sentences cannot be told.
 */
export function legibilityOf({ tokens, prose }: Pick<Block, 'tokens' | 'prose'>): number {
  const { words, numbers, odd, capitals, breathless, endless, small, articles, misplaced, hasCapital, ...of } =
    countIn(tokens);
  if (words + odd < fewestWords && numbers < fewestNumbers) return 1;
  if (words === 0) return 0;
  const garbled = of.garbled + (prose.text.match(wronglyDecoded)?.length ?? 0);
  // One slip shows little, one word out of place nothing; and small words make a sentence of many figures.
  return (
    falling(capitals / words, 0.3, 0.6) *
    falling((garbled - 0.5) / words, 0.01, 0.09) *
    falling(breathless / words, 0.1, 0.5) *
    falling(endless / words, 0.2, 0.6) *
    falling((numbers - small) / words, 0.6, 1) *
    falling((odd - spared) / words, 0.08, 0.16) *
    falling((misplaced - 1) / words, 0, 0.04) *
    (words < enoughWords ? 1 : falling(1 - small / words, 0.87, 0.97) * (hasCapital ? 1 : withoutCapitals)) *
    (words < enoughForArticles ? 1 : falling(1 - articles / words, 0.985, 1.005))
  );
}

/** Counts what tells prose from what is none, in one walk. */
function countIn(tokens: readonly Token[]) {
  let words = 0;
  let numbers = 0;
  let odd = 0;
  let capitals = 0;
  let garbled = 0;
  let small = 0;
  let articles = 0;
  let misplaced = 0;
  let hasCapital = false;
  let breath = 0;
  let breathless = 0;
  let sentence = 0;
  let endless = 0;
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (token.kind === 'word') {
      words++;
      breath++;
      sentence++;
      if (breath === longestBreath) breathless += longestBreath;
      else if (breath > longestBreath) breathless++;
      if (sentence > longestSentence) endless++;
      if (token.text.length > 2 && isCapitals(token)) capitals++;
      if (isGarbled(token, before, after) || isRepeated(token, before)) garbled++;
      if (isMisplaced(token, after, tokens[i + 2])) misplaced++;
      if (functionWords.has(token.normal)) small++;
      if (token.normal === 'the' || token.normal === 'a' || token.normal === 'an') articles++;
      hasCapital ||= token.text !== token.normal && /^\p{Lu}/u.test(token.text);
    } else if (token.kind === 'number') numbers++;
    else {
      if (isFreak(token, before, after)) garbled++;
      else breath = 0;
      if (/^[.!?…]/.test(token.text)) sentence = 0;
      if (isOdd(token, before, after)) odd++;
    }
  });
  return { words, numbers, odd, capitals, garbled, small, articles, misplaced, hasCapital, breathless, endless };
}

/** 1 up to the first bound, then down in a line to 0 at the second. */
const falling = (share: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (to - share) / (to - from)));

const isCapitals = ({ text }: Token): boolean =>
  !isPlain(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/** A word as no writer spells one: digits among letters, a capital inside, no vowel, consonants that never meet, or a stray letter. */
function isGarbled({ text, normal, end }: Token, before: Token | undefined, after: Token | undefined): boolean {
  // “G. K. Chesterton”, “Plan B”, “x-ray” and “r = 0.4” are in order, a lone letter between two small words is not.
  if (text.length === 1)
    return /[b-hj-np-z]/i.test(text) && isSmallWord(before) && isSmallWord(after) && after?.start !== end;
  // Behind a figure stands a unit: “60 mph”.
  if (isPlain(text)) return before?.kind !== 'number' && isMisshapen(text);
  if (/\p{Ll}\d+\p{Ll}|\p{Ll}\d+$|^\d+\p{Ll}{3,}\d/u.test(text)) return true;
  if (/^\p{Ll}+\p{Lu}\p{Ll}*$/u.test(text) && !/^[ie]\p{Lu}/u.test(text)) return true;
  return normal.length > 4 && /^[b-df-hj-np-tv-xz]+$/.test(normal) && !isCapitals({ text } as Token);
}

const isSmallWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 1 && token.text === token.normal;

/** A word that the one before says already: “of of”. Some words may be said twice, and names are. */
const isRepeated = ({ text, normal }: Token, before: Token | undefined): boolean =>
  before?.kind === 'word' &&
  before.normal === normal &&
  text === normal &&
  !/^(?:had|that|very|so|really|no)$/.test(text);

/**
 * Characters of more than one byte in UTF-8, each byte read as a character of Latin-1 or of Windows: “â€™” for an apostrophe, “Ã©” for
 * “é”. No language has a capital A with a tilde or circumflex, or an “â”, before such characters.
 */
const wronglyDecoded =
  /[\u00c2\u00c3][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2[\u0080-\u009f\u201a\u201e\u2020-\u2022\u20ac]/g;

/**
 * A mark as code, markup and logs have them: a sign between names, words in brackets that are not round, a stop right within what is one
 * word for a machine. Not those that writers use in plain text for stress and notes: “*never*”, “as she says [3]”.
 */
function isOdd({ text, spaceBefore }: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (text === '[') return after?.kind === 'word';
  if (text === ']') return before?.kind === 'word';
  if (/^(?:[{}<>=\\/|~+@]|={2,}|_+)$/.test(text)) return true;
  return /^[.:;]$/.test(text) && !spaceBefore && after?.spaceBefore === false && /^[\p{Ll}\d]/u.test(after.text);
}

/** A mark within or right between letters where none belongs: “th]s”, “w|th”, “th� law”. */
const isFreak = ({ text, spaceBefore }: Token, before: Token | undefined, after: Token | undefined): boolean =>
  text === '\ufffd' ||
  (!spaceBefore &&
    /^[|}\]{[<>^~\\¦¬§¢]$/.test(text) &&
    isSmallWord(before) &&
    isSmallWord(after) &&
    !after?.spaceBefore);
