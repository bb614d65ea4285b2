import type { Article, PlacedClaim } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import { once } from '../model/once.ts';
import { backedBlocks, placedEvidence } from './backed.ts';
import type { Reach } from './reach.ts';

/**
 * How a claim stands, for the outline and for the rules alike: `open` is one for which an editor would ask a source that the text
 * does not give, `noted` is one for which nobody would, that stands in words the writer cannot
 * change, or that no source could settle.
 */
export type ClaimStanding = 'open' | 'vague' | 'placeholder' | 'sourced' | 'noted';

export function claimState(claim: Claim): ClaimStanding {
  if (claim.placeholder) return 'placeholder';
  if (claim.evidence === 'cited' || claim.evidence === 'named' || claim.evidence === 'nearby') return 'sourced';
  if (claim.evidence === 'vague') return 'vague';
  return isUnbacked(claim) && claim.needsSource >= 0.5 ? 'open' : 'noted';
}

/** Nothing backs it, and something could: it is the writer's own word, and of this world. */
export const isUnbacked = ({ placeholder, evidence, quoted, imagined }: Claim): boolean =>
  !placeholder && evidence === 'none' && !quoted && !imagined;

/** Below this probability of being checkable a sentence is not listed: it is more likely opinion, a question or a call. */
const listedFrom = 0.5;

/** The claims of an article in order that are more likely than not, with stable identifiers and spans that count from the start of the article. */
export const claimsOf = once((article: Article): readonly PlacedClaim[] => {
  const seen = new Map<string, number>();
  const placed: PlacedClaim[] = [];
  const blocks = backedBlocks(article);
  blocks.forEach(({ start, block, reach }, index) => {
    if (block.claims.length === 0) return;
    const hashes = hashesOf(block);
    block.claims.forEach((claim, at) => {
      if (claim.factual < listedFrom) return;
      const words = hashes[at] as string;
      const ordinal = seen.get(words) ?? 0;
      seen.set(words, ordinal + 1);
      const { strength, from } = reach[claim.sentence] as Reach;
      placed.push({
        id: ordinal === 0 ? words : `${words}-${ordinal}`,
        claim,
        start: start + claim.start,
        end: start + claim.end,
        block: index,
        strength,
        from,
        evidence: placedEvidence(blocks, index, claim.sentence),
      });
    });
  });
  return placed;
});

/** The hashes of a block's claims: pure, so remembered with the block. */
const hashesOf = once((block: Block) => block.claims.map(claim => hash(wordsOf(block, claim))));

/** The sentence without case, spacing and marks, so that retyping a comma keeps the claim's identity. */
function wordsOf(block: Block, claim: Claim): string {
  const sentence = block.sentences[claim.sentence];
  if (!sentence) return '';
  return block.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .filter(token => token.kind === 'word' || token.kind === 'number')
    .map(token => token.normal)
    .join(' ');
}

/** An identifier for a sentence that makes no claim, from its words alone. */
export const sentenceId = (text: string): string => hash((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' '));

/** FNV-1a over UTF-16 code units, twice with different offsets for 64 bits: short, stable and the same everywhere. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000197);
  }
  return (high >>> 0).toString(36).padStart(7, '0') + (low >>> 0).toString(36).padStart(7, '0');
}
