import type { Sentence, Token } from '../model/sentence.ts';
import { endAfterStop } from './sentence-ends.ts';
import { isDivider, startsAnew } from './sentence-starts.ts';

/** Splits the tokens of one block into sentences. Every token belongs to exactly one. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  const isCareless = writesSmall(tokens);
  let first = 0;
  const close = (end: number) => {
    const from = tokens[first];
    const last = tokens[end - 1];
    if (from && last) sentences.push({ start: from.start, end: last.end, firstToken: first, endToken: end });
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i > first && startsAnew(tokens, i, first)) close(i);
    const end = isDivider(token) ? i + 1 : endAfterStop(tokens, i, first, isCareless);
    if (end > 0) {
      close(end);
      i = end - 1;
    }
  }
  if (first < tokens.length) close(tokens.length);
  return sentences;
}

/** True where the writer does without capitals, as in a chat: the block opens small, or has a small "i" on its own. */
function writesSmall(tokens: readonly Token[]): boolean {
  const opening = tokens.find(token => token.kind === 'word');
  if (opening && opening.at === 0 && /^\p{Ll}+$/u.test(opening.text) && opening.text.length > 1) return true;
  return tokens.some((token, i) => token.text === 'i' && /^\p{Ll}/u.test(tokens[i + 1]?.text ?? ''));
}
