import { describe, expect, test } from 'vitest';
import {
  check,
  defaultSettings,
  type Fix,
  type Rule,
  read,
  rules,
  type Settings,
  writePlaceholder,
} from '../server/core/index.ts';
import { usualConfidence } from '../server/core/rules/confidence.ts';
import { libraryOf } from './support/library-of.ts';
import { readMarks } from './support/read-marks.ts';

/** Every example is checked by its own rule alone, however unsure, at a severity that is never off. */
const settings: Settings = {
  ...defaultSettings,
  threshold: 0,
  severities: new Map(rules.map(rule => [rule.id, 'warning'])),
};

const findings = (rule: Rule, text: string, languageId = 'plaintext', keys?: readonly string[]) => {
  const { findings, failures } = check(read(text, languageId), settings, { rules: [rule], library: libraryOf(keys) });
  expect(failures).toEqual([]);
  // A rule that says how sure it is of each finding is held to those that are shown by default.
  return findings.filter(
    ({ confidence }) => confidence >= defaultSettings.threshold || confidence === usualConfidence(rule),
  );
};

function apply(text: string, fix: Fix): string {
  return fix.kind === 'placeholder'
    ? `${text.slice(0, fix.at)} ${writePlaceholder(fix.need, 'bracket', 'plaintext').text}${text.slice(fix.at)}`
    : text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  const flags = rule.examples.flags.map(example => (typeof example === 'string' ? { text: example } : example));

  test.each(flags.map(flag => [flag.text, flag] as const))('flags: %s', (marked, flag) => {
    const { text, spans } = readMarks(marked);
    const found = findings(rule, text, flag.languageId, flag.keys);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    if (flag.message) for (const finding of found) expect(finding.messageId).toBe(flag.message);
    for (const finding of found) expect(finding.message).not.toMatch(/\{\w+\}/);
  });

  const fixable = flags.filter(flag => flag.fixed !== undefined);
  if (fixable.length > 0)
    test.each(fixable.map(flag => [flag.fixed, flag] as const))('fixes: %s', (fixed, flag) => {
      const { text } = readMarks(flag.text);
      const [first, ...others] = findings(rule, text, flag.languageId, flag.keys);
      const fix = first?.fixes[0];
      if (!fix) throw new Error('There is nothing to fix.');
      expect(apply(text, fix)).toBe(fixed);
      expect(findings(rule, apply(text, fix), flag.languageId, flag.keys)).toHaveLength(others.length);
    });

  const passes = rule.examples.passes.map(example =>
    typeof example === 'string' ? { text: example, languageId: 'plaintext' } : example,
  );
  test.each(passes.map(pass => [pass.text, pass] as const))('passes: %s', (text, pass) => {
    expect(findings(rule, text, pass.languageId, 'keys' in pass ? pass.keys : undefined)).toEqual([]);
  });

  const misses = rule.examples.knownMisses ?? [];
  if (misses.length > 0)
    test.each(misses)('is known to miss: %s', text => {
      expect(findings(rule, text)).toEqual([]);
    });

  test('exercises every message, and has examples on both sides', () => {
    const seen = new Set(
      flags.flatMap(flag =>
        findings(rule, readMarks(flag.text).text, flag.languageId, flag.keys).map(finding => finding.messageId),
      ),
    );
    expect([...seen].sort()).toEqual(Object.keys(rule.messages).sort());
    expect(passes.length).toBeGreaterThan(0);
  });
});
