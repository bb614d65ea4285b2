import type { Finding } from '../model/finding.ts';
import { firstWhere, type Span } from '../model/span.ts';
import { type CalendarDay, numberOfDay } from '../values/calendar.ts';
import type { Suppression } from './directives.ts';

/** What tells whether a suppression is about a finding. */
type Found = Pick<Finding, 'start' | 'ruleId' | 'family'>;

/** True for one that held up to a day which is past. Without a day nothing is. */
export const isExpired = ({ until }: Suppression, today: CalendarDay | undefined): boolean =>
  until !== undefined && today !== undefined && numberOfDay(until) < numberOfDay(today);

/** Tells whether a finding stands, in time that grows with the logarithm of the number of suppressions. */
export function suppressor(
  suppressions: readonly Suppression[],
  today: CalendarDay | undefined,
): (finding: Found) => boolean {
  const scopes = new Map<string, Span[]>();
  for (const suppression of suppressions) {
    if (!suppression.scope || isExpired(suppression, today)) continue;
    for (const name of namesOf(suppression)) {
      const ofName = scopes.get(name);
      if (ofName) ofName.push(suppression.scope);
      else scopes.set(name, [suppression.scope]);
    }
  }
  if (scopes.size === 0) return () => false;
  const merged = new Map([...scopes].map(([name, spans]) => [name, union(spans)]));
  return finding =>
    keysOf(finding).some(key => {
      const spans = merged.get(key);
      return spans !== undefined && finding.start < (spans[lastFrom(spans, finding.start)]?.end ?? -1);
    });
}

/** How many findings each suppression lets stand, in the order of the suppressions. */
export function countStanding(
  suppressions: readonly Suppression[],
  suppressed: readonly Found[],
  today: CalendarDay | undefined,
): number[] {
  const starts = new Map<string, number[]>();
  for (const finding of suppressed)
    for (const key of keysOf(finding)) {
      const ofKey = starts.get(key);
      if (ofKey) ofKey.push(finding.start);
      else starts.set(key, [finding.start]);
    }
  for (const list of starts.values()) list.sort((a, b) => a - b);
  return suppressions.map(suppression => {
    const { scope } = suppression;
    if (!scope || isExpired(suppression, today)) return 0;
    return namesOf(suppression).reduce((sum, name) => {
      const list = starts.get(name) ?? [];
      return sum + firstWhere(list, at => at >= scope.end) - firstWhere(list, at => at >= scope.start);
    }, 0);
  });
}

const everything = '*';

const namesOf = ({ rules }: Suppression): string[] =>
  rules.length === 0 ? [everything] : [...new Set(rules.map(({ name }) => name))];

const keysOf = ({ ruleId, family }: Found): string[] => [everything, ruleId, `${family}.*`];

function union(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Index of the last span that starts at or before a position. */
const lastFrom = (spans: readonly Span[], position: number): number =>
  firstWhere(spans, ({ start }) => start > position) - 1;
