import type { Block } from '../model/block.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import { type Span, startingIn } from '../model/span.ts';
import type { Gap, GapKind } from '../model/stance.ts';
import { assertedGaps } from '../stance/gaps/asserted.ts';
import { textIn } from '../text/text-of.ts';
import type { Report } from './rule.ts';

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

/** Reports the gaps of one kind, each with a placeholder that asks for what is missing, right behind the words. */
export function reportGaps(
  block: Block,
  kind: GapKind,
  need: PlaceholderNeed,
  report: Report<{ readonly found: '“{phrase}”' }>,
): void {
  for (const gap of assertedGaps(block)) {
    if (gap.kind !== kind) continue;
    const where = withoutLink(block, gap);
    const fixes = [{ kind: 'placeholder', need, at: where.end }] as const;
    const { probability } = gap;
    report(
      gap,
      'found',
      { phrase: textIn(block, where) },
      probability === undefined ? { fixes } : { fixes, confidence: probability, oftenLetStand: probability < plain },
    );
  }
}
