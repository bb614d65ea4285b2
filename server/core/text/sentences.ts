import { closingAbbreviations } from '../lexicon/abbreviations.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';

const terminators = new Set(['.', '!', '?', '…', '...', '....']);
const closers = new Set([')', ']', '”', '’', '"', "'", '»', '›']);

/** Splits the tokens of one block into sentences. Every token belongs to exactly one. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const close = (end: number) => {
    const from = tokens[first];
    const last = tokens[end - 1];
    if (from && last) sentences.push({ start: from.start, end: last.end, firstToken: first, endToken: end });
    first = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const end = endAfter(tokens, i);
    if (end > 0) {
      close(end);
      i = end - 1;
    }
  }
  if (first < tokens.length) close(tokens.length);
  return sentences;
}

/** The index after the last token of the sentence that the token at `i` ends, or 0 where it ends none. */
function endAfter(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const abbreviated = token.text.length > 1 && token.text.endsWith('.') && !terminators.has(token.text);
  if (!terminators.has(token.text) && !abbreviated) return 0;
  let end = i + 1;
  // Further stops and the marks that close a quotation or bracket belong to the sentence.
  while (end < tokens.length) {
    const mark = tokens[end] as Token;
    if (mark.spaceBefore || !(terminators.has(mark.text) || closers.has(mark.text))) break;
    end++;
  }
  const next = tokens[end];
  if (!next) return end;
  if (!next.spaceBefore) return 0;
  if (abbreviated && !closingAbbreviations.has(token.normal)) return 0;
  const head = opensWith(tokens, end);
  if (!head) return 0;
  // After an abbreviation that may stand anywhere ("U.S.", "p.m.") only a word that no name begins with opens a sentence.
  if (abbreviated) return startsSentence(head) && sentenceOpeners.has(head.normal) ? end : 0;
  if (head.kind === 'number' && tokens[i - 1]?.text === 'No') return 0;
  return startsSentence(head) ? end : 0;
}

/** The first word or number at or after an index, past opening quotation marks and brackets. */
function opensWith(tokens: readonly Token[], index: number): Token | undefined {
  let i = index;
  while (i < tokens.length && i < index + 3) {
    const token = tokens[i] as Token;
    if (token.kind === 'word' || token.kind === 'number') return token;
    if (token.kind !== 'quote' && !/^[([{¿¡–—•*-]$/.test(token.text)) return undefined;
    i++;
  }
  return undefined;
}

const startsSentence = (token: Token): boolean => token.kind === 'number' || !/^\p{Ll}/u.test(token.text);

/** Closed-class words that open a sentence and that no name goes on with. */
const sentenceOpeners = wordSet(
  'the a an this that these those it he she they we you i but and so yet if when while as in on at for with by from to what why how who there then after before since although though however no not our his her their its my your most many some',
);
