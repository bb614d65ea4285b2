import type { Block } from '../model/block.ts';
import type { PlaceholderNeed } from '../model/finding.ts';
import type { GapKind } from '../model/stance.ts';
import { assertedGaps } from '../stance/gaps/asserted.ts';
import { textIn } from '../text/text-of.ts';
import type { Report } from './rule.ts';

/** A wording that readers marked less often than this is a hint at most. */
const plain = 0.8;

/** Reports the gaps of one kind, each with a placeholder that asks for what is missing, right behind the words. */
export function reportGaps(
  block: Block,
  kind: GapKind,
  need: PlaceholderNeed,
  report: Report<{ readonly found: '“{phrase}”' }>,
): void {
  for (const gap of assertedGaps(block)) {
    if (gap.kind !== kind) continue;
    const fixes = [{ kind: 'placeholder', need, at: gap.end }] as const;
    const { probability } = gap;
    report(
      gap,
      'found',
      { phrase: textIn(block, gap) },
      probability === undefined
        ? { fixes }
        : { fixes, confidence: probability, ...(probability < plain ? { atMost: 'hint' as const } : {}) },
    );
  }
}
