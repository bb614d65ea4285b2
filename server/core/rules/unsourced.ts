import { isUnbacked } from '../claims/placed.ts';
import type { Block } from '../model/block.ts';
import type { Claim, ClaimKind } from '../model/claim.ts';
import type { Fix } from '../model/finding.ts';
import { textIn } from '../text/text-of.ts';
import type { Report } from './rule.ts';

/**
 * Reports the open claims of a block of which the most specific kind is one of these, each at the wording that shows it. One on which an
 * editor would insist is reported at the rule's severity, any other as a hint, so that what the Claims view calls open is always
 * marked in the text. A claim that rests on a vague source alone is reported only where an editor would insist, and as a whole: where
 * the rules for vague sources report that source, the two are one finding.
 */
export function reportUnsourced(
  block: Block,
  kinds: readonly ClaimKind[],
  report: Report<{ readonly unsourced: '“{phrase}”' }>,
): void {
  for (const claim of block.claims) {
    const [kind] = claim.kinds;
    if (!kind || !kinds.includes(kind)) continue;
    const insisted = claim.mustSource >= 0.5;
    const plain = kind === 'statement' || kind === 'condition';
    const isVague = claim.evidence === 'vague';
    // The threshold that the user sets decides how sure an open claim must be.
    if (!isUnbacked(isVague && insisted ? { ...claim, evidence: 'none' } : claim)) continue;
    // What shows a statement is only who made it.
    const where = plain || isVague ? { start: claim.start, end: claim.end } : claim.cue;
    report(
      where,
      'unsourced',
      { phrase: textIn(block, plain ? where : claim.cue) },
      {
        fixes: [...(isVague ? whoIsMeant(block, claim) : []), { kind: 'placeholder', need: 'source', at: claim.end }],
        reasons: claim.reasons,
        confidence: claim.needsSource,
        ...(insisted ? {} : { atMost: 'hint' }),
      },
    );
  }
}

/** What a claim that rests on a vague source lacks first: who that is. */
const whoIsMeant = ({ gaps }: Block, { sentence }: Claim): Fix[] =>
  gaps.flatMap(gap =>
    gap.kind === 'vague-source' && gap.sentence === sentence
      ? [{ kind: 'placeholder' as const, need: 'who' as const, at: gap.end }]
      : [],
  );
