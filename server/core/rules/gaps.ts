import type { Block } from '../model/block.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import type { GapKind } from '../model/stance.ts';
import { textIn } from '../text/text-of.ts';
import type { Report } from './rule.ts';

/** Reports the gaps of one kind, each with a placeholder that asks for what is missing, right behind the words. */
export function reportGaps(
  block: Block,
  kind: GapKind,
  need: PlaceholderNeed,
  report: Report<{ readonly found: '“{phrase}”' }>,
): void {
  for (const gap of block.gaps)
    if (gap.kind === kind)
      report(gap, 'found', { phrase: textIn(block, gap) }, { fixes: [{ kind: 'placeholder', need, at: gap.end }] });
}
