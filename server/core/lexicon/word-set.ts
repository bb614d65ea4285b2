/** A set of words written as one line of them: the closed classes of grammar that a file needs. Lists that an editor may extend are lexicons. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
