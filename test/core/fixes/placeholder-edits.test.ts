import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  createPlacer,
  insertionOf,
  languages,
  nextNoteNumber,
  type PlaceholderNeed,
  type PlaceholderStyle,
  placeholderNeeds,
  placeholderStyles,
  read,
  writePlaceholder,
} from '../../../server/core/index.ts';

interface Options {
  readonly need?: PlaceholderNeed;
  readonly style?: PlaceholderStyle;
  readonly after?: string;
}

/** The draft after a placeholder was inserted behind the first place where some words stand in it. */
function filled(
  text: string,
  languageId: string,
  { need = 'who', style = 'comment', after = 'Experts' }: Options = {},
): string {
  const article = read(text, languageId);
  const at = text.indexOf(after) + after.length;
  const written = writePlaceholder(need, style, languageId, { date: 'May 2026', number: nextNoteNumber(text) });
  const { edits } = insertionOf(article, written, at, createPlacer(article));
  return applyEdits(text, edits);
}

const placeholders = (text: string, languageId: string) =>
  read(text, languageId).blocks.flatMap(({ block, start }) =>
    block.evidence
      .filter(({ kind }) => kind === 'placeholder')
      .map(mark => text.slice(start + mark.start, start + mark.end)),
  );

const words = (text: string, languageId: string) =>
  read(text, languageId)
    .blocks.filter(({ block }) => block.kind !== 'boilerplate')
    .map(({ block }) => block.prose.text.replace(/\s+/g, ' ').replace(/ (?=[.,])/g, ''));

const twoLines = 'So it is:\n\nExperts say the dam\nwill hold.\n';

describe.each(placeholderStyles)('in the style %s', style => {
  test.each(languages.map(({ id }) => id))('%s: every placeholder is known for one, and parts no words', id => {
    for (const need of placeholderNeeds)
      for (const after of ['Experts', 'hold.']) {
        const text = filled(twoLines, id, { need, style, after });
        expect([text, placeholders(text, id).length]).toEqual([text, 1]);
        expect([text, words(text, id)]).toEqual([text, ['So it is:', 'Experts say the dam will hold.']]);
      }
  });
});

