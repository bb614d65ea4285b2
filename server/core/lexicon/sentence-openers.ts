import { entries } from '../generated/sentence-openers.ts';

const openers: ReadonlySet<string> = new Set(entries.flatMap(entry => entry.phrases));

/** True for a word of the closed classes, in lower case, that may open a sentence and that no name goes on with. */
export const isSentenceOpener = (word: string): boolean => openers.has(word);
