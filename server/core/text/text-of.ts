import type { Block } from '../model/block.ts';
import type { Token } from '../model/sentence.ts';
import { type Span, startingIn } from '../model/span.ts';

type Text = Pick<Block, 'prose' | 'tokens'>;

/** The prose of a half-open range of tokens, free of markup. */
export function textOf({ prose, tokens }: Text, first: number, end: number): string {
  const from = tokens[first];
  const last = tokens[end - 1];
  return from && last ? prose.text.slice(from.at, last.at + last.text.length) : '';
}

/** The source span of a half-open range of tokens. */
export function spanOfTokens({ tokens }: Pick<Block, 'tokens'>, first: number, end: number): Span {
  const from = tokens[first] as Token;
  const last = tokens[Math.max(first, end - 1)] as Token;
  return { start: from.start, end: last.end };
}

/** The prose of a source span, free of markup. */
export function textIn(text: Text, where: Span): string {
  const inside = startingIn(text.tokens, where);
  const from = inside[0];
  const last = inside.at(-1);
  return from && last ? text.prose.text.slice(from.at, last.at + last.text.length) : '';
}
