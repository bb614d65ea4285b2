import { expect, test } from 'vitest';
import { check, defaultSettings, read, resolveSettings } from '../../server/core/index.ts';
import { defineArticleRule, defineRule } from '../../server/core/rules/rule.ts';

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

const part = defineRule({
  ...meta,
  id: 'part',
  messages: { m: 'm' },
  check: ({ report }) => report({ start: 0, end: 7 }, 'm', {}),
});

test('a rule that throws is named once, finds nothing, and the others run', () => {
  const { findings, failures } = check(read(`${text}\n\n${text}`, 'markdown'), defaultSettings, {
    rules: [broken, whole],
  });
  expect(failures.map(({ ruleId }) => ruleId)).toEqual(['broken']);
  expect(failures[0]?.error).toContain('on purpose');
  expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['whole', 'found all'],
    ['whole', 'found all'],
  ]);
});

test('one fault has one finding: a fear that some have is asked about once', () => {
  const text =
    'Some fear that the harbour of Halden will be so full of grain that Moscow will be emboldened to close it.';
  const { findings } = check(read(text, 'plaintext'));
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['vague-source']);
});

test('one fault has one finding: of a belief it is asked whose it is, and not yet what it rests on', () => {
  const text = 'She is widely regarded as the greatest poet of her generation.';
  expect(check(read(text, 'plaintext')).findings.map(({ ruleId }) => ruleId)).toEqual(['agentless-report']);
});

test('one fault has one finding: within a finding of the same severity the shorter stays', () => {
  expect(
    check(read(text, 'markdown'), defaultSettings, { rules: [whole, part] }).findings.map(({ ruleId }) => ruleId),
  ).toEqual(['part']);
});

test('who is missing is said rather than that some source is', () => {
  const wider = defineRule({
    ...meta,
    id: 'wider',
    family: 'attribution',
    messages: { m: 'm' },
    check: ({ block, report }) => report({ start: 0, end: block.length }, 'm', {}),
  });
  expect(
    check(read(text, 'markdown'), defaultSettings, { rules: [part, wider] }).findings.map(({ ruleId }) => ruleId),
  ).toEqual(['wider']);
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

test('a rule on articles sees all blocks at once, points to other places, and can be silenced and fail as any other', () => {
  const firstAndLast = defineArticleRule({
    ...meta,
    family: 'consistency',
    id: 'first-and-last',
    messages: { m: 'last of {count}' },
    check({ article, report }) {
      const [first] = article.blocks;
      const last = article.blocks.at(-1);
      if (!first || !last) return;
      const related = [
        { start: first.start, end: first.start + first.block.length, message: 'The first stands here.' },
      ];
      report(
        { start: last.start, end: last.start + last.block.length },
        'm',
        { count: `${article.blocks.length}` },
        { related },
      );
    },
  });
  const failing = defineArticleRule({
    ...meta,
    id: 'failing',
    messages: {},
    check() {
      throw new Error('on purpose');
    },
  });
  const article = read(`One.\n\nTwo.\n\n${text}`, 'markdown');
  const { findings, failures } = check(article, defaultSettings, { rules: [firstAndLast, whole, failing] });
  expect(failures.map(({ ruleId }) => ruleId)).toEqual(['failing']);
  // The two are about the same words, and are two faults.
  expect(findings.map(({ ruleId, start }) => [ruleId, start])).toEqual([
    ['whole', 0],
    ['whole', 6],
    ['whole', 12],
    ['first-and-last', 12],
  ]);
  expect(findings.at(-1)?.related).toEqual([{ start: 0, end: 4, message: 'The first stands here.' }]);
  const silenced = read(`One.\n\n<!-- sayswho-ignore-next consistency.* -->\n${text}`, 'markdown');
  expect(check(silenced, defaultSettings, { rules: [firstAndLast] }).findings).toEqual([]);
});

test('what is compared is as sure as the worse read of its places', () => {
  const comparing = defineArticleRule({
    ...meta,
    family: 'consistency',
    id: 'comparing',
    messages: { m: 'm' },
    check({ article: { blocks }, report }) {
      const [first, last] = [blocks[0], blocks.at(-1)];
      if (first && last)
        report(
          { start: first.start, end: first.start + first.block.length },
          'm',
          {},
          { confidence: 1, related: [{ start: last.start, end: last.start + 1, message: 'Here.' }] },
        );
    },
  });
  const confidenceBeside = (last: string) =>
    check(read(`The wall of the harbour fell.\n\n${last}`, 'plaintext'), resolveSettings({ threshold: 0 }).settings, {
      rules: [comparing],
    }).findings.map(({ confidence }) => confidence);
  expect(confidenceBeside('The storm took the roofs of nine houses and a barn.')).toEqual([1]);
  expect(confidenceBeside('THE STORM TOOK THE ROOFS OF NINE HOUSES AND A BARN.')).toEqual([0]);
});

test('the places that a finding of a block points to move with the block', () => {
  const pointing = defineRule({
    ...meta,
    id: 'pointing',
    messages: { m: 'm' },
    check: ({ block, report }) =>
      report({ start: 0, end: block.length }, 'm', {}, { related: [{ start: 1, end: 2, message: 'Here.' }] }),
  });
  const rules = [pointing];
  const before = read('One.', 'markdown');
  check(before, defaultSettings, { rules });
  const after = read('Another.\n\nOne.', 'markdown', before);
  expect(check(after, defaultSettings, { rules }).findings.map(({ related }) => related)).toEqual([
    [{ start: 1, end: 2, message: 'Here.' }],
    [{ start: 11, end: 12, message: 'Here.' }],
  ]);
});

test('findings within blocks and across them come in one order, those within first where both start and end alike', () => {
  const across = defineArticleRule({
    ...meta,
    id: 'across',
    family: 'consistency',
    messages: { m: 'm' },
    check({ article, report }) {
      for (const [index, { start, block }] of article.blocks.entries())
        report(index === 1 ? { start: start + 2, end: start + 4 } : { start, end: start + block.length }, 'm', {});
    },
  });
  const article = read(`${text}\n\n${text}\n\n${text}`, 'plaintext');
  const { findings } = check(article, defaultSettings, { rules: [across, whole] });
  const block = ['whole', 'across'];
  expect(findings.map(({ ruleId }) => ruleId)).toEqual([...block, ...block, ...block]);
  const starts = findings.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('a rule that compares blocks is held to the section of each of its findings, in whatever order it reports them', () => {
  const blocks = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? `# Heading ${i}` : `Paragraph ${i}.`));
  const article = read(blocks.join('\n\n'), 'markdown');
  const strict = resolveSettings({ sections: { headline: 'off' } }).settings;
  const orders = [(i: number) => i, (i: number) => 39 - i, (i: number) => (i * 17) % 40];
  for (const order of orders) {
    const everywhere = defineArticleRule({
      ...meta,
      id: 'everywhere',
      family: 'consistency',
      messages: { m: 'm' },
      check({ report }) {
        for (let i = 0; i < 40; i++) {
          const { start, block } = article.blocks[order(i)] as (typeof article.blocks)[number];
          report({ start: start + block.length - 1, end: start + block.length }, 'm', {});
        }
      },
    });
    const { findings } = check(article, strict, { rules: [everywhere] });
    expect(findings).toHaveLength(blocks.filter(block => block.startsWith('P')).length);
  }
});
