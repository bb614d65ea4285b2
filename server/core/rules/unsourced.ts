import { claimState } from '../claims/placed.ts';
import type { Block } from '../model/block.ts';
import type { ClaimKind } from '../model/claim.ts';
import { textIn } from '../text/text-of.ts';
import type { Report } from './rule.ts';

/**
 * Reports the open claims of a block of which the most specific kind is one of these, each at the wording that shows it. One on which an
 * editor would insist is reported at the rule's severity, any other as a hint, so that what the Claims view calls open is always
 * marked in the text. A claim that rests on a vague source is left to the rules for vague sources: one fault, one finding.
 */
export function reportUnsourced(
  block: Block,
  kinds: readonly ClaimKind[],
  report: Report<{ readonly unsourced: '“{phrase}”' }>,
): void {
  for (const claim of block.claims) {
    if (!claim.kinds[0] || !kinds.includes(claim.kinds[0]) || claimState(claim) !== 'open') continue;
    report(
      claim.cue,
      'unsourced',
      { phrase: textIn(block, claim.cue) },
      {
        fixes: [{ kind: 'placeholder', need: 'source', at: claim.end }],
        reasons: claim.reasons,
        confidence: claim.needsSource,
        ...(claim.mustSource < 0.5 ? { atMost: 'hint' } : {}),
      },
    );
  }
}
