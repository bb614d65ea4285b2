import type { Block } from '../../model/block.ts';
import type { Gap, GapKind } from '../../model/stance.ts';
import { claimProblem } from '../../models/claim-model.ts';

/** Gaps that leave a reader asking only where a fact is asserted: opinion and advice need no date and no figure. */
const ofFacts: ReadonlySet<GapKind> = new Set(['vague-time', 'vague-quantity']);

/**
 * The gaps that a reader would ask about: those of time and number only where they stand in an asserted fact that the writer did
 * not live through. Where no claims could be read, nothing tells a fact from an opinion, and all are kept.
 */
export function assertedGaps({ gaps, claims }: Pick<Block, 'gaps' | 'claims'>): readonly Gap[] {
  if (!gaps.some(({ kind }) => ofFacts.has(kind)) || claimProblem() !== undefined) return gaps;
  const facts = new Set(
    claims.filter(({ factual, evidence }) => factual >= 0.5 && evidence !== 'own').map(({ sentence }) => sentence),
  );
  return gaps.filter(({ kind, sentence }) => !ofFacts.has(kind) || facts.has(sentence));
}
