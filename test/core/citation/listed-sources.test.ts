import { expect, test } from 'vitest';
import { linksOf } from '../../../server/core/citation/links.ts';
import { check, defaultSettings, read } from '../../../server/core/index.ts';

const body = 'Rents in Halden have doubled since 2010 [1]. Wages fell by 3 per cent in 2019 [2].';
const lind = 'Lind, A., Rents in Halden, 2020.';
const page = 'https://example.org/wages';

/** What the marks of a draft come to, in order. */
const resolved = (text: string, languageId: string) =>
  [...linksOf(read(text, languageId)).resolved.values()]
    .flat()
    .map(mark => (mark?.missing ? 'missing' : mark?.strength));

test.each([
  ['markdown', `## References\n\n1. ${lind}\n2. ${page}\n`],
  ['markdown', `## Notes and References\n\n1. ${lind}\n1. ${page}\n`],
  ['plaintext', `References\n\n1. ${lind}\n2. ${page}\n`],
  ['plaintext', `Notes:\n1) ${lind}\n2) ${page}\n`],
  ['html', `<h2>References</h2><ol><li>${lind}</li><li><a href="${page}">Wages</a></li></ol>`],
  ['latex', `\\section*{References}\n\\begin{enumerate}\n\\item ${lind}\n\\item \\url{${page}}\n\\end{enumerate}\n`],
  ['restructuredtext', `References\n==========\n\n#. ${lind}\n#. ${page}\n`],
  ['asciidoc', `== References\n\n. ${lind}\n. ${page}\n`],
  ['org', `* Sources\n1. ${lind}\n2. ${page}\n`],
])('in %s a number finds its source in a numbered list', (languageId, list) => {
  const text = `${body}\n\n${list}`;
  expect(resolved(text, languageId)).toEqual(['cited', 'cited']);
  expect(check(read(text, languageId), defaultSettings).findings).toEqual([]);
});

test('a number beyond the list, a list under another heading and one with bullets explain nothing', () => {
  expect(resolved(`${body}\n\n## References\n\n1. ${lind}\n`, 'markdown')).toEqual(['cited', 'missing']);
  expect(resolved(`${body}\n\n## What to do\n\n1. ${lind}\n2. ${page}\n`, 'markdown')).toEqual(['missing', 'missing']);
  expect(resolved(`${body}\n\n## References\n\n- ${lind}\n- ${page}\n`, 'markdown')).toEqual(['missing', 'missing']);
});

test('the list ends at the next heading', () => {
  const text = `${body}\n\n## References\n\n1. ${lind}\n\n## More\n\n2. ${page}\n`;
  expect(resolved(text, 'markdown')).toEqual(['cited', 'missing']);
});

test('a source that is still to be written is a placeholder, and its note is said to be open', () => {
  const text = `${body}\n\n## References\n\n1. TODO\n2. ${page}\n`;
  expect(resolved(text, 'markdown')).toEqual(['placeholder', 'cited']);
  const [first] = check(read(text, 'markdown'), defaultSettings).findings;
  expect(first).toMatchObject({ ruleId: 'unresolved-reference', messageId: 'empty' });
  expect(first?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['1. TODO']);
});
