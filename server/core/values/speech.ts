import { isUtterance } from '../lexicon/utterance.ts';
import type { Token } from '../model/sentence.ts';
import { overlapping, type Span, span } from '../model/span.ts';
import type { Quotation, Speech } from '../model/value.ts';
import type { Text } from './values.ts';

/** The longest reporting clause between or behind quotations, in tokens. */
const longestTag = 16;

/** What each speaker says in one go: quotations that nothing parts but who said them are one. */
export function readSpeech({ tokens }: Pick<Text, 'tokens'>, quotations: readonly Quotation[]): Speech[] {
  const speeches: Speech[] = [];
  for (let first = 0; first < quotations.length; ) {
    const opening = quotations[first] as Quotation;
    if (opening.kind !== 'speech') {
      first++;
      continue;
    }
    const tags: Span[] = [];
    let end = first + 1;
    for (let next = quotations[end]; next; next = quotations[++end]) {
      const tag = tagBetween(tokens, quotations[end - 1] as Quotation, next);
      // "…,” he said. “…,” she said.": who speaks is told again.
      if (!tag || (isStopped(tokens, next) && tagBehind(tokens, next))) break;
      tags.push(tag);
    }
    const last = quotations[end - 1] as Quotation;
    const behind = tagBehind(tokens, last);
    if (behind) tags.push(behind);
    speeches.push({ start: opening.start, end: last.end, firstQuotation: first, endQuotation: end, tags });
    first = end;
  }
  return speeches;
}

/** True where a sentence ends before a quotation. */
const isStopped = (tokens: readonly Token[], { start }: Span): boolean =>
  tokens[firstAfter(tokens, start) - 1]?.text === '.';

/** The words between two quotations, where they do nothing but tell who speaks and the second one goes on. */
function tagBetween(tokens: readonly Token[], before: Quotation, after: Quotation): Span | undefined {
  if (!before.closed || after.kind === 'title') return undefined;
  const between = overlapping(tokens, span(before.end, after.start));
  const closing = between.at(-1)?.text ?? '';
  const isTag =
    between.length > 1 &&
    between.length <= longestTag &&
    /^[,.;—–]$/.test(closing) &&
    between.some(token => isUtterance(token.normal)) &&
    !between.slice(0, -1).some(token => /^[.!?;:]$/.test(token.text));
  return isTag ? spanOf(between) : undefined;
}

/** "…,” he said." at the end: the clause up to the stop. */
function tagBehind(tokens: readonly Token[], quotation: Quotation): Span | undefined {
  if (!quotation.closed) return undefined;
  const from = firstAfter(tokens, quotation.end);
  let end = from;
  while (end < tokens.length && end < from + longestTag && !/^[.!?…;:,]$/.test((tokens[end] as Token).text)) end++;
  const clause = tokens.slice(from, end);
  const isTag =
    clause.slice(0, 8).some(token => isUtterance(token.normal)) && !clause.some(token => token.kind === 'quote');
  return isTag ? spanOf(clause) : undefined;
}

function firstAfter(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}

const spanOf = (tokens: readonly Token[]): Span => span((tokens[0] as Token).start, (tokens.at(-1) as Token).end);
