import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { Name } from '../model/value.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Text } from './values.ts';

/** Small words that stand inside names: "Bank of England", "Leonardo da Vinci". */
const inside = wordSet('of the de da di la le van von der den al bin ibn for and &');

/**
 * Runs of capitalised words. A lone capitalised word that opens a sentence may be any word, so it counts only
 * where a possessive follows or it is no word that sentences open with.
 */
export function readNames(text: Text): Name[] {
  const { tokens } = text;
  const names: Name[] = [];
  for (const sentence of text.sentences)
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (!isCapitalised(tokens[i])) continue;
      let end = i + 1;
      for (let next = end; next < sentence.endToken; next++) {
        const token = tokens[next] as Token;
        if (isCapitalised(token)) end = next + 1;
        else if (!inside.has(token.normal) || next - end >= 2) break;
      }
      const opens = i === sentence.firstToken || tokens[i - 1]?.kind === 'quote';
      if (end - i > 1 || !opens || tokens[end]?.normal === "'s")
        names.push({ kind: 'name', ...spanOfTokens(text, i, end) });
      i = end - 1;
    }
  return names;
}

/** "I" and "I'm" are no names. */
const isCapitalised = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !/^i(?:'\p{L}+)?$/u.test(token.normal);
