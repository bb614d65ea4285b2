import type { Block } from '../../model/block.ts';
import type { Gap, GapKind } from '../../model/stance.ts';
import { claimProblem } from '../../models/claim-model.ts';
import { isTraced } from './credited.ts';

/** Gaps that leave a reader asking only where a fact is asserted: opinion and advice need no date and no figure. */
const ofFacts: ReadonlySet<GapKind> = new Set(['vague-time', 'vague-quantity']);

/** Gaps that a mark answers: who is meant can be looked up there. */
const ofPeople: ReadonlySet<GapKind> = new Set(['vague-source', 'agentless', 'hearsay']);

type Asserting = Pick<Block, 'gaps' | 'claims' | 'attributions' | 'evidence' | 'sentences' | 'tokens'>;

/**
 * The gaps that a reader would ask about: those of people only where no mark leads to them, and those of time and number only where
 * they stand in an asserted fact that the writer did not live through. Where no claims could be read, nothing tells a fact from an
 * opinion, and all of these are kept.
 */
export function assertedGaps(block: Asserting): readonly Gap[] {
  const { claims } = block;
  const gaps = block.gaps.filter(gap => !ofPeople.has(gap.kind) || !isTraced(block, gap));
  if (!gaps.some(({ kind }) => ofFacts.has(kind)) || claimProblem() !== undefined) return gaps;
  const facts = new Set(
    claims.filter(({ factual, evidence }) => factual >= 0.5 && evidence !== 'own').map(({ sentence }) => sentence),
  );
  return gaps.filter(({ kind, sentence }) => !ofFacts.has(kind) || facts.has(sentence));
}
