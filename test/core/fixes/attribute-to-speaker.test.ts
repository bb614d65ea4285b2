import { expect, test } from 'vitest';
import { applyEdits, check, createPlacer, defaultSettings, fixesFor, read } from '../../../server/core/index.ts';

const today = { year: 2026, month: 5, day: 12 };

/** What is offered for the last finding of a draft: the titles of changes of words, and the text with the first that credits somebody by name. */
function offered(text: string, languageId = 'markdown') {
  const article = read(text, languageId);
  const finding = check(article, defaultSettings, { today }).findings.at(-1);
  if (!finding) throw new Error('Nothing was found.');
  const fixes = fixesFor({ article, settings: defaultSettings, today, placer: createPlacer(article) }, finding);
  const named = fixes.find(({ title }) => /^Attribute to [^…]/.test(title));
  return { kinds: fixes.map(({ kind }) => kind), title: named?.title, text: named && applyEdits(text, named.edits) };
}

test.each([
  [
    'Jane Roe, the harbour master, says that rents rose in March. The city closed four schools in 2019.',
    'Attribute to Jane Roe',
    'Jane Roe, the harbour master, says that rents rose in March. The city closed four schools in 2019, according to Jane Roe.',
  ],
  [
    'The Harbour Council said that the dam is safe.\n\nRents have doubled since 2010.',
    'Attribute to the Harbour Council',
    'The Harbour Council said that the dam is safe.\n\nRents have doubled since 2010, according to the Harbour Council.',
  ],
])('whoever was credited last can be credited: %s', (text, title, changed) => {
  expect(offered(text)).toMatchObject({ title, text: changed });
});

test.each([
  'She says that rents rose in March. The city closed four schools in 2019.',
  'Many people say that rents rose in March. The city closed four schools in 2019.',
  'Jane Roe says that rents rose.\n\n# Schools\n\nThe city closed four schools in 2019.',
  'The city closed four schools in 2019. Jane Roe says that rents rose in March.',
  'Jane Roe says that rents rose.\n\nThe mayor went home.\n\nThe city closed four schools in 2019.',
])('nobody is put forward whom the reader has not in mind: %s', text => {
  expect(offered(text).title).toBeUndefined();
});

test('what was counted or happened is never made an opinion', () => {
  expect(offered('Rents have doubled since 2010.').kinds).not.toContain('opinion');
  expect(offered('The general wanted to humiliate his rivals before the election of 1962.').kinds).not.toContain(
    'opinion',
  );
  expect(offered('The general wanted to humiliate his rivals before the election.').kinds).toContain('opinion');
});
