import type { Block } from '../model/block.ts';
import type { Sentence } from '../model/sentence.ts';
import { startingIn } from '../model/span.ts';
import type { Quantity } from '../model/value.ts';
import { inOthersWords } from '../text/quoted.ts';

/** The quantities of a sentence that the writer gives, and nobody who is quoted, in order. */
export const ownQuantities = (block: Block, sentence: Sentence): Quantity[] =>
  startingIn(block.values, sentence).filter(
    (value): value is Quantity => value.kind === 'quantity' && !inOthersWords(block, value),
  );
