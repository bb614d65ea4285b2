import { linksOf } from '../citation/links.ts';
import type { Article, PlacedEvidence } from '../model/article.ts';
import type { Claim } from '../model/claim.ts';
import type { ReachFrom } from '../model/evidence.ts';
import { firstWhere, type Span, shift, startingIn } from '../model/span.ts';
import { backedBlocks, placedEvidence } from './backed.ts';

/**
 * Why nobody is asked for a source: evidence reaches the claim, or a placeholder asks already; it is the writer's own experience;
 * it stands in somebody else's words; a condition or plan is around it; it is more likely opinion than not; an editor would hardly ask.
 * `open` is none of these: only settings or a comment keep it from being flagged.
 */
export type StandingReason =
  | 'backed'
  | 'vague'
  | 'placeholder'
  | 'own'
  | 'quoted'
  | 'imagined'
  | 'opinion'
  | 'common'
  | 'open';

/** What reaches a claim, and what the note says that it points to. */
export interface StandingEvidence extends PlacedEvidence {
  /** The text of the note or definition, markup included; absent where there is none. */
  readonly says?: string;
}

/** How a claim stands, with the span of its sentence in the article. */
export interface Standing extends Span {
  readonly claim: Claim;
  readonly reason: StandingReason;
  readonly from: ReachFrom;
  /** Only the strongest. */
  readonly evidence: readonly StandingEvidence[];
}

/** How the claim at a place stands, as the whole article backs it; absent where the sentence there asserts nothing. */
export function standingAt(article: Article, at: number): Standing | undefined {
  const blocks = backedBlocks(article);
  const index = firstWhere(blocks, ({ start }) => start > at) - 1;
  const placed = blocks[index];
  const claim = placed?.block.claims.find(one => placed.start + one.start <= at && at < placed.start + one.end);
  const reach = claim && placed?.reach[claim.sentence];
  if (!placed || !claim || !reach) return undefined;
  const evidence = placedEvidence(blocks, index, claim.sentence)
    .filter(({ strength }) => strength === reach.strength)
    .map(one => ({ ...one, ...said(article, index + reach.blocks, one) }));
  return { ...shift(claim, placed.start), claim, reason: reasonFor(claim, reach.strength), from: reach.from, evidence };
}

function reasonFor(claim: Claim, strength: string): StandingReason {
  if (strength === 'cited' || strength === 'named') return 'backed';
  if (claim.quoted) return 'quoted';
  if (claim.placeholder) return 'placeholder';
  if (strength === 'vague') return 'vague';
  if (claim.evidence === 'own') return 'own';
  if (claim.imagined) return 'imagined';
  if (claim.factual < 0.5) return 'opinion';
  return claim.needsSource < 0.5 ? 'common' : 'open';
}

/** What a mark says of its source where the reader does not see it: its note, or the definition that it points to. */
function said(article: Article, index: number, where: PlacedEvidence): { readonly says?: string } {
  const placed = article.blocks[index];
  if (!placed || where.kind === 'wording') return {};
  const [mark] = startingIn(placed.block.evidence, {
    start: where.start - placed.start,
    end: where.start - placed.start + 1,
  });
  if (!mark) return {};
  if (mark.kind === 'footnote' && mark.note !== undefined) return { says: mark.note.trim() };
  const defined = linksOf(article).resolved.get(index)?.[placed.block.evidence.indexOf(mark)]?.defined;
  const at = defined && article.blocks[defined.block];
  if (!at) return mark.kind === 'link' && !mark.byLabel ? { says: mark.target } : {};
  if (defined.address !== undefined) return { says: defined.address };
  const note = at.block.evidence.find(one => defined.inText && one.start === defined.start)?.note;
  return { says: note?.trim() ?? article.text.slice(at.start + defined.end, at.start + at.block.length).trim() };
}
