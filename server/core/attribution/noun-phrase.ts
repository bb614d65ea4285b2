import { wordSet } from '../lexicon/word-set.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { isSourceNoun } from './nouns.ts';

/** Words that no noun phrase goes on across: conjunctions, subordinators, and verbs of the closed classes. */
const stoppers = wordSet(
  'but because while whilst as if when whenever although though since that which whether so yet then than until unless however therefore is are was were be been being am has have had do does did will would can could may might must shall should not to said says say',
);

const pronouns = wordSet('he she they i we you it');

/** The index after the last token of the sentence's content: before its final stop, but after a closing quotation mark. */
export function contentEnd(tokens: readonly Token[], sentence: Sentence): number {
  let end = sentence.endToken;
  while (end > sentence.firstToken && /^(?:[.!?…]+|\.{2,})$/.test((tokens[end - 1] as Token).text)) end--;
  return end;
}

/** Where "that" stands behind an aside ("states, for instance, that"), or `from` where there is none. */
export function asideEnd(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== ',') return from;
  const comma = tokens.slice(from + 1, from + 6).findIndex(({ text }) => text === ',') + from + 1;
  return comma > from && tokens[comma + 1]?.normal === 'that' ? comma + 1 : from;
}

/** The end of a noun phrase that starts at `first`: up to a verb, a clause or punctuation. */
export function nounPhraseEnd(tokens: readonly Token[], first: number, limit: number): number {
  if (pronouns.has(tokens[first]?.normal ?? '')) return first + 1;
  let end = first;
  while (end < limit && isInside(tokens[end] as Token)) end++;
  return end;
}

/** The start of a noun phrase that ends before `end`, an apposition between commas included ("Jane Roe, a surgeon, "). */
export function nounPhraseStart(tokens: readonly Token[], end: number, limit: number): number {
  let last = end;
  let floor = limit;
  if (tokens[end - 1]?.text === ',') {
    const comma = previousComma(tokens, end - 1, limit);
    if (comma < 0 || end - comma > 14) return end;
    last = comma;
    floor = limit;
  }
  if (pronouns.has(tokens[last - 1]?.normal ?? '')) return last - 1;
  let start = last;
  while (
    start > floor &&
    last - start < 14 &&
    (isInside(tokens[start - 1] as Token) || opensAsNoun(tokens, start - 1, limit))
  ) {
    const token = tokens[start - 1] as Token;
    if (token.normal === 'and' && !joinsNames(tokens, start - 1)) break;
    start--;
  }
  // A preposition cannot open the phrase that is credited: "In Paris officials say".
  while (
    start < last &&
    /^(?:in|on|at|for|and|or|after|before|by|with|of|even|yet|now|today|still|also|again|here|there|indeed|instead|meanwhile)$/.test(
      tokens[start]?.normal ?? '',
    )
  )
    start++;
  return start === last ? end : start;
}

function previousComma(tokens: readonly Token[], before: number, limit: number): number {
  for (let i = before - 1; i > limit; i--) {
    const token = tokens[i] as Token;
    if (token.text === ',') return i;
    if (token.kind === 'quote' || /^[.;:!?]$/.test(token.text)) return -1;
  }
  return -1;
}

const isInside = (token: Token): boolean =>
  (token.kind === 'word' || token.kind === 'number' || token.text === '&' || isPossessive(token)) &&
  !stoppers.has(token.normal) &&
  token.normal !== 'who' &&
  !opensClause(token);

/** The apostrophe in "the Tenants' Union", which the tagger tells from a quotation mark. */
const isPossessive = ({ pos, text }: Token): boolean => pos === 'part' && /^['’]$/.test(text);

/** A finite verb or a subordinator. A participle may stand inside ("the elected mayor"). */
const opensClause = ({ pos, normal }: Token): boolean =>
  pos === 'aux' || pos === 'sconj' || (pos === 'verb' && !/(?:ed|ing|en)$/.test(normal));

/** "Figures from the ministry": a form with an "s" at the start of a sentence is no verb, which would have no subject, whatever its tag. */
const opensAsNoun = (tokens: readonly Token[], i: number, sentenceStart: number): boolean =>
  i === sentenceStart &&
  tokens[i]?.pos === 'verb' &&
  isSourceNoun(tokens[i]?.normal ?? '') &&
  /s$/.test(tokens[i]?.normal ?? '');

const joinsNames = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '');
