import type { Block } from '../model/block.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import { type Span, startingIn } from '../model/span.ts';
import type { Gap, GapKind } from '../model/stance.ts';
import { assertedGaps } from '../stance/gaps/asserted.ts';
import { textIn } from '../text/text-of.ts';
import type { Details } from './rule.ts';

/** A wording that readers marked less often than this was often let stand. */
const plain = 0.8;

/** "Is said to", "was accused of" without their last word: the question by whom stands before it, and so does the answer. */
export function withoutLink(block: Block, gap: Gap): Span {
  const words = startingIn(block.tokens, gap);
  const last = words.at(-2);
  return gap.kind === 'agentless' && last && /^(?:to|as|of|for)$/.test(words.at(-1)?.normal ?? '')
    ? { start: gap.start, end: last.end }
    : gap;
}

/**
 * Reports the gaps of one kind, each with a placeholder that asks for what is missing, right behind the words.
 *
 * @param messageOf Which of the rule's messages fits the words.
 */
export function reportGaps<Id extends string = 'found'>(
  block: Block,
  kind: GapKind,
  need: PlaceholderNeed,
  report: (where: Span, messageId: Id, filling: { readonly phrase: string }, details: Details) => void,
  messageOf: (phrase: string) => Id = () => 'found' as Id,
): void {
  for (const gap of assertedGaps(block)) {
    if (gap.kind !== kind) continue;
    const where = withoutLink(block, gap);
    const fixes = [{ kind: 'placeholder', need, at: where.end }] as const;
    const { probability } = gap;
    const phrase = textIn(block, where);
    report(
      gap,
      messageOf(phrase),
      { phrase },
      probability === undefined ? { fixes } : { fixes, confidence: probability, oftenLetStand: probability < plain },
    );
  }
}
