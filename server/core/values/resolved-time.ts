import type { Article } from '../model/article.ts';
import { firstWhere, type Span, shift } from '../model/span.ts';
import type { TimeValue } from '../model/value.ts';
import { type CalendarDay, dayOfNumber, numberOfDay, weekdayOf } from './calendar.ts';
import { monthOfName, weekdayOfName } from './dates.ts';

/** The days that a time speaks of, the first and the last one included. */
export interface ResolvedTime {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * The days that a time speaks of when it is told from a day; undefined for a time of day, and where that is left open: seasons differ
 * by hemisphere, and readers disagree on "next Tuesday" (The Chicago Manual of Style, AP Stylebook, s.v. "next").
 *
 * It is worked out when it is asked for and kept nowhere, so that a reading stays right when the day changes.
 */
export function resolvedTime(time: TimeValue, today: CalendarDay): ResolvedTime | undefined {
  const { unit, offset, named, isStretch } = time;
  if (offset === undefined) return undefined;
  if (isStretch) return stretch(unit, offset, today);
  if (named === undefined || named === 'night') return around(unit, offset, today);
  const weekday = weekdayOfName(named);
  if (weekday !== undefined) return weekdayFrom(weekday, offset, today);
  const month = monthOfName(named);
  if (month !== undefined) return wholeMonth(monthFrom(month, offset, today));
  return named === 'weekend' ? weekendFrom(offset, today) : undefined;
}

/** The time that stands at a place of an article, and where its words lie. */
export function timeAt({ blocks }: Article, place: number): (Span & { readonly time: TimeValue }) | undefined {
  const placed = blocks[firstWhere(blocks, ({ start }) => start > place) - 1];
  for (const value of placed?.block.values ?? []) {
    if (value.kind !== 'time' || !placed) continue;
    const where = shift(value, placed.start);
    if (where.start <= place && place < where.end) return { time: value, ...where };
  }
  return undefined;
}

/** The unit that a number of units before or after today falls in: "two weeks ago", "last year", "this month". */
function around(unit: TimeValue['unit'], offset: number, today: CalendarDay): ResolvedTime {
  switch (unit) {
    case 'minute':
    case 'hour':
      return { from: today, to: today };
    case 'day': {
      const day = plusDays(today, offset);
      return { from: day, to: day };
    }
    case 'week': {
      const monday = plusDays(today, 7 * offset - weekdayOf(today));
      return { from: monday, to: plusDays(monday, 6) };
    }
    case 'month':
      return wholeMonth(today.year * 12 + today.month - 1 + offset);
    case 'year':
      return years(today.year + offset, 1);
    case 'decade':
      return offset === 0 ? years(today.year - (today.year % 10), 10) : years(today.year + 10 * offset, 1);
    case 'century':
      return years(today.year + 100 * offset, 1);
  }
}

/** From then to today, or from today to then: "the past three years", "the next two weeks". */
function stretch(unit: TimeValue['unit'], offset: number, today: CalendarDay): ResolvedTime {
  const then = shifted(unit, offset, today);
  return offset < 0 ? { from: then, to: today } : { from: today, to: then };
}

function shifted(unit: TimeValue['unit'], offset: number, today: CalendarDay): CalendarDay {
  if (unit === 'minute' || unit === 'hour') return today;
  if (unit === 'day' || unit === 'week') return plusDays(today, offset * (unit === 'week' ? 7 : 1));
  const months = offset * { month: 1, year: 12, decade: 120, century: 1200 }[unit];
  const { from, to } = wholeMonth(today.year * 12 + today.month - 1 + months);
  return { ...from, day: Math.min(today.day, to.day) };
}

/** The last such day before today, or that of this week. */
function weekdayFrom(weekday: number, offset: number, today: CalendarDay): ResolvedTime | undefined {
  if (offset > 0) return undefined;
  const ahead = weekday - weekdayOf(today);
  const day = plusDays(today, offset < 0 && ahead >= 0 ? ahead - 7 : ahead);
  return { from: day, to: day };
}

/** The last weekend that is over, or that of this week. */
function weekendFrom(offset: number, today: CalendarDay): ResolvedTime | undefined {
  if (offset > 0) return undefined;
  const saturday = plusDays(today, 5 - weekdayOf(today) + 7 * offset);
  return { from: saturday, to: plusDays(saturday, 1) };
}

/** The nearest such month before or after this one, or that of this year; counted from January of the year 0. */
function monthFrom(month: number, offset: number, { year, month: now }: CalendarDay): number {
  const isPassed = month < now;
  const isToCome = month > now;
  const inYear = offset < 0 ? (isPassed ? year : year - 1) : offset > 0 ? (isToCome ? year : year + 1) : year;
  return inYear * 12 + month - 1;
}

function wholeMonth(months: number): ResolvedTime {
  const first = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: 1 };
  const next = { year: Math.floor((months + 1) / 12), month: ((((months + 1) % 12) + 12) % 12) + 1, day: 1 };
  return { from: first, to: plusDays(next, -1) };
}

const years = (first: number, count: number): ResolvedTime => ({
  from: { year: first, month: 1, day: 1 },
  to: { year: first + count - 1, month: 12, day: 31 },
});

const plusDays = (day: CalendarDay, days: number): CalendarDay => dayOfNumber(numberOfDay(day) + days);
