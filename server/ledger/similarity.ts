import { distance } from 'fastest-levenshtein';
import { isTelling, type Worded } from './words.ts';

/** How alike two sentences are. */
export interface Similarity {
  /** 0 (nothing in common) to 1 (the same words): whichever of the following says most. */
  readonly score: number;
  /** True where the draft's sentence holds the recorded one and more, as when two sentences were joined. */
  readonly isJoined: boolean;
  /** Figures and names that stand in place of others: where there are several, it is rather another claim of the same pattern. */
  readonly exchanged: number;
  /** How many of the recorded words are gone. */
  readonly lost: number;
}

/** How much a word tells: 1 for one that stands in a single sentence of the draft, less the more sentences it stands in. */
export type Weight = (word: string) => number;

/** No sentence is compared beyond this, in UTF-16 code units; one that is longer is a list or a table. */
const longest = 1200;
/** Nor beyond this many words, whose comparison takes time in the square of their number. */
const mostWords = 150;

/** How far two texts are from each other: the share of characters to be put in, taken out or replaced, 0 to 1. */
export function distanceBetween(a: string, b: string): number {
  const length = Math.min(longest, Math.max(a.length, b.length));
  return length === 0 ? 0 : distance(a.slice(0, longest), b.slice(0, longest)) / length;
}

/** Compares by characters, which sees through typing errors and endings, and by words in order, which sees what was kept. */
export function similarity(recorded: Worded, unit: Worded, weight: Weight): Similarity {
  const characters = 1 - distanceBetween(recorded.key, unit.key);
  const common = commonWeight(recorded.words, unit.words, weight);
  const ours = totalWeight(recorded.words, weight);
  const theirs = totalWeight(unit.words, weight);
  const exchanged = exchangedBetween(recorded, unit);
  const lost = recorded.words.filter(word => !unit.words.includes(word)).length;
  if (common === 0) return { score: characters / 2, isJoined: false, exchanged, lost };
  const reworded = (characters + (2 * common) / (ours + theirs)) / 2;
  // Joined with others, the sentence is all there among more; split, it is the better part of what it was.
  const isWhole = common / ours > 0.999;
  const joined = isWhole || (common / ours >= 0.8 && recorded.words.length >= 4) ? (0.9 * common) / ours : 0;
  const split = common / theirs >= 0.85 && common / ours >= 0.4 && unit.words.length >= 4 ? (0.8 * common) / theirs : 0;
  return { score: Math.max(reworded, joined, split), isJoined: joined > reworded && joined >= split, exchanged, lost };
}

/** Two names that have changed places are exchanged too: "Marlow beat Harth" is another claim than "Harth beat Marlow". */
function exchangedBetween(a: Worded, b: Worded): number {
  const inPlaceOfOthers = Math.min(tellingOnlyIn(a, b), tellingOnlyIn(b, a));
  const common = (one: Worded, other: Worded) =>
    one.words.filter(word => isTelling(word) && other.words.includes(word));
  const [ours, theirs] = [common(a, b), common(b, a)];
  const isTurnedRound = ours.length === theirs.length && ours.some((word, at) => word !== theirs[at]);
  return Math.max(inPlaceOfOthers, isTurnedRound ? 2 : 0);
}

const tellingOnlyIn = (a: Worded, b: Worded): number =>
  a.words.filter(word => isTelling(word) && !b.words.includes(word)).length;

const totalWeight = (words: readonly string[], weight: Weight): number =>
  words.slice(0, mostWords).reduce((sum, word) => sum + weight(word), 0);

/** The weight of the words that both have in the same order: a longest common subsequence. */
function commonWeight(a: readonly string[], b: readonly string[], weight: Weight): number {
  const width = Math.min(b.length, mostWords);
  let above = new Float64Array(width + 1);
  let row = new Float64Array(width + 1);
  for (const word of a.slice(0, mostWords)) {
    const gain = weight(word);
    for (let j = 0; j < width; j++)
      row[j + 1] =
        word === b[j]
          ? Math.max((above[j] as number) + gain, above[j + 1] as number)
          : Math.max(above[j + 1] as number, row[j] as number);
    [above, row] = [row, above];
  }
  return above[width] as number;
}

/** How alike two pieces of context are, 0 to 1: what they share next to the sentence, or altogether. */
export function contextSimilarity(a: string, b: string, side: 'before' | 'behind'): number {
  const length = Math.max(a.length, b.length);
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  const at = (text: string) => (side === 'before' ? text[text.length - 1 - shared] : text[shared]);
  while (shared < Math.min(a.length, b.length) && at(a) === at(b)) shared++;
  return Math.max(shared / length, 1 - distance(a, b) / length);
}
