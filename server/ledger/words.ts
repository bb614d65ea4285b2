/** A sentence in the form in which sentences are compared. */
export interface Worded {
  /** Its words, figures and the signs that change what a figure means. */
  readonly words: readonly string[];
  /** The words with single spaces: equal for sentences that say the same in the same words. */
  readonly key: string;
}

/** A word with its apostrophes and hyphens, a number with its marks, or a sign that belongs to a figure. */
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.,'’\-–][\p{L}\p{M}\p{N}]+)*|[%‰$€£¥+−]/gu;

/** What a sentence says, apart from spacing, line breaks, punctuation, quotation marks and the way apostrophes are typed. */
export function worded(text: string): Worded {
  const words = (text.normalize('NFC').match(wordPattern) ?? []).map((word, at) => {
    const plain = word.replaceAll('’', "'").replaceAll('–', '-');
    // A sentence that comes to stand behind a semicolon keeps its words; elsewhere "us" and "US" are two.
    return at === 0 ? plain.toLowerCase() : plain;
  });
  return { words, key: words.join(' ') };
}

/** True for a figure, and for a word that names somebody or something by its capital: what tells claims of one pattern apart. */
export const isTelling = (word: string): boolean => /^(?:\p{N}|\p{Lu})/u.test(word);

export const isFigure = (word: string): boolean => /^\p{N}/u.test(word);

/** True where two texts say the same in the same words. */
export const sameWords = (a: string, b: string): boolean => a === b || worded(a).key === worded(b).key;
