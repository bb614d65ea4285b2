import { isUnbacked } from '../claims/placed.ts';
import type { Block } from '../model/block.ts';
import type { Claim, ClaimKind } from '../model/claim.ts';
import type { Fix, PlaceholderNeed } from '../model/finding.ts';
import { contains, cover, overlaps, type Span } from '../model/span.ts';
import type { Gap, GapKind } from '../model/stance.ts';
import { creditedAround } from '../stance/gaps/credited.ts';
import { textIn } from '../text/text-of.ts';
import { withoutLink } from './gaps.ts';
import type { Details } from './rule.ts';

type ReportPhrase<Id extends string> = (
  where: Span,
  messageId: Id,
  filling: { readonly phrase: string },
  details: Details,
) => void;

/** From this probability that an editor would insist, a claim that no wording shows is reported at the rule's severity. */
const surerFrom = 0.65;

/**
 * Reports the open claims of a block of which the most specific kind is one of these, each at the wording that shows it. One on which an
 * editor would insist is reported at the rule's severity, any other as a hint, so that what the Claims view calls open is always
 * marked in the text. A claim that rests on a vague source alone is reported only where an editor would insist, and as a whole: where
 * the rules for vague sources report that source, the two are one finding.
 *
 * @param messageOf Which of the rule's messages fits a claim, and the vague source that it leans on, if any; the phrase of a statement
 *   is that source.
 */
export function reportUnsourced<Id extends string = 'unsourced'>(
  block: Block,
  kinds: readonly ClaimKind[],
  report: ReportPhrase<Id>,
  messageOf: (claim: Claim, leansOn: Gap | undefined) => Id = () => 'unsourced' as Id,
): void {
  for (const claim of block.claims) {
    const [kind] = claim.kinds;
    if (!kind || !kinds.includes(kind)) continue;
    const plain = kind === 'statement' || kind === 'condition';
    // What no wording shows has only the models behind it, which are oftener wrong on texts of a kind that they have not seen.
    const insisted = claim.mustSource >= (kind === 'condition' ? surerFrom : 0.5);
    const isVague = claim.evidence === 'vague';
    // The threshold that the user sets decides how sure an open claim must be.
    if (!isUnbacked(isVague && insisted ? { ...claim, evidence: 'none' } : claim)) continue;
    const leansOn = isVague
      ? block.gaps.find(({ kind, sentence }) => sentence === claim.sentence && vague.has(kind))
      : undefined;
    // What shows a statement is only who made it. Where no rule marks the vague source, what shows the claim is marked.
    const whole = plain || leansOn !== undefined || (!insisted && isSomebodys(block, claim));
    const where = whole ? { start: claim.start, end: claim.end } : withHolder(block, claim);
    report(
      where,
      messageOf(claim, leansOn),
      { phrase: textIn(block, plain ? (leansOn ?? where) : whole ? claim.cue : where) },
      {
        fixes: [...(isVague ? whoIsMeant(block, claim) : []), { kind: 'placeholder', need: 'source', at: claim.end }],
        reasons: claim.reasons,
        confidence: claim.needsSource,
        ...(insisted ? {} : { atMost: 'hint' }),
      },
    );
  }
}

/** "It is widely believed that prices fell because …": nobody asks what the belief rests on before it is told whose it is. */
const isSomebodys = (block: Block, { sentence, cue }: Claim): boolean =>
  block.gaps.some(gap => {
    if (gap.sentence !== sentence || !vague.has(gap.kind) || overlaps(gap, cue)) return false;
    const around = creditedAround(block, gap);
    return around !== undefined && contains(around, cue);
  });

/** The wording of a claim, with whoever nobody can name before it: in "some fear", the rule for vague sources and this one have one finding. */
function withHolder({ attributions, gaps }: Block, { sentence, cue }: Claim): Span {
  const holder = gaps.find(
    gap =>
      gap.kind === 'vague-source' &&
      gap.sentence === sentence &&
      attributions.some(
        one => one.cue.some(part => overlaps(part, cue)) && one.source.some(part => overlaps(part, gap)),
      ),
  );
  return holder ? cover(cue, holder) : cue;
}

/** Kinds of gap that have a rule for the words that leave a source open. */
const vague: ReadonlySet<GapKind> = new Set(['vague-source', 'vague-study', 'agentless', 'hearsay', 'collective']);

/** What the wording that leaves a source open lacks first: who that is, or by whom it was said. */
const missing: Partial<Record<GapKind, PlaceholderNeed>> = {
  'vague-source': 'who',
  agentless: 'by-whom',
  hearsay: 'by-whom',
};

/** What a claim that rests on a vague source lacks first. */
const whoIsMeant = (block: Block, { sentence }: Claim): Fix[] =>
  block.gaps.flatMap((gap): Fix[] => {
    const need = missing[gap.kind];
    return need && gap.sentence === sentence ? [{ kind: 'placeholder', need, at: withoutLink(block, gap).end }] : [];
  });
