import {
  type Article,
  type Checking,
  isExpired,
  isoOf,
  type Span,
  type Suppression,
  type SuppressionReason,
  standingCounts,
  suppressionsIn,
} from '../../core/index.ts';

/** A comment that lets findings stand, as a report tells of it. */
export interface ReportedSuppression extends Span {
  readonly form: Suppression['form'];
  /** Identifiers of rules and families; empty where all are meant. */
  readonly rules: readonly string[];
  /** The reason by the vocabulary; absent where none is given. */
  readonly reason?: SuppressionReason;
  /** The reason as it is written. */
  readonly note: string;
  /** The last day on which it holds, such as 2026-12-31; absent where it holds for good. */
  readonly until?: string;
  readonly state: 'used' | 'unused' | 'expired';
  /** How many findings it lets stand. */
  readonly findings: number;
}

export function reportedSuppressions(article: Article, checking: Checking): ReportedSuppression[] {
  const counts = standingCounts(article, checking);
  return suppressionsIn(article).map((suppression, index) => {
    const { start, end, form, rules, reason, note, until } = suppression;
    const findings = counts[index] ?? 0;
    return {
      form,
      rules: rules.map(({ name }) => name),
      ...(reason ? { reason } : {}),
      note,
      ...(until ? { until: isoOf(until) } : {}),
      state: isExpired(suppression, checking.today) ? 'expired' : findings > 0 ? 'used' : 'unused',
      findings,
      start,
      end,
    };
  });
}
