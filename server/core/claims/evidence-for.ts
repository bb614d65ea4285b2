import type { EvidenceStrength } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import { evidenceIn } from './evidence-in.ts';
import { isOwnCount, isWitnessed } from './own-evidence.ts';
import { type Read, strongest } from './reaching.ts';
import { sourceBefore } from './source-before.ts';

/**
 * How far the text backs a sentence: by a mark or a dated source in it, by somebody it names as a source,
 * by the source of a neighbouring sentence that it goes on from, or by nothing.
 *
 * @param cue The wording that shows what is claimed, which an attribution must cover to back it.
 */
export function evidenceFor(block: Read, index: number, cue?: Span): EvidenceStrength {
  const own = strongest(evidenceIn(block, index, cue));
  if (own !== 'none' && own !== 'placeholder') return own;
  if (own === 'none' && (isWitnessed(block, index) || isOwnCount(block, index))) return 'own';
  return sourceBefore(block, index) === undefined ? 'none' : 'nearby';
}
