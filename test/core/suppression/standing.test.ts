import { describe, expect, test } from 'vitest';
import {
  type CalendarDay,
  check,
  noticesOf,
  read,
  resolveSettings,
  suppressionReasons,
  suppressionsIn,
} from '../../../server/core/index.ts';

const claim = 'Experts say the dam will hold.';
const today: CalendarDay = { year: 2026, month: 6, day: 15 };

/** What is found, and what is noticed of comments. */
function checked(text: string, given: unknown = {}, day: CalendarDay | null = today) {
  const { settings } = resolveSettings(given);
  const article = read(text, 'markdown');
  const report = check(article, settings, day ? { today: day } : {});
  return {
    found: report.findings.map(({ ruleId }) => ruleId),
    suppressed: (report.suppressed ?? []).map(({ ruleId }) => ruleId),
    notices: noticesOf(article, { report, settings, ...(day ? { today: day } : {}) }).map(
      ({ code, start, end }) => `${code}: ${text.slice(start, end)}`,
    ),
  };
}

const comment = (words: string): string => `<!-- sayswho-ignore ${words} -->`;

describe('a comment that runs out', () => {
  test.each([
    ['until 2026-06-15', 0],
    ['until 2026-06-16', 0],
    ['until 2027-01-01', 0],
    ['until 2026-06-14', 1],
    ['vague-source until 2026-06-14 -- common knowledge', 1],
    ['vague-source until 2026-12-31 -- common knowledge', 0],
    ['vague-source -- checked elsewhere until 2026-06-14', 1],
    ['vague-source -- waiting until the report is out', 0],
  ])('%j leaves %i', (words, count) => {
    const { found, notices } = checked(`${claim} ${comment(words)}`);
    expect(found).toHaveLength(count);
    expect(notices).toEqual(count === 0 ? [] : [`expired-suppression: ${comment(words)}`]);
  });

  test('holds where nobody knows which day it is', () => {
    expect(checked(`${claim} ${comment('until 2020-01-01')}`, {}, null)).toEqual({
      found: [],
      suppressed: ['vague-source'],
      notices: [],
    });
  });

  test('takes the day from the settings', () => {
    expect(checked(`${claim} ${comment('until 2020-01-01')}`, { today: '2021-01-01' }, null).found).toHaveLength(1);
  });

  test.each(['until', 'until tomorrow', 'until 2026-02-30'])('%j names no day', words => {
    const { found, notices } = checked(`${claim} ${comment(words)}`);
    expect(found).toEqual([]);
    expect(notices).toEqual([`not-a-day: ${words}`]);
  });
});

describe('a comment that nothing needs', () => {
  test.each([
    ['of a rule', `It holds. ${comment('vague-source')}`],
    ['of a family', `It holds. ${comment('attribution.*')}`],
    ['of all rules', `It holds. ${comment('')}`],
    ['of another rule', `${claim} ${comment('stacked-hedges')}`],
    ['for the file', `It holds.\n\n<!-- sayswho-ignore-file -->`],
    ['for a block', '<!-- sayswho-ignore-start -->\n\nIt holds.\n\n<!-- sayswho-ignore-end -->'],
  ])('%s is noticed', (_, text) => {
    expect(checked(text).notices).toEqual([expect.stringMatching(/^unused-suppression: <!-- sayswho-ignore/)]);
  });

  test('an end without a start is noticed', () => {
    expect(checked('It holds.\n\n<!-- sayswho-ignore-end -->').notices).toEqual([
      'unused-suppression: <!-- sayswho-ignore-end -->',
    ]);
  });

  test('is not noticed where its rule is off', () => {
    expect(checked(`${claim} ${comment('vague-source')}`, { rules: { 'vague-source': 'off' } }).notices).toEqual([]);
  });

  test('is not noticed where the article was not checked', () => {
    expect(noticesOf(read(`It holds. ${comment('')}`, 'markdown'))).toEqual([]);
  });

  test('one of two on a line is enough for both', () => {
    const { notices } = checked(`${claim} ${comment('vague-source')} ${comment('attribution.*')}`);
    expect(notices).toEqual([]);
  });
});

test('reasons are told by their first words', () => {
  for (const reason of suppressionReasons)
    expect(suppressionsIn(read(comment(`-- ${reason}, as we all know`), 'markdown'))[0]).toMatchObject({ reason });
  expect(suppressionsIn(read(comment('-- Common Knowledge'), 'markdown'))[0]).toMatchObject({
    reason: 'common knowledge',
    note: 'Common Knowledge',
  });
  expect(suppressionsIn(read(comment('-- I was there'), 'markdown'))[0]).toMatchObject({ reason: 'other' });
  expect(suppressionsIn(read(comment(''), 'markdown'))[0]).not.toHaveProperty('reason');
});

test('what stands is kept apart from what is found', () => {
  const text = `${claim} ${comment('')}\n\n${claim}\n`;
  expect(checked(text)).toEqual({ found: ['vague-source'], suppressed: ['vague-source'], notices: [] });
});
