import type { Valued } from '../attribution/attributions.ts';
import type { Block } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import type { Booster, Gap, Hedge } from '../model/stance.ts';
import { inOthersWords } from '../text/quoted.ts';
import { findBoosters } from './boosters.ts';
import { findGaps } from './gaps.ts';
import { findHedges } from './hedges.ts';
import { uncertaintyOf } from './uncertain.ts';

/** What attribution leaves for stance to read. */
export type Attributed = Valued & Pick<Block, 'attributions'>;

export interface Stance {
  readonly hedges: readonly Hedge[];
  readonly boosters: readonly Booster[];
  readonly gaps: readonly Gap[];
  /** For each sentence, the probability, 0 to 1, that it is hedged or worded like a weasel. */
  readonly uncertain: readonly number[];
}

/** How sure the writer sounds, and where a reader is not told who, when or how many. Words between quotation marks are not the writer's. */
export function readStance(block: Attributed): Stance {
  const own = (where: Span) => !inOthersWords(block, where);
  const cues = {
    hedges: findHedges(block).filter(own),
    boosters: findBoosters(block).filter(own),
    gaps: findGaps(block).filter(gap => gap.kind === 'unattributed-quote' || own(gap)),
  };
  return { ...cues, uncertain: uncertaintyOf({ ...block, ...cues }) };
}