test.each([
  ['markdown', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['mdx', 'Experts {/* who? */} say the dam\nwill hold.'],
  ['html', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['wikitext', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['typst', 'Experts /* who? */ say the dam\nwill hold.'],
  ['latex', 'Experts % who?\nsay the dam\nwill hold.'],
  ['asciidoc', 'Experts\n// who?\nsay the dam\nwill hold.'],
  ['org', 'Experts @@comment:who?@@ say the dam\nwill hold.'],
  ['restructuredtext', 'Experts [who?] say the dam\nwill hold.'],
  ['plaintext', 'Experts [who?] say the dam\nwill hold.'],
])('%s: a comment is one of the language, or brackets where none may stand in a paragraph', (id, expected) => {
  expect(filled(twoLines, id)).toBe(`So it is:\n\n${expected}\n`);
});

test.each<[PlaceholderStyle, string, string]>([
  ['bracket', 'markdown', 'Experts say so. [citation needed]\n'],
  ['tk', 'markdown', 'Experts say so. [TK: source]\n'],
  ['tk-word', 'markdown', 'Experts say so. TK\n'],
  ['footnote', 'markdown', 'Experts say so.[^todo-1]\n\n[^todo-1]: TODO: citation needed\n'],
  ['footnote', 'restructuredtext', 'Experts say so. [#todo-1]_\n\n.. [#todo-1] TODO: citation needed\n'],
  ['footnote', 'latex', 'Experts say so.\\footnote{TODO: citation needed}\n'],
  ['footnote', 'wikitext', 'Experts say so.<ref>TODO: citation needed</ref>\n'],
  ['footnote', 'html', 'Experts say so.<sup>[citation needed]</sup>\n'],
  ['footnote', 'plaintext', 'Experts say so. [citation needed]\n'],
  ['citation', 'markdown', 'Experts say so [@TODO-source].\n'],
  ['citation', 'latex', 'Experts say so \\cite{TODO-source}.\n'],
  ['citation', 'mediawiki', 'Experts say so.{{citation needed|date=May 2026}}\n'],
  ['todo', 'latex', 'Experts say so.\\todo{citation needed}\n'],
  ['todo', 'markdown', 'Experts say so. [citation needed]\n'],
  ['superscript', 'org', 'Experts say so.^{[citation needed]}\n'],
  ['template', 'wikitext', 'Experts say so.{{citation needed|date=May 2026}}\n'],
  ['template', 'mdx', 'Experts say so. [citation needed]\n'],
  ['critic', 'markdown', 'Experts say so.{>>citation needed<<}\n'],
  ['critic', 'html', 'Experts say so. <!-- citation needed -->\n'],
])('%s in %s: %j', (style, id, expected) => {
  expect(filled('Experts say so.\n', id, { need: 'source', style, after: 'so.' })).toBe(expected);
});

test.each<[string, Options, string, string]>([
  ['markdown', {}, '**Experts** say so.', '**Experts** [who?] say so.'],
  ['markdown', {}, '**Experts say** so.', '**Experts say** [who?] so.'],
  ['markdown', {}, '***Experts*** say so.', '***Experts*** [who?] say so.'],
  ['markdown', {}, '_Some **Experts** here_ say so.', '_Some **Experts** here_ [who?] say so.'],
  ['markdown', {}, '[Experts](https://a_b.example/x_y) say so.', '[Experts](https://a_b.example/x_y) [who?] say so.'],
  ['markdown', {}, '“Experts” say so.', '“Experts” [who?] say so.'],
  ['markdown', {}, 'Experts, they say, agree.', 'Experts [who?], they say, agree.'],
  [
    'markdown',
    { style: 'footnote' },
    'Experts, they say.',
    'Experts,[^todo-who-1] they say.\n\n[^todo-who-1]: TODO: who?\n',
  ],
  [
    'markdown',
    { style: 'footnote', after: 'so.' },
    '**Experts say so.**',
    '**Experts say so.**[^todo-who-1]\n\n[^todo-who-1]: TODO: who?\n',
  ],
  ['markdown', { style: 'citation', after: 'U.S.' }, 'Experts like the U.S.', 'Experts like the U.S. [@TODO-who]'],
  ['markdown', {}, 'Experts* say so.', 'Experts [who?]* say so.'],
  ['html', {}, '<p><em>Experts</em> say so.</p>', '<p><em>Experts</em> [who?] say so.</p>'],
  ['html', { after: 'so.' }, '<p><b>Experts say so.</b></p>', '<p><b>Experts say so.</b> [who?]</p>'],
  [
    'html',
    {},
    '<p><a href="/x">Some Experts here</a> say so.</p>',
    '<p><a href="/x">Some Experts here</a> [who?] say so.</p>',
  ],
  ['latex', {}, '\\textbf{Experts} say so.', '\\textbf{Experts} [who?] say so.'],
  ['latex', {}, '\\href{https://a.example}{Experts} say so.', '\\href{https://a.example}{Experts} [who?] say so.'],
  ['latex', {}, "``Experts'' say so.", "``Experts'' [who?] say so."],
  ['asciidoc', {}, '*Experts* say so.', '*Experts* [who?] say so.'],
  ['asciidoc', {}, 'https://a_b.example/x[Experts] say so.', 'https://a_b.example/x[Experts] [who?] say so.'],
  ['restructuredtext', {}, '**Experts** say so.', '**Experts** [who?] say so.'],
  ['restructuredtext', {}, '`Experts <https://a.example>`_ say so.', '`Experts <https://a.example>`_ [who?] say so.'],
  ['org', {}, '/Experts/ say so.', '/Experts/ [who?] say so.'],
  ['org', {}, '[[https://a_b.example][Experts]] say so.', '[[https://a_b.example][Experts]] [who?] say so.'],
  ['typst', {}, '*Experts* say so.', '*Experts* [who?] say so.'],
  ['typst', {}, '#link("https://a.example")[Experts] say so.', '#link("https://a.example")[Experts] [who?] say so.'],
  ['typst', {}, '#strong[Experts] say so.', '#strong[Experts] [who?] say so.'],
  ['wikitext', {}, "'''Experts''' say so.", "'''Experts''' [who?] say so."],
  ['wikitext', {}, '[[Expert|Experts]] say so.', '[[Expert|Experts]] [who?] say so.'],
  ['wikitext', {}, '[https://a.example Experts] say so.', '[https://a.example Experts] [who?] say so.'],
])('%s %j: nothing is inserted into a link, code or emphasis: %j', (id, options, text, expected) => {
  expect(filled(text, id, { style: 'bracket', ...options })).toBe(expected);
});

test('notes are numbered on, and defined behind those that are there', () => {
  const first = filled('Experts say so.\n\nCritics agree.\n', 'markdown', { style: 'footnote' });
  expect(filled(first, 'markdown', { style: 'footnote', after: 'Critics' })).toBe(
    'Experts[^todo-who-1] say so.\n\nCritics[^todo-who-2] agree.\n\n[^todo-who-1]: TODO: who?\n[^todo-who-2]: TODO: who?\n',
  );
});

test('line breaks of Windows are kept', () => {
  expect(filled('Experts say\r\nso.\r\n', 'asciidoc')).toBe('Experts\r\n// who?\r\nsay\r\nso.\r\n');
  expect(filled('Experts say\r\nso.\r\n', 'markdown', { style: 'footnote' })).toBe(
    'Experts[^todo-who-1] say\r\nso.\r\n\r\n[^todo-who-1]: TODO: who?\r\n',
  );
});

test.each([
  ['latex', 'So say Experts.', 'So say Experts. % who?'],
  ['latex', 'So say Experts', 'So say Experts % who?'],
  ['asciidoc', 'Experts * that is * say so.', 'Experts [who?] * that is * say so.'],
  ['latex', 'Experts “say” so.', 'Experts % who?\n“say” so.'],
])('%s: a line is broken only where a word follows, and brackets are written elsewhere: %j', (id, text, expected) => {
  expect(filled(text, id)).toBe(expected);
});
