import { describe, expect, test } from 'vitest';
import { check, defaultSettings, read, rules } from '../../../server/core/index.ts';
import { readMarks } from '../../support/read-marks.ts';
import { contradictions } from './contradictions.ts';

const own = rules.filter(rule => rule.family === 'consistency');
const found = (text: string) =>
  check(read(text, 'markdown'), defaultSettings, { rules: own }).findings.map(
    ({ ruleId, start, end }) => `${ruleId}: ${text.slice(start, end)}`,
  );

describe.each(contradictions)('$wrong', ({ rule, wrong, right, isMissed }) => {
  test(isMissed ? 'is known to be missed' : 'is found, and nothing else', () => {
    const { text, spans } = readMarks(wrong);
    const marked = spans.map(({ start, end }) => `${rule}: ${text.slice(start, end)}`);
    expect(found(text)).toEqual(isMissed ? [] : marked);
  });

  test('put right, is left alone', () => {
    expect(found(right)).toEqual([]);
  });
});

test('there are at least 60, and at least four of five are found', () => {
  expect(contradictions.length).toBeGreaterThanOrEqual(60);
  const missed = contradictions.filter(({ isMissed }) => isMissed).length;
  expect(missed / contradictions.length).toBeLessThanOrEqual(0.2);
});
