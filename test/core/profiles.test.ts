import { describe, expect, test } from 'vitest';
import { check, defaultSettings, read, resolveSettings, rules } from '../../server/core/index.ts';
import { profiles } from '../../server/core/profiles.ts';
import { measuredOf, usualConfidence } from '../../server/core/rules/confidence.ts';
import { defineRule } from '../../server/core/rules/rule.ts';

/** Flags every “so” with the confidence that follows it in per cent, or with none of its own. */
const so = defineRule({
  id: 'so',
  family: 'claim',
  severity: 'information',
  since: '0.1.0',
  docs: { summary: 'A rule of this test.', why: '', advice: '', references: [] },
  messages: { m: 'm' },
  examples: { flags: [], passes: [] },
  check({ block, report }) {
    for (const match of block.prose.text.matchAll(/so(?:-(\d+))?/g)) {
      const where = { start: match.index, end: match.index + match[0].length };
      report(where, 'm', {}, match[1] ? { confidence: Number(match[1]) / 100 } : {});
    }
  },
});
const found = (text: string, given: object) =>
  check(read(text, 'plaintext'), resolveSettings(given).settings, { rules: [so] }).findings.map(
    ({ start, end, severity }) => `${text.slice(start, end)} ${severity}`,
  );

test('the threshold says how sure a finding must be', () => {
  const text = 'It was so-90 and so-60 and so-30 and so.';
  expect(found(text, {})).toEqual(['so-90 information', 'so-60 information', 'so information']);
  expect(found(text, { threshold: 0 })).toHaveLength(4);
  expect(found(text, { threshold: 0.8 })).toEqual(['so-90 information', 'so information']);
});

describe('sections', () => {
  const text = 'The lead was so-40 and so-60.\n\nThe rest was so-40 and so-60, “said so-60 often”.\n';
  test.each<[object, string[]]>([
    [{}, ['so-60 information', 'so-60 information', 'so-60 information']],
    [{ lead: 'stricter' }, ['so-40 warning', 'so-60 warning', 'so-60 information', 'so-60 information']],
    [{ lead: 'off', quotation: 'off' }, ['so-60 information']],
    [{ body: 'looser' }, ['so-60 information', 'so-60 information']],
    [{ body: 'stricter', lead: 'off' }, ['so-40 warning', 'so-60 warning', 'so-60 information']],
  ])('%j', (sections, expected) => {
    expect(found(text, { sections })).toEqual(expected);
  });

  test('a paragraph that becomes the lead is held to the lead’s standard', () => {
    const { settings } = resolveSettings({ sections: { lead: 'stricter' } });
    const severities = (draft: string) =>
      check(article(draft), settings, { rules: [so] }).findings.map(one => one.severity);
    let last = read('First.\n\nIt was so-60.', 'plaintext');
    const article = (draft: string) => (last = read(draft, 'plaintext', last));
    expect(severities('First.\n\nIt was so-60.')).toEqual(['information']);
    expect(severities('It was so-60.')).toEqual(['warning']);
    expect(severities('First.\n\nIt was so-60.')).toEqual(['information']);
  });
});

describe('profiles', () => {
  const known = new Set(rules.map(rule => rule.id));
  test.each(Object.entries(profiles))('%s speaks of rules that there are', (_, profile) => {
    expect(Object.keys(profile.rules).filter(id => !known.has(id))).toEqual([]);
  });

  test('a profile sets severities, and the user’s own choice wins over it', () => {
    const severity = (given: object) => resolveSettings(given).settings.severities.get('vague-source');
    expect(severity({})).toBe('warning');
    expect(severity({ profile: 'news' })).toBe('error');
    expect(severity({ profile: 'news', rules: { 'vague-source': 'hint' } })).toBe('hint');
    expect(severity({ profile: 'news', rules: { 'attribution.*': 'hint', 'vague-source': 'default' } })).toBe('error');
  });
});

test('what readers of op-eds often let stand is a hint, and a step below the rule where a desk has raised it', () => {
  const severitiesIn = (given: object) => {
    const { settings } = resolveSettings(given);
    const draft = 'The ferry sank.\n\nCritics say that it was old. Experts believe that it was overloaded.';
    const { findings } = check(read(draft, 'plaintext'), settings);
    return findings.filter(({ ruleId }) => ruleId === 'vague-source').map(({ severity }) => severity);
  };
  expect(severitiesIn({})).toEqual(['warning', 'hint']);
  expect(severitiesIn({ profile: 'news' })).toEqual(['error', 'warning']);
  expect(severitiesIn({ rules: { 'vague-source': 'error' } })).toEqual(['error', 'warning']);
  expect(severitiesIn({ rules: { 'vague-source': 'information' } })).toEqual(['information', 'hint']);
});

test.each([
  ['wiki', 'Interestingly, the ferry sank. It should be noted that the captain slept.', 'editorialising', 2],
  ['op-ed', 'Interestingly, the ferry sank. It should be noted that the captain slept.', 'editorialising', 0],
  ['news', 'The harbour was closed in May. “It was bound to happen.” The ferry was sold.', 'unattributed-quote', 1],
])('%s shows a rule that it turns on, however seldom that was right on op-eds: %s', (profile, text, rule, count) => {
  const { findings } = check(read(text, 'plaintext'), resolveSettings({ profile }).settings);
  expect(findings.filter(({ ruleId }) => ruleId === rule)).toHaveLength(count);
});

test('a rule that is wrong more than one time in five is a hint or off', () => {
  const noisy = rules.filter(({ id }) => {
    const measured = measuredOf(id);
    const found = measured ? measured.train.found + measured.dev.found : 0;
    return measured && found >= 10 && (measured.train.right + measured.dev.right) / found < 0.8;
  });
  expect(noisy.length).toBeGreaterThan(0);
  for (const { id } of noisy) expect(['hint', 'off'], id).toContain(defaultSettings.severities.get(id));
});

test('no rule is quite sure of what it was seldom measured on', () => {
  for (const rule of rules) {
    const confidence = usualConfidence(rule);
    expect(confidence, rule.id).toBeGreaterThan(0);
    if (measuredOf(rule.id)) expect(confidence, rule.id).toBeLessThan(1);
    else expect(confidence, rule.id).toBe(1);
  }
});
