import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  check,
  createPlacer,
  fillAll,
  fixesFor,
  languages,
  openPlaceholders,
  read,
  resolveSettings,
  type Settings,
} from '../../../server/core/index.ts';

const today = { year: 2026, month: 5, day: 12 };

function resolved(templates: Readonly<Record<string, unknown>>): Settings {
  const { settings, problems } = resolveSettings({ placeholderTemplates: templates });
  expect(problems).toEqual([]);
  return settings;
}

/** The draft after all placeholders are inserted. */
function filled(text: string, languageId: string, settings: Settings): string {
  const article = read(text, languageId);
  const { findings } = check(article, settings, { today });
  expect(findings).not.toEqual([]);
  return applyEdits(text, fillAll({ article, settings, today, placer: createPlacer(article) }, findings).edits);
}

const marksIn = (text: string, languageId: string): string[] =>
  openPlaceholders(read(text, languageId)).map(({ start, end }) => text.slice(start, end));

test('variables become the claim, what is missing, the month and a number', () => {
  const settings = resolved({ '*': '[TK: ${kind}, ${date}, no. ${n}: ${claim}]' });
  const text = 'Critics say the dam will hold.\n';
  expect(filled(text, 'markdown', settings)).toBe(
    'Critics [TK: who?, May 2026, no. 1: Critics say the dam will hold] say the dam will hold.\n',
  );
});

test('a template for one need wins over the one for all, and is the preferred fix', () => {
  const settings = resolved({ '*': '[TK: ${kind}]', who: '<!-- who? -->' });
  const article = read('Critics say the dam will hold.\n', 'markdown');
  const [finding] = check(article, settings, { today }).findings;
  const fixes = finding && fixesFor({ article, settings, today, placer: createPlacer(article) }, finding, false);
  expect(fixes?.[0]?.title).toBe('Insert <!-- who? -->');
});

test('numbers go on from those that the draft has', () => {
  const settings = resolved({ '*': '[TK: ${n}]' });
  const text = 'It was late [TK: 7].\n\nCritics say the dam will hold.\n\nObservers say it will not.\n';
  expect(marksIn(filled(text, 'markdown', settings), 'markdown')).toEqual(['[TK: 7]', '[TK: 8]', '[TK: 9]']);
});

describe.each(languages.map(({ id }) => id))('in %s', languageId => {
  test.each([
    '[who?: ${claim}]',
    '[TK: ${kind} ${n}]',
    '{{who?|date=${date}}}',
    '{>>${kind}: ${claim}<<}',
    '<!-- ${kind}: ${claim} -->',
    '<sup>[${kind}]</sup>',
    '\\todo{${kind}: ${claim}}',
    '\\footnote{TODO: ${claim}}',
    '#footnote[TODO: ${claim}]',
    'footnote:[TODO: ${claim}]',
    '[fn:: TODO: ${claim}]',
    '<ref>TODO: ${claim}</ref>',
    '{/* ${kind}: ${claim} */}',
    '@@comment:${kind}: ${claim}@@',
    '[@TODO-${n}]',
  ])('%s is known again, or the style is used', template => {
    const settings = resolved({ '*': template });
    const text = `Critics say the dam, at 40${languageId === 'latex' || languageId === 'tex' ? '\\' : ''}% of its height, "will hold" and that nobody (but them) has to worry about it.\n`;
    const after = filled(text, languageId, settings);
    const [mark = '', ...others] = marksIn(after, languageId);
    expect(others).toEqual([]);
    expect(mark).not.toBe('');
    const ids = (draft: string) =>
      check(read(draft, languageId), settings, { today }).findings.map(({ ruleId }) => ruleId);
    const before = new Set([...ids(text), 'open-placeholder']);
    expect(ids(after).filter(id => !before.has(id))).toEqual([]);
    // Where the language does not know the template again, the style stands there: in brackets.
    const isOwn = settings.placeholderTemplates['*']?.languages.has(languageId) === true;
    expect(mark === '[who?]').toBe(!isOwn);
  });
});

test.each([
  [{ who: '[who?: ${claims}]' }, 'has the unknown variable “${claims}”; known are ${claim}, ${kind}, ${date}, ${n}'],
  [{ who: '[who?: ${claim]' }, 'has the unknown variable “${claim]”'],
  [{ who: '[who?' }, 'opens or closes “[” without its other half'],
  [{ who: '<!-- who?' }, 'opens or closes “<!--” without its other half'],
  [{ who: '\\todo{[who?}]' }, 'opens or closes “[” without its other half'],
  [{ who: '[who?:\n${claim}]' }, 'has a line break'],
  [{ who: ' [who?]' }, 'starts or ends with a space'],
  [{ who: '' }, 'is empty'],
  [{ who: 7 }, 'must be a text, not 7'],
  [{ who: `[who?: ${'x'.repeat(200)}]` }, 'has 208 characters'],
  [{ who: '[^todo-${n}]' }, 'leads to a note that nothing defines'],
  [{ who: '[see ${claim}]' }, 'would not be known again as a placeholder in any language'],
  [{ who: '[who?] [TK]' }, 'would not be known again as a placeholder in any language'],
  [{ who: '% who?: ${claim}' }, 'would not be known again as a placeholder in any language'],
])('%j is refused with the reason', (templates, reason) => {
  const { settings, problems } = resolveSettings({ placeholderTemplates: templates });
  expect(settings.placeholderTemplates).toEqual({});
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`“sayswho.placeholderTemplates.who” ${reason}`);
  expect(problems[0]).toMatch(/; the style is used\.$/);
});

test('what no placeholder asks for is named', () => {
  expect(resolveSettings({ placeholderTemplates: { why: '[why?]' } }).problems).toEqual([
    '“why” in “sayswho.placeholderTemplates” is nothing that a placeholder asks for; known are source, who, by-whom, which, when, how-many, quote, page, *.',
  ]);
});
