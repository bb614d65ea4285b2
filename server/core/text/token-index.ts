import type { Token } from '../model/sentence.ts';
import { firstWhere } from '../model/span.ts';

/** Index of the first token that ends behind a position; the number of tokens if there is none. */
export const indexAt = ({ tokens }: { readonly tokens: readonly Token[] }, position: number): number =>
  firstWhere(tokens, token => token.end > position);
