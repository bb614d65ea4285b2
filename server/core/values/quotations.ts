import type { Token } from '../model/sentence.ts';
import { type Span, span } from '../model/span.ts';
import type { Quotation, Quoting } from '../model/value.ts';
import { quotationKind } from './quotation-kinds.ts';
import { type MarkedPair, type Marks, pairMarks } from './quotation-marks.ts';
import type { Text } from './values.ts';

/**
 * The quotations of one block, outermost only, and what crosses its borders. A curly mark without its partner opens
 * a quotation that runs to the end of the block, as one does that goes on in the next paragraph; a straight mark without
 * a partner is a slip unless the next paragraph shows otherwise.
 */
export function readQuotations({ tokens }: Pick<Text, 'tokens'>): {
  readonly quotations: Quotation[];
  readonly quoting: Quoting;
} {
  if (!tokens.some(token => token.kind === 'quote')) return { quotations: [], quoting: { opens: false } };
  const marks = pairMarks(tokens);
  const quotations: Quotation[] = [];
  for (let i = 0; i < marks.pairs.length; ) {
    const outer = marks.pairs[i] as MarkedPair;
    const nested: Span[] = [];
    for (i++; i < marks.pairs.length && (marks.pairs[i] as MarkedPair).open < outer.end; i++)
      nested.push(spanOf(tokens, marks.pairs[i] as MarkedPair));
    quotations.push(quotationOf(tokens, outer, nested));
  }
  return { quotations, quoting: quotingOf(tokens, marks) };
}

function quotationOf(tokens: readonly Token[], pair: MarkedPair, nested: readonly Span[]): Quotation {
  const { open, end, closed } = pair;
  const last = tokens[end - 1] as Token;
  let words = 0;
  for (let i = open + 1; i < end; i++) if (/^(?:word|number)$/.test((tokens[i] as Token).kind)) words++;
  return {
    ...spanOf(tokens, pair),
    kind: quotationKind(tokens, pair),
    inner: span((tokens[open] as Token).end, closed ? last.start : last.end),
    words,
    closed,
    nested,
  };
}

function quotingOf(tokens: readonly Token[], { leftOpen, stray }: Marks): Quoting {
  const opening = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  return {
    opens: /^[“„«‹‘"]$/.test(opening.text) && tokens[1]?.spaceBefore === false,
    ...(leftOpen === undefined ? {} : { leavesOpen: span((tokens[leftOpen] as Token).start, last.end) }),
    ...(stray === undefined ? {} : { closes: span(opening.start, (tokens[stray] as Token).end) }),
  };
}

const spanOf = (tokens: readonly Token[], { open, end }: MarkedPair): Span =>
  span((tokens[open] as Token).start, (tokens[end - 1] as Token).end);
