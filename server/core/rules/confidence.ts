import measured from './measured.json' with { type: 'json' };
import type { Rule } from './rule.ts';

/** How often a rule was right on op-eds that were marked by hand; `npm run evaluate -- --write` counts it. */
export interface Measurement {
  /** Findings, and how many of them an editor would have made. */
  readonly found: number;
  readonly right: number;
  /** Places that the readers marked as what the rule is for, and how many of them it found. Absent where they marked none such. */
  readonly marked?: number;
  readonly met?: number;
}

export interface Measured {
  /** The op-eds that rules and models were made on. */
  readonly train: Measurement;
  /** Op-eds that were only measured on. */
  readonly dev: Measurement;
}

const measurements: Readonly<Record<string, Measured | undefined>> = measured;

/** What was measured of a rule, if anything was. */
export const measuredOf = (ruleId: string): Measured | undefined => measurements[ruleId];

/**
 * How sure a finding is, 0 to 1, where its rule does not say so of each: its share of right findings, with one right and one wrong
 * added (Laplace), so that a rule with few findings is never quite sure. A rule that settles a matter of fact, such as
 * an open placeholder, is not measured, and sure.
 */
export function usualConfidence(rule: Pick<Rule, 'id'>): number {
  const known = measuredOf(rule.id);
  if (!known) return 1;
  const right = known.train.right + known.dev.right;
  const found = known.train.found + known.dev.found;
  return (right + 1) / (found + 2);
}
