import type { Finding } from '../../server/core/index.ts';
import type { Check } from '../../server/lsp/readings.ts';

/**
 * Stands in for the core's `check`: it flags every match of a pattern and offers to insert “[who?]” after it,
 * so that these tests do not depend on what the rules of the day find.
 */
export const flagging =
  (pattern: RegExp, details: Partial<Finding> = {}): Check =>
  ({ text }) => ({
    failures: [],
    findings: [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 0: words }) => ({
      ruleId: 'vague-source',
      family: 'attribution',
      messageId: 'vague',
      message: `“${words}” names no one who can be asked.`,
      severity: 'warning',
      confidence: 0.9,
      start: index,
      end: index + words.length,
      fixes: [{ kind: 'placeholder', need: 'who', at: index + words.length }],
      reasons: [],
      related: [],
      ...details,
    })),
  });
