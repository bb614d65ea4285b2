import type { Block } from '../model/block.ts';
import type { Claim, ClaimKind } from '../model/claim.ts';
import { inOthersWords } from '../text/quoted.ts';
import { textIn } from '../text/text-of.ts';
import type { Details } from './rule.ts';

/** A claim that nothing backs, as the rules of the claim family report it. */
export interface Unsourced {
  readonly claim: Claim;
  /** The wording that shows the kind of claim. */
  readonly phrase: string;
  readonly details: Details;
}

/**
 * The claims of a block of which this is the most specific kind, that an editor would ask a source for and that nothing backs.
 * A claim that rests on a vague source is left to the rules for vague sources: one fault, one finding.
 *
 * @param asked The probability, 0 to 1, from which this kind of claim is reported: the one at which four of five were right on development data.
 */
export function unsourced(block: Block, kind: ClaimKind, asked: number): Unsourced[] {
  return block.claims
    .filter(
      claim => claim.kinds[0] === kind && claim.needsSource >= asked && claim.evidence === 'none' && !claim.placeholder,
    )
    .filter(claim => !inOthersWords(block, claim.cue) && !isImagined(block, claim))
    .map(claim => ({
      claim,
      phrase: textIn(block, claim.cue),
      details: { fixes: [{ kind: 'placeholder', need: 'source', at: claim.end }], reasons: claim.reasons },
    }));
}

/** A condition, a proposal, or the writer's own affairs around the cue: nothing that a source could settle. */
function isImagined({ tokens, sentences }: Block, claim: Claim): boolean {
  const sentence = sentences[claim.sentence];
  if (!sentence) return false;
  const words = tokens.slice(sentence.firstToken, sentence.endToken);
  const before = words.filter(token => token.end <= claim.cue.start).map(token => token.normal);
  const after = words.filter(token => token.start >= claim.cue.end).map(token => token.normal);
  if (/^(?:if|unless|suppose|imagine)$/.test(words[0]?.normal ?? '')) return true;
  if (before.includes('would') || after.slice(0, 6).includes('would')) return true;
  const near = before.slice(-8).join(' ');
  return (
    /\b(?:offer|offers|offered|propose|proposes|proposed|plans?|planned|promises?|promised) (?:to|that)\b/.test(near) ||
    /\b(?:i|we) (?:have|had|own|owned|paid|pay|earn|earned|bought)\b/.test(near)
  );
}
