import type { Backing } from '../claims/backed.ts';
import type { Reach } from '../claims/reach.ts';
import { alongside } from '../model/alongside.ts';
import { type Span, span } from '../model/span.ts';

/** The claim of a block that stands furthest before the mark which alone backs it. */
export interface Far {
  readonly sentence: Span;
  readonly reach: Reach;
  /** How many sentences lie from the claim's to that of the mark. */
  readonly sentences: number;
  /** How many claims of the block the mark has to carry besides that of its own sentence. */
  readonly claims: number;
}

/** So many claims in front of one mark are more than a reader can tell it to be for. */
const crowded = 3;
/** So many sentences on nobody looks for a source any more. */
const distant = 4;

/** In line with what backs blocks, the claim of each that stands furthest from its evidence. */
export const farthestOf = alongside(({ block, reach }: Backing): Far | undefined => {
  if (block.evidence.length === 0) return undefined;
  const carried = block.claims.filter(
    ({ sentence, needsSource, quoted, imagined }) =>
      reach[sentence]?.from === 'paragraph' && needsSource >= 0.5 && !quoted && !imagined,
  );
  const [first] = carried;
  const here = first && reach[first.sentence];
  if (!first || !here) return undefined;
  const { start, end, sentence } = first;
  return { sentence: span(start, end), reach: here, sentences: reach.length - 1 - sentence, claims: carried.length };
});

export const isCrowded = ({ claims }: Far): boolean => claims >= crowded;
export const isDistant = ({ sentences }: Far): boolean => sentences >= distant;
