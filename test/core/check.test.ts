import { expect, test } from 'vitest';
import { check, defaultSettings, read, resolveSettings } from '../../server/core/index.ts';
import { defineRule } from '../../server/core/rules/rule.ts';

const text = 'Experts say the dam will hold.';
const meta = {
  family: 'claim',
  severity: 'warning',
  since: '0.1.0',
  docs: { summary: 'A rule of this test.', why: '', advice: '', references: [] },
  examples: { flags: [], passes: [] },
} as const;
const broken = defineRule({
  ...meta,
  id: 'broken',
  messages: { m: 'm' },
  check({ report }) {
    report({ start: 0, end: 1 }, 'm', {});
    throw new Error('on purpose');
  },
});
const whole = defineRule({
  ...meta,
  id: 'whole',
  messages: { m: 'found {what}' },
  check: ({ block, report }) => report({ start: 0, end: block.length }, 'm', { what: 'all' }),
});

test('a rule that throws is named once, finds nothing, and the others run', () => {
  const { findings, failures } = check(read(`${text}\n\n${text}`, 'markdown'), defaultSettings, [broken, whole]);
  expect(failures.map(({ ruleId }) => ruleId)).toEqual(['broken']);
  expect(failures[0]?.error).toContain('on purpose');
  expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['whole', 'found all'],
    ['whole', 'found all'],
  ]);
});

test('one fault has one finding: within a finding of the same severity the shorter stays', () => {
  const part = defineRule({
    ...meta,
    id: 'part',
    messages: { m: 'm' },
    check: ({ report }) => report({ start: 0, end: 7 }, 'm', {}),
  });
  expect(check(read(text, 'markdown'), defaultSettings, [whole, part]).findings.map(({ ruleId }) => ruleId)).toEqual([
    'part',
  ]);
});

test('nothing is found where the setting says so', () => {
  const { settings } = resolveSettings({ enable: false });
  expect(check(read(text, 'markdown'), settings).findings).toEqual([]);
});

test('a family is set by a star, and a single rule wins over its family', () => {
  const severity = (rules: object) =>
    check(read(text, 'markdown'), resolveSettings({ rules }).settings).findings.map(found => found.severity);
  expect(severity({})).toEqual(['warning']);
  expect(severity({ 'attribution.*': 'hint' })).toEqual(['hint']);
  expect(severity({ 'vague-source': 'error', 'attribution.*': 'off' })).toEqual(['error']);
  expect(severity({ 'vague-source': 'off' })).toEqual([]);
});

test('a byline, a disclaimer and a heading make no claims', () => {
  const draft =
    'Rents rose by 40 per cent in Halden\n\nDisclaimer: Experts say rents rose by 40 per cent.\n\nThe writer is a lawyer.';
  expect(check(read(draft, 'plaintext')).findings).toEqual([]);
});

test('a finding that a placeholder answers is not reported again', () => {
  const ids = (draft: string) => check(read(draft, 'markdown')).findings.map(({ ruleId }) => ruleId);
  expect(ids('Experts [who?] say the dam will hold.')).toEqual(['open-placeholder']);
  expect(ids('Rents in Halden rose by 40 per cent in 2019. [citation needed]')).toEqual(['open-placeholder']);
});
