import { expect, test } from 'vitest';
import { daysInWords } from '../../server/lsp/days.ts';

const day = (year: number, month: number, day: number) => ({ year, month, day });

test.each([
  [day(2025, 1, 1), day(2025, 12, 31), '2025'],
  [day(2010, 1, 1), day(2019, 12, 31), '2010 to 2019'],
  [day(2024, 2, 1), day(2024, 2, 29), 'February 2024'],
  [day(2026, 2, 1), day(2026, 2, 27), '1 to 27 February 2026'],
  [day(2026, 5, 12), day(2026, 5, 12), '12 May 2026'],
  [day(2026, 2, 23), day(2026, 3, 1), '23 February to 1 March 2026'],
  [day(2025, 12, 29), day(2026, 1, 4), '29 December 2025 to 4 January 2026'],
])('%j to %j: %s', (from, to, words) => {
  expect(daysInWords({ from, to })).toBe(words);
});
