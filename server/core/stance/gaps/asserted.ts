import type { Claim } from '../../model/claim.ts';
import type { Gap, GapKind } from '../../model/stance.ts';

/** Gaps that leave a reader asking only where a fact is asserted: opinion and advice need no date and no figure. */
const ofFacts: ReadonlySet<GapKind> = new Set(['vague-time', 'vague-quantity']);

/** The gaps without those of time and number that no asserted fact stands on, or one that the writer lived through. */
export function assertedGaps(gaps: readonly Gap[], claims: readonly Claim[]): readonly Gap[] {
  const facts = new Set(
    claims.filter(({ factual, evidence }) => factual >= 0.5 && evidence !== 'own').map(({ sentence }) => sentence),
  );
  return gaps.filter(({ kind, sentence }) => !ofFacts.has(kind) || facts.has(sentence));
}
