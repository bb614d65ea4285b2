/** A day of the Gregorian calendar. The core has no clock: which day it is comes from outside. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "May 2026". */
export const monthInWords = ({ year, month }: CalendarDay): string => `${monthNames[month - 1] ?? ''} ${year}`;

/** The day of a `Date`, where the program runs. */
export const localDayOf = (date: { getFullYear(): number; getMonth(): number; getDate(): number }): CalendarDay => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
});

/** The day of an ISO 8601 date, `2026-05-12`; undefined for anything else, and for a day that does not exist. */
export function dayOfDate(date: string): CalendarDay | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!found) return undefined;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return isoOf(dayOfNumber(numberOfDay(day))) === date ? day : undefined;
}

/** The ISO 8601 date of a day: `2026-05-12`. */
export const isoOf = ({ year, month, day }: CalendarDay): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * How many days a day lies behind the first of March of the year 0, which is where a year best starts to be counted:
 * its leap day is its last (Howard Hinnant, chrono-compatible low-level date algorithms).
 */
export function numberOfDay({ year, month, day }: CalendarDay): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
}

/** The day of a number that {@link numberOfDay} gives. */
export function dayOfNumber(number: number): CalendarDay {
  const era = Math.floor(number / 146_097);
  const ofEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The day of the week, 0 for Monday to 6 for Sunday, as ISO 8601 orders them. */
export const weekdayOf = (day: CalendarDay): number => (numberOfDay(day) + 2) % 7;
