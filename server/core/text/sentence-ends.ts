import { abbreviationKind, mayCloseSentence } from '../lexicon/abbreviations.ts';
import { isSentenceOpener } from '../lexicon/sentence-openers.ts';
import { isUtterance } from '../lexicon/utterance.ts';
import type { Token } from '../model/sentence.ts';
import { headAt, isListMark, looksFirst } from './sentence-starts.ts';

const stop = /^(?:[.!?…‽。！？｡]|\.{2,})$/;
const closer = /^[)\]}”’"'»›]$/;
const dash = /^(?:—|–|--)$/;
/** After these an abbreviated name of a company goes on: "Yahoo! Inc." */
const companySuffix = /^(?:inc|ltd|corp|co|plc|llc|gmbh)\.?$/;

/**
 * The index after the last token of the sentence that the token at `i` ends, or 0 where it ends none.
 *
 * @param first The first token of the sentence.
 * @param isCareless Whether the writer does without capitals.
 */
export function endAfterStop(tokens: readonly Token[], i: number, first: number, isCareless: boolean): number {
  const token = tokens[i] as Token;
  if (dash.test(token.text)) return endAfterDash(tokens, i);
  const isStop = stop.test(token.text);
  const isAbbreviated = !isStop && token.kind === 'word' && token.text.length > 1 && token.text.endsWith('.');
  if (!isStop && !isAbbreviated) return isDatedNote(tokens, i) ? i + 1 : 0;
  if (isStop && isLabelled(tokens, first, i)) return 0;
  let end = i + 1;
  // Further stops and the marks that close a quotation or bracket belong to the sentence.
  while (end < tokens.length && end - i < mostMarks && isPartOfEnd(tokens[end] as Token)) end++;
  const marks = footnoteEnd(tokens, end, isStop || end > i + 1);
  if (marks > end) return marks;
  const next = tokens[end];
  if (!next) return end;
  if (!next.spaceBefore) return isStop && opensUnspaced(tokens, i, end, isCareless) ? end : 0;
  if (isAbbreviated) return endsWithAbbreviation(tokens, i, end) ? end : 0;
  if (isListMark(tokens, end)) return end;
  const head = headAt(tokens, end);
  if (!head) return 0;
  const isQuoted = (tokens[end - 1] as Token).kind === 'quote';
  if (!looksFirst(head)) return opensSmall(tokens, i, end, head, isQuoted, isCareless) ? end : 0;
  if (isQuoted && token.text !== '.' && isToldAfter(tokens, end)) return 0;
  if (isEllipsis(token) && isFaltering(tokens, i, first, head)) return 0;
  return companySuffix.test(head.normal) ? 0 : end;
}

const isEllipsis = ({ text }: Token): boolean => /^(?:\.{2,}|…)$/.test(text);

/** "I ... I can't", "Well… I think": the capital of "I" shows no new sentence, and nor does a word that is said again. */
const isFaltering = (tokens: readonly Token[], i: number, first: number, head: Token): boolean => {
  const before = tokens[i - 1]?.normal;
  return (
    before === head.normal ||
    (/^i(?:'|$)/.test(head.normal) && (tokens[first]?.kind === 'quote' ? first + 1 : first) === i - 1)
  );
};

/** A longer row of stops is no end of a sentence, and is not looked at again from each of its stops. */
const mostMarks = 100;

const isPartOfEnd = (mark: Token): boolean => !mark.spaceBefore && (stop.test(mark.text) || closer.test(mark.text));

/** "1.", "2.1." or "a." in front of an item, "Figure 3." in front of a caption: a label, not a sentence. */
function isLabelled(tokens: readonly Token[], first: number, stopAt: number): boolean {
  const label = tokens[stopAt - 1]?.text ?? '';
  if (stopAt === first + 1) return /^(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|\p{L})$/u.test(label) && label !== 'I';
  return (
    stopAt === first + 2 &&
    /^\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*$/u.test(label) &&
    /^(?:figure|table|chart|box|map|plate|exhibit|photo)$/.test(tokens[first]?.normal ?? '')
  );
}

/** "“The bridge—” He stopped.": speech that breaks off. */
function endAfterDash(tokens: readonly Token[], i: number): number {
  const close = tokens[i + 1];
  const next = tokens[i + 2];
  if (close?.kind !== 'quote' || close.spaceBefore || !next?.spaceBefore) return 0;
  return /^\p{Lu}/u.test(next.text) && !isToldAfter(tokens, i + 2) ? i + 2 : 0;
}

/** "… in 1999.1 Nobody": the stop and the mark behind it look like a decimal. */
function isDatedNote(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    /^(?:1[5-9]|20)\d\d\.\d{1,3}$/.test((tokens[i] as Token).text) &&
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    isSentenceOpener(next.normal)
  );
}

/**
 * The index after footnote marks that follow a stop: "end.1 Next", "end.[3][4] Next", "end.¹ Next", "end. [5] Next".
 * The same index where there are none, or where no sentence follows them.
 */
function footnoteEnd(tokens: readonly Token[], index: number, isAfterStop: boolean): number {
  if (!isAfterStop) return index;
  let end = index;
  for (let mark = tokens[end]; mark; mark = tokens[end]) {
    if (
      mark.text === '[' &&
      /^(?:\p{Nd}{1,3}|\p{L})$/u.test(tokens[end + 1]?.text ?? '') &&
      tokens[end + 2]?.text === ']'
    )
      end += 3;
    else if (!mark.spaceBefore && /^(?:\d{1,3}|[\u00B9\u00B2\u00B3\u2070-\u2079]+|[*†‡§])$/.test(mark.text)) end++;
    else if (end === index && isLooseMark(tokens, end)) end++;
    else break;
  }
  const next = tokens[end];
  if (end === index || !next) return end;
  const head = next.spaceBefore ? headAt(tokens, end) : undefined;
  return head && looksFirst(head) ? end : index;
}

/** "… rights. 4 Even though": a lone figure in front of a word that can follow none. */
function isLooseMark(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    /^\d{1,3}$/.test((tokens[i] as Token).text) &&
    next?.spaceBefore === true &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    isSentenceOpener(next.normal)
  );
}

