import { expect, test } from 'vitest';
import { check, defaultSettings, read } from '../../../server/core/index.ts';

const claim = 'Catches in Halden fell by 40 per cent in 2015.';

const kindsOf = (text: string, languageId = 'markdown') => read(text, languageId).blocks.map(({ block }) => block.kind);
const findingsOf = (text: string, languageId = 'markdown') =>
  check(read(text, languageId), defaultSettings).findings.map(({ ruleId }) => ruleId);

test.each([
  ['markdown', `## References\n\n1. ${claim} Press.\n`],
  ['markdown', `## Works cited\n\n${claim}\n`],
  ['markdown', `## Notes\n\n- Lind: ${claim}\n`],
  ['markdown', `**Sources:**\n\n- ${claim}\n`],
  ['plaintext', `Bibliography\n\n1. ${claim}\n2. Lind, Anna, Catches 2015\n3. ${claim}\n`],
  ['html', `<h2>Further reading</h2><ol><li>${claim}</li></ol>`],
  ['latex', `\\section*{References}\n\\begin{enumerate}\n\\item ${claim}\n\\end{enumerate}\n`],
  ['wikitext', `== References ==\n* ${claim}\n`],
])('in %s nothing is asked of a list of sources: %j', (languageId, text) => {
  expect(kindsOf(text, languageId).slice(1)).toContain('boilerplate');
  expect(findingsOf(text, languageId)).toEqual([]);
});

test.each([
  ['prose under Notes', `## Notes\n\n${claim}\n`],
  ['a heading that only has such a word in it', `## The council’s notes\n\n${claim}\n`],
  ['what comes behind the next heading', `## References\n\n- Lind 2015.\n\n## What to do\n\n${claim}\n`],
  ['a paragraph behind a list that a line opens', `Sources:\n\n- Lind 2015.\n\n${claim}\n\n- ${claim}\n`],
])('%s is judged', (_, text) => {
  expect(findingsOf(text)).toContain('unsourced-figure');
});

test('a lower heading does not end the list', () => {
  expect(findingsOf(`## References\n\n### Books\n\n${claim}\n`)).toEqual([]);
});

test('what a heading makes of blocks comes and goes with it, and the blocks stay the same', () => {
  const list = `\n\n${claim}\n\n- ${claim}\n`;
  const before = read(`## What we know${list}`, 'markdown');
  const during = read(`## References${list}`, 'markdown', before);
  const after = read(`## What we know${list}`, 'markdown', during);
  expect(during).toEqual(read(`## References${list}`, 'markdown'));
  expect(during.blocks.slice(1).map(({ block }) => block.kind)).toEqual(['boilerplate', 'boilerplate']);
  expect(after.blocks.slice(1).map(({ block }) => block)).toEqual(before.blocks.slice(1).map(({ block }) => block));
  for (const [index, { block }] of after.blocks.entries())
    if (index > 0) expect(block).toBe(before.blocks[index]?.block);
});
