import { expect, test } from 'vitest';
import { type CalendarDay, read, resolvedTime, timeAt } from '../../../server/core/index.ts';
import { dayOfDate, dayOfNumber, isoOf, numberOfDay, weekdayOf } from '../../../server/core/values/calendar.ts';

/** A Wednesday. */
const today = dayOfDate('2026-03-18') as CalendarDay;

test.each([
  ['yesterday', '2026-03-17 2026-03-17'],
  ['tonight', '2026-03-18 2026-03-18'],
  ['tomorrow', '2026-03-19 2026-03-19'],
  ['20 minutes ago', '2026-03-18 2026-03-18'],
  ['ten days ago', '2026-03-08 2026-03-08'],
  ['last night', '2026-03-17 2026-03-17'],
  ['three weeks ago', '2026-02-23 2026-03-01'],
  ['last week', '2026-03-09 2026-03-15'],
  ['this month', '2026-03-01 2026-03-31'],
  ['last month', '2026-02-01 2026-02-28'],
  ['four months ago', '2025-11-01 2025-11-30'],
  ['next year', '2027-01-01 2027-12-31'],
  ['two years ago', '2024-01-01 2024-12-31'],
  ['a decade ago', '2016-01-01 2016-12-31'],
  ['a century ago', '1926-01-01 1926-12-31'],
  ['this decade', '2020-01-01 2029-12-31'],
  // A month or a day of the week is the last one that there was.
  ['last Tuesday', '2026-03-17 2026-03-17'],
  ['last Wednesday', '2026-03-11 2026-03-11'],
  ['last Friday', '2026-03-13 2026-03-13'],
  ['this Friday', '2026-03-20 2026-03-20'],
  ['last January', '2026-01-01 2026-01-31'],
  ['last March', '2025-03-01 2025-03-31'],
  ['last May', '2025-05-01 2025-05-31'],
  ['next May', '2026-05-01 2026-05-31'],
  ['last weekend', '2026-03-14 2026-03-15'],
  // What lasts until today.
  ['the past three years', '2023-03-18 2026-03-18'],
  ['the past year', '2025-03-18 2026-03-18'],
  ['the next two weeks', '2026-03-18 2026-04-01'],
  // What is left open.
  ['next Tuesday', undefined],
  ['last summer', undefined],
  ['5 p.m.', undefined],
])('%s', (words, expected) => {
  const text = `It fell ${words}, as everybody in the hall knew at once.`;
  const found = timeAt(read(text, 'plaintext'), text.indexOf(words) + words.length - 1);
  expect(words).toContain(text.slice(found?.start, found?.end));
  const resolved = found && resolvedTime(found.time, today);
  expect(resolved && `${isoOf(resolved.from)} ${isoOf(resolved.to)}`).toBe(expected);
});

test('the end of a month is kept within the month', () => {
  const text = 'It fell in the past month and in the past two years, as everybody in the hall knew.';
  const article = read(text, 'plaintext');
  const last = dayOfDate('2024-03-31') as CalendarDay;
  const from = (words: string) => {
    const found = timeAt(article, text.indexOf(words));
    return found && isoOf(resolvedTime(found.time, last)?.from as CalendarDay);
  };
  expect(from('past month')).toBe('2024-02-29');
  expect(from('past two')).toBe('2022-03-31');
});

test('the reading of a draft does not depend on the day', () => {
  const text = 'It fell yesterday, as everybody in the hall knew at once.';
  const article = read(text, 'plaintext');
  const found = timeAt(article, text.indexOf('yesterday'));
  const day = (iso: string) => found && resolvedTime(found.time, dayOfDate(iso) as CalendarDay)?.from;
  expect(day('2025-01-01')).toEqual({ year: 2024, month: 12, day: 31 });
  expect(day('2024-03-01')).toEqual({ year: 2024, month: 2, day: 29 });
});

test('days are numbered one after the other, through leap years and centuries', () => {
  for (const start of ['1899-12-01', '1999-12-01', '2023-12-01', '2099-12-01']) {
    let number = numberOfDay(dayOfDate(start) as CalendarDay);
    for (let i = 0; i < 500; i++, number++) expect(numberOfDay(dayOfNumber(number))).toBe(number);
  }
  expect(weekdayOf(dayOfDate('2000-01-01') as CalendarDay)).toBe(5);
  expect(weekdayOf(today)).toBe(2);
  for (const none of ['', '2026-02-29', '2100-02-29', '2026-13-01', '2026-1-1', 'today'])
    expect(dayOfDate(none)).toBeUndefined();
});
