import type { Article } from '../model/article.ts';
import { families, type Report } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { nearest } from '../nearest.ts';
import { rules } from '../rules/registry.ts';
import type { Settings } from '../settings.ts';
import { type CalendarDay, isoOf } from '../values/calendar.ts';
import { type Suppression, suppressionsIn } from './directives.ts';
import { countStanding, isExpired } from './standing.ts';

/** How an article was checked. */
export interface Checking {
  readonly report: Report;
  readonly settings: Settings;
  /** The day it is; that of the settings if absent. */
  readonly today?: CalendarDay;
}

export interface SuppressionNotice extends Span {
  readonly code: 'unknown-rule' | 'not-a-day' | 'expired-suppression' | 'unused-suppression';
  /** A full sentence. */
  readonly message: string;
  /** What was probably meant by the words there, where something was. */
  readonly meant?: string;
}

/** Everything that a comment may name. */
const names: readonly string[] = [...rules.map(({ id }) => id), ...families.map(family => `${family}.*`)];
const known: ReadonlySet<string> = new Set(names);

/** What is wrong with the comments that let findings stand: at most one notice for each. What none of them needs is told only where the article was checked. */
export function suppressionNotices(article: Article, checking: Checking | undefined): SuppressionNotice[] {
  const suppressions = suppressionsIn(article);
  const counts = checking && standingCounts(article, checking);
  return suppressions.flatMap((suppression, index): SuppressionNotice[] => {
    const { start, end, rules: named, notADay } = suppression;
    const unknown = named.find(({ name }) => !known.has(name));
    if (unknown) return [unknownRule(unknown)];
    if (notADay)
      return [
        {
          code: 'not-a-day',
          message: 'Behind “until” goes the last day on which this holds, such as 2026-12-31.',
          ...notADay,
        },
      ];
    if (!checking || !counts) return [];
    if (isExpired(suppression, dayOf(checking)))
      return [{ code: 'expired-suppression', message: expired(suppression), start, end }];
    if (counts[index] === 0 && areAllOn(suppression, checking.settings))
      return [{ code: 'unused-suppression', message: unused(suppression), start, end }];
    return [];
  });
}

/** How many findings each suppression of an article lets stand. */
export const standingCounts = (article: Article, checking: Checking): number[] =>
  countStanding(suppressionsIn(article), checking.report.suppressed ?? [], dayOf(checking));

const dayOf = ({ settings, today }: Checking): CalendarDay | undefined => today ?? settings.today;

function unknownRule({ name, start, end }: Span & { readonly name: string }): SuppressionNotice {
  const meant = nearest(name, names);
  const hint = meant === undefined ? '. A reason goes behind two dashes.' : `; did you mean “${meant}”?`;
  const message = `There is no rule “${name}”${hint}`;
  return { code: 'unknown-rule', message, start, end, ...(meant === undefined ? {} : { meant }) };
}

const expired = ({ until }: Suppression): string =>
  `This held until ${until ? isoOf(until) : ''}. Check again whether it may stand, then give a later day or remove the comment.`;

function unused({ scope, rules: named }: Suppression): string {
  if (!scope) return 'This ends a block that nothing started. Remove it.';
  const what =
    named.length === 0 ? 'is found' : `that ${named.map(({ name }) => `“${name}”`).join(' or ')} would flag stands`;
  return `This comment lets nothing stand: nothing ${what} here. Remove it.`;
}

/** A rule that is off finds nothing, which says nothing about the comment. */
const areAllOn = ({ rules: named }: Suppression, { severities }: Settings): boolean =>
  named.every(({ name }) =>
    rules.some(({ id, family }) => (id === name || `${family}.*` === name) && severities.get(id) !== 'off'),
  );
