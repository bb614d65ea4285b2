import { isUtterance } from '../lexicon/utterance.ts';
import { wordSet } from '../lexicon/word-set.ts';
import type { Token } from '../model/sentence.ts';
import type { QuotationKind } from '../model/value.ts';
import type { MarkedPair } from './quotation-marks.ts';

/** How far around a quotation the words that tell it are looked for, in tokens. */
const reach = 8;
const longestScare = 4;

const works = wordSet(
  'album article ballad book chapter column documentary drama editorial episode essay film headline headlined hymn memoir movie musical novel opera painting pamphlet paper play podcast poem report series short-story show single song story titled entitled headed track',
);
/** Words that say that the words, not what they mean, are spoken of. */
const naming = wordSet(
  'adjective called calling calls call dubbed expression known label labelled labeled mantra name named nickname nicknamed noun phrase phrases slogan so-called styled term termed terms word words verb',
);
const stop = /^(?:[.!?…;]|\.{2,})$/;

/** What a quotation is there for, from its words and from those around it. */
export function quotationKind(tokens: readonly Token[], { open, end, closed }: MarkedPair): QuotationKind {
  const last = closed ? end - 1 : end;
  const words = tokens.slice(open + 1, Math.min(last, open + 40)).filter(token => token.kind === 'word');
  const before = wordBefore(tokens, open);
  const isTold = isToldBefore(tokens, open) || (closed && isToldAfter(tokens, end));
  if (works.has(before) && !/^[,:]$/.test(tokens[open - 1]?.text ?? '') && startsBig(words[0])) return 'title';
  if (!closed) return 'speech';
  if (naming.has(before)) return isTitleCase(words) ? 'title' : words.length <= 2 * longestScare ? 'scare' : 'speech';
  if (isTold) return 'speech';
  const hasStop = stop.test(tokens[last - 1]?.text ?? '');
  if (isTitleCase(words) && (!hasStop || words.length > 2)) return 'title';
  return words.length <= longestScare && !(hasStop && startsBig(words[0])) ? 'scare' : 'speech';
}

/** True where words after a quotation tell who spoke it: "…,” said Ms Lind", "…” the man by the door asked". */
export function isToldAfter(tokens: readonly Token[], end: number): boolean {
  for (let i = end; i < tokens.length && i < end + reach; i++) {
    const token = tokens[i] as Token;
    if (stop.test(token.text) || token.kind === 'quote' || token.text === ':') return false;
    if (isUtterance(token.normal) && !naming.has(token.normal)) return true;
  }
  return false;
}

/** True where words before a quotation tell who speaks it: "She told the hall:", "he said it was". */
function isToldBefore(tokens: readonly Token[], open: number): boolean {
  for (let i = open - 1; i >= 0 && i >= open - reach; i--) {
    const token = tokens[i] as Token;
    if (stop.test(token.text) || token.kind === 'quote') return false;
    if (isUtterance(token.normal) && !naming.has(token.normal)) return true;
  }
  return tokens[open - 1]?.text === ':';
}

/** The word before an opening mark, past a comma, a colon and small words: "the film", "known as", "called it". */
function wordBefore(tokens: readonly Token[], open: number): string {
  let i = open - 1;
  while (
    i >= 0 &&
    i >= open - 3 &&
    /^(?:[,:]|as|it|of|a|an|the|him|her|them|this|that)$/.test((tokens[i] as Token).normal)
  )
    i--;
  return tokens[i]?.normal ?? '';
}

const startsBig = (token: Token | undefined): boolean => token !== undefined && /^[\p{Lu}\p{N}]/u.test(token.text);

/** Two words or more, each longer one with a capital. */
function isTitleCase(words: readonly Token[]): boolean {
  const long = words.filter(({ text }, i) => i === 0 || text.length > 3);
  return words.length >= 2 && long.length >= 2 && long.every(startsBig);
}
