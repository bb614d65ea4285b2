import { expect, test } from 'vitest';
import { check, read, resolveSettings } from '../../server/core/index.ts';
import { placeholderEdit } from '../../server/lsp/placeholder-edit.ts';

const settings = resolveSettings({ placeholderStyle: 'comment' }).settings;

/** The draft after the placeholder for whoever comes first in it was inserted. */
function filled(text: string, languageId: string): string {
  const article = read(text, languageId);
  const at = text.indexOf('Experts') + 'Experts'.length;
  const { edit } = placeholderEdit(article, { kind: 'placeholder', need: 'who', at }, settings);
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

const twoLines = 'So it is:\n\nExperts say the dam\nwill hold.\n';

test.each([
  ['markdown', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['mdx', 'Experts {/* who? */} say the dam\nwill hold.'],
  ['html', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['wikitext', 'Experts <!-- who? --> say the dam\nwill hold.'],
  ['typst', 'Experts /* who? */ say the dam\nwill hold.'],
  ['latex', 'Experts % who?\nsay the dam\nwill hold.'],
  ['asciidoc', 'Experts\n// who?\nsay the dam\nwill hold.'],
  ['restructuredtext', '.. who?\n\nExperts say the dam\nwill hold.'],
  ['org', '# who?\n\nExperts say the dam\nwill hold.'],
])('%s: a placeholder is a comment of the language, and parts no words', (id, expected) => {
  const text = filled(twoLines, id);
  expect(text).toBe(`So it is:\n\n${expected}\n`);
  const words = read(text, id).blocks.map(({ block }) => block.prose.text.replace(/\s+/g, ' '));
  expect(words).toEqual(['So it is:', 'Experts say the dam will hold.']);
});

test.each(['markdown', 'mdx', 'html', 'wikitext', 'typst', 'latex', 'asciidoc'])(
  '%s: the comment is known for a placeholder',
  id => {
    const evidence = (text: string) =>
      read(text, id).blocks.flatMap(({ block }) => block.evidence.map(({ kind, target }) => `${kind} ${target}`));
    expect(evidence(twoLines)).toEqual([]);
    expect(evidence(filled(twoLines, id))).toEqual([expect.stringMatching(/^placeholder .*who\?/)]);
    const { findings } = check(read(filled('Experts say the dam will hold.', id), id));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['open-placeholder']);
  },
);

test('plain text has no comments, so brackets are written', () => {
  expect(filled('Experts say so.', 'plaintext')).toBe('Experts [who?] say so.');
});

test('inside of something else, where no line of its own can stand, brackets are written', () => {
  expect(filled('- Experts say so.\n', 'org')).toBe('- Experts [who?] say so.\n');
});

test('line breaks of Windows are kept', () => {
  expect(filled('Experts say\r\nso.\r\n', 'asciidoc')).toBe('Experts\r\n// who?\r\nsay\r\nso.\r\n');
});

test.each([
  ['latex', 'So say Experts.', 'So say Experts. % who?'],
  ['latex', 'So say Experts', 'So say Experts % who?'],
  ['asciidoc', 'Experts * that is * say so.', 'Experts * that is * say so.\n// who?'],
])('%s: a line is broken only where a word follows: %j', (id, text, expected) => {
  expect(filled(text, id)).toBe(expected);
});
