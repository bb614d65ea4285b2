import { expect, test } from 'vitest';
import { isWorkEntry } from '../../../server/core/formats/work-entry.ts';

test.each([
  'Lind, A. (2019). Catches fell by 40 per cent. Harbour Press.',
  'Lind, A., & Roe, B. C. (2019, May 4). The dam. Harbour Press.',
  '[3] Lind, A. and Roe, B. (2019) ‘The dam’, Harbour Press.',
  '4. van der Berg, A., 2019. Catches fell.',
  'Lind, Anna, and Ben Roe. 2019. The Dam. Halden: Harbour Press.',
  'Lind, Anna. “The Dam.” Harbour Press, 2019.',
  'Lind A, Roe BC. Catches in the north. Harbour Med 2019;398:1200.',
])('%s is an entry in a list of works', text => {
  expect(isWorkEntry(text)).toBe(true);
});

test('a long list of authors that ends in no entry is told at once', () => {
  expect(isWorkEntry(`Lind, Anna, ${'Roe and Doe, '.repeat(40)}said so.`)).toBe(false);
  expect(isWorkEntry(`${'Lind, A., '.repeat(40)}said so.`)).toBe(false);
  expect(isWorkEntry(`Lind, Anna, ${'Ben Roe and '.repeat(40)}others said so.`)).toBe(false);
});

test.each([
  'Lind, A. (2019) argues that catches fell by 40 per cent.',
  'Lind, Anna (2019) found that catches fell.',
  'Halden, Tuesday. Rents rose by 40 per cent in May, 2015, and fell.',
  'Lind, who lost in 2015, has come back.',
  'In Halden, A. Lind won in 2019. The dam held.',
  'Lind and Roe (2019). That is the whole of the evidence.',
])('%s is prose', text => {
  expect(isWorkEntry(text)).toBe(false);
});
