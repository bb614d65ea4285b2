/** The days of the week in the order in which `weekdayOf` counts them. */
export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const monthOffsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The weekday of a date in the Gregorian calendar, 0 for Sunday, by Sakamoto's method (comp.lang.c, 1993). */
export function weekdayOf(year: number, month: number, day: number): number {
  const counted = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(counted / 4) - Math.floor(counted / 100) + Math.floor(counted / 400);
  return (counted + leapDays + (monthOffsets[month - 1] as number) + day) % 7;
}

/** True for a day that its month has in some year. */
export const isDay = (month: number, day: number): boolean => day >= 1 && day <= (monthLengths[month - 1] ?? 0);
