import { entries } from '../generated/function-words.ts';
import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';

const functionWords = new Set(entries.filter(entry => entry.kind === 'en').map(entry => entry.term));

/** Fewer words than this show nothing: a heading, a name, a cell of a table. */
const fewestWords = 8;
/** Function words are told apart from chance in texts of this length; running English has four or five of ten. */
const enoughWords = 20;
/** So many words of running English have an article among them, which machine translation often leaves out: one of 70 at the least. */
const enoughForArticles = 40;
/** Careful prose has a mark of some kind well before this many words. */
const longestBreath = 45;

/**
 * How well a block could be read as prose, from 1 for clean text down to 0: how far the rules' findings in it can be trusted.
 * It falls with words in capitals, with words as scanners garble them, with stretches without punctuation, and where
 * the words that hold sentences together are missing, as in lists, logs and word salad, or the articles alone, as in bad translations;
 * and where no sentence opens with a capital, so that names and sentences cannot be told.
 */
export function legibilityOf({ tokens }: Pick<Block, 'tokens'>): number {
  let words = 0;
  let capitals = 0;
  let garbled = 0;
  let small = 0;
  let articles = 0;
  let hasCapital = false;
  let breath = 0;
  let breathless = 0;
  tokens.forEach((token, i) => {
    if (token.kind === 'word') {
      words++;
      breath++;
      if (breath === longestBreath) breathless += longestBreath;
      else if (breath > longestBreath) breathless++;
      if (token.text.length > 2 && isCapitals(token)) capitals++;
      if (isGarbled(token, tokens[i - 1], tokens[i + 1])) garbled++;
      if (functionWords.has(token.normal)) small++;
      if (/^(?:the|an?)$/.test(token.normal)) articles++;
      hasCapital ||= token.text !== token.normal && /^\p{Lu}/u.test(token.text);
    } else if (token.kind !== 'number') {
      if (isFreak(token, tokens[i - 1], tokens[i + 1])) garbled++;
      else breath = 0;
    }
  });
  if (words < fewestWords) return 1;
  return (
    falling(capitals / words, 0.3, 0.6) *
    falling(garbled / words, 0.03, 0.12) *
    falling(breathless / words, 0.1, 0.5) *
    (words < enoughWords ? 1 : falling(1 - small / words, 0.87, 0.97) * (hasCapital ? 1 : withoutCapitals)) *
    (words < enoughForArticles ? 1 : falling(1 - articles / words, 0.985, 1.005))
  );
}

/** How far a block of some sentences can be trusted that has no capital letter. */
const withoutCapitals = 0.6;

/** 1 up to the first bound, then down in a line to 0 at the second. */
const falling = (share: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (to - share) / (to - from)));

const isCapitals = ({ text }: Token): boolean =>
  !plainWord.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/** Most words have neither capitals nor figures, and need no further look for them. */
const plainWord = /^[a-z]+$/;

/** A word as no writer spells one: digits among letters, a capital inside, no vowel, or a stray letter. */
function isGarbled({ text, normal, end }: Token, before: Token | undefined, after: Token | undefined): boolean {
  // “G. K. Chesterton”, “Plan B”, “x-ray” and “r = 0.4” are in order, a lone letter between two small words is not.
  if (text.length === 1)
    return /[b-hj-np-z]/i.test(text) && isSmallWord(before) && isSmallWord(after) && after?.start !== end;
  if (!plainWord.test(text)) {
    if (/\p{Ll}\d+\p{Ll}|\p{Ll}\d+$|^\d+\p{Ll}{3,}\d/u.test(text)) return true;
    if (/^\p{Ll}+\p{Lu}\p{Ll}*$/u.test(text) && !/^[ie]\p{Lu}/u.test(text)) return true;
  }
  return normal.length > 4 && /^[b-df-hj-np-tv-xz]+$/.test(normal) && !isCapitals({ text } as Token);
}

const isSmallWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 1 && token.text === token.normal;

/** A mark within or right between letters where none belongs: “th]s”, “w|th”, “th� law”. */
const isFreak = ({ text, spaceBefore }: Token, before: Token | undefined, after: Token | undefined): boolean =>
  text === '\ufffd' ||
  (!spaceBefore &&
    /^[|}\]{[<>^~\\¦¬§¢]$/.test(text) &&
    isSmallWord(before) &&
    isSmallWord(after) &&
    !after?.spaceBefore);