/** A sentence that the writer put no space before: "quality.You will", "over…The rest". A quotation mark may open it. */
function opensUnspaced(tokens: readonly Token[], i: number, end: number, isCareless: boolean): boolean {
  const next = tokens[end] as Token;
  const isFullStop = (tokens[i] as Token).text === '.';
  if (/^[“„«]$/.test(next.text)) return true;
  if (next.kind !== 'word' || !/^\p{L}/u.test(next.text)) return false;
  if (!/^\p{Lu}/u.test(next.text)) return isCareless && /^[!?]$/.test((tokens[end - 1] as Token).text);
  if (!/^\p{Ll}{2,}$/u.test(tokens[i - 1]?.text ?? '')) return false;
  return isFullStop ? isSentenceOpener(next.normal) : /^\p{Lu}\p{Ll}/u.test(next.text) || next.text.length === 1;
}

/** After an abbreviation that may stand last ("U.S.", "p.m.") only a word that no name goes on with opens a sentence. */
function endsWithAbbreviation(tokens: readonly Token[], i: number, end: number): boolean {
  const abbreviation = tokens[i] as Token;
  if (!mayCloseSentence(abbreviation.normal)) return false;
  const head = headAt(tokens, end);
  if (!head || !looksFirst(head)) return false;
  // A stop of its own behind the closing marks ("(… Main St.).") settles it.
  if ((tokens[end - 1] as Token).text === '.' && end > i + 1) return true;
  const isShouted = /^\p{Lu}{2,}$/u.test(head.text) && /^\p{Lu}{2,}$/u.test(tokens[i - 1]?.text ?? '');
  if (isShouted || (/^\d+$/.test(tokens[i - 1]?.text ?? '') && /^\p{Lu}{2,}$/u.test(head.text))) return false;
  if (/^(?:mr|mrs|ms)\.$/.test(head.normal)) return !/^(?:u\.s\.|u\.k\.|u\.n\.|e\.u\.)$/.test(abbreviation.normal);
  if ((tokens[end - 1] as Token).kind === 'quote' || tokens[end]?.kind === 'quote') return true;
  return isSentenceOpener(head.normal);
}

/**
 * Whether a small letter opens a sentence: in a bracket of its own, in the writing of somebody who does without capitals,
 * or by a slip, where the word before the stop is no abbreviation and the one behind it opens sentences.
 */
function opensSmall(
  tokens: readonly Token[],
  i: number,
  end: number,
  head: Token,
  isQuoted: boolean,
  isCareless: boolean,
): boolean {
  const token = tokens[i] as Token;
  if (isEllipsis(token) || (tokens[end - 1] as Token).text !== token.text) return false;
  if (isQuoted || isInBracket(tokens, end)) return false;
  if (token.text === '.' && tokens[end]?.text === '(') return true;
  if (tokens[end] !== head) return false;
  if (/^(?:unit|number|office)$/.test(abbreviationKind(tokens[i - 1]?.normal ?? '') ?? '')) return false;
  if (isCareless) return true;
  return token.text === '.' && /^\p{Ll}{3,}$/u.test(tokens[i - 1]?.text ?? '') && isSentenceOpener(head.normal);
}

const isInBracket = (tokens: readonly Token[], end: number): boolean => /^[)\]]$/.test(tokens[end - 1]?.text ?? '');

/** Whether words behind a quotation tell who said it: "“Run!” Anna Lind shouted." */
function isToldAfter(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i < tokens.length && i < index + 6; i++) {
    const token = tokens[i] as Token;
    if (i > index && isUtterance(token.normal)) return true;
    const isName = token.kind === 'word' && /^\p{Lu}/u.test(token.text);
    if (!isName || (i === index && isSentenceOpener(token.normal))) return false;
  }
  return false;
}
