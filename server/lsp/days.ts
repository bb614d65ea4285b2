import { type CalendarDay, localDayOf, type ResolvedTime } from '../core/index.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The day it is where the server runs. */
export const localDay = (): CalendarDay => localDayOf(new Date());

/** "12 May 2026". */
export const dayInWords = ({ year, month, day }: CalendarDay): string => `${day} ${months[month - 1]} ${year}`;

/** "2025", "2010 to 2019", "March 2026", "12 May 2026", "9 to 15 November 2026". */
export function daysInWords({ from, to }: ResolvedTime): string {
  const isWholeMonths = from.day === 1 && isLastOfMonth(to);
  if (isWholeMonths && from.month === 1 && to.month === 12)
    return from.year === to.year ? `${from.year}` : `${from.year} to ${to.year}`;
  if (isWholeMonths && from.year === to.year && from.month === to.month)
    return `${months[from.month - 1]} ${from.year}`;
  if (from.year !== to.year) return `${dayInWords(from)} to ${dayInWords(to)}`;
  if (from.month !== to.month) return `${from.day} ${months[from.month - 1]} to ${dayInWords(to)}`;
  return from.day === to.day ? dayInWords(to) : `${from.day} to ${dayInWords(to)}`;
}

/** No month is longer than its last day, and the day behind that is the first of the next. */
const isLastOfMonth = ({ year, month, day }: CalendarDay): boolean =>
  new Date(Date.UTC(year, month - 1, day + 1)).getUTCDate() === 1;
