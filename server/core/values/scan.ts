import type { Token } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { spanOfTokens } from '../text/text-of.ts';
import type { Text } from './values.ts';

/** What was found at a token, and the index of the token behind it. */
export type Found<Value> = Omit<Value, 'kind' | keyof Span> & { readonly after: number };

/** Reads the values of one kind, none of which overlap, by asking at each token whether one starts there. */
export function scan<Value extends Span & { readonly kind: string }>(
  text: Text,
  kind: Value['kind'],
  at: (tokens: readonly Token[], index: number) => Found<Value> | undefined,
): Value[] {
  const { tokens } = text;
  const values: Value[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = at(tokens, i);
    if (!found) continue;
    const { after, ...what } = found;
    values.push({ kind, ...what, ...spanOfTokens(text, i, after) } as unknown as Value);
    i = after - 1;
  }
  return values;
}
