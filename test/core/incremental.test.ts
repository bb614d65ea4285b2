import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Article, check, formatOfFile, languages, read } from '../../server/core/index.ts';
import { versionsOf } from '../support/random-edits.ts';

const folder = join(import.meta.dirname, 'formats/drafts');
const drafts = readdirSync(folder)
  .filter(name => !name.endsWith('.blocks.txt'))
  .map(name => ({
    language: formatOfFile(name.replace(/\.draft$/, '')),
    draft: readFileSync(join(folder, name), 'utf8'),
  }));
const markdown = drafts.find(({ language }) => language.id === 'markdown')?.draft ?? '';
const plain = markdown.replace(/[*_`[\]|>#-]/g, '');

const cases: readonly (readonly [languageId: string, draft: string, edits: number])[] = [
  ...drafts.map(({ language, draft }) => [language.id, draft, language.id === 'markdown' ? 1000 : 300] as const),
  ['plaintext', plain, 1000],
];

test.each(cases)('%s: a draft edited at random is read as if from scratch', (languageId, draft, edits) => {
  let article: Article | undefined;
  let count = 0;
  for (const text of versionsOf(draft, 20261123)) {
    const before = article;
    article = read(text, languageId, before);
    const fresh = read(text, languageId);
    if (!isDeepStrictEqual(article, fresh)) expect(article, `after ${JSON.stringify(before?.text)}`).toEqual(fresh);
    if (count % 5 === 0) expect(check(article)).toEqual(check(fresh));
    if (++count > edits) break;
  }
});

describe('one typed character', () => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, i) => `Paragraph ${i} says that the dam will hold for ${i} years.`,
  );
  const withParts = paragraphs.map((words, i) => (i % 10 === 0 ? `## ${words}` : i % 7 === 0 ? `- ${words}` : words));
  const known = (article: Article) => new Set(article.blocks.map(({ block }) => block));

  const asMarkup: Readonly<Record<string, string>> = {
    html: paragraphs.map((words, i) => (i % 10 === 0 ? `<h2>${words}</h2>` : `<p>${words}</p>`)).join('\n'),
    latex: `\\documentclass{article}\n\\begin{document}\n\n${paragraphs.join('\n\n')}\n\n\\end{document}\n`,
  };

  test.each(languages)('$id: reads one block again, wherever it is', ({ id }) => {
    const text = asMarkup[id] ?? withParts.join('\n\n');
    const before = read(text, id);
    for (const place of ['Paragraph 0 ', 'Paragraph 123 ', 'Paragraph 280 ', 'Paragraph 399 ']) {
      const at = text.indexOf(place) + place.length;
      const after = read(`${text.slice(0, at)}x${text.slice(at)}`, id, before);
      const old = known(before);
      expect(after.blocks.filter(({ block }) => !old.has(block))).toHaveLength(1);
      expect(after.blocks).toHaveLength(before.blocks.length);
    }
  });
});
