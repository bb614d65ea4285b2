import { expect, test } from 'vitest';
import { readBibliography } from '../../../server/core/bibliography/read-bibliography.ts';
import { applyEdits, check, citeEntry, createPlacer, type Entry, read } from '../../../server/core/index.ts';
import { readMarks } from '../../support/read-marks.ts';

const [entry] = readBibliography(
  '@book{lind2019, author = {Lind, Ann}, title = {Dams & Walls}, year = 2019, url = {https://example.org/?a&b}}',
  'bibtex',
).entries as [Entry];

/** Cites at the place of an empty mark. */
function cited(marked: string, languageId: string): string {
  const { text, spans } = readMarks(marked);
  const article = read(text, languageId);
  const { findings } = check(article);
  const edit = citeEntry(article, findings, spans[0]?.start ?? 0, entry, createPlacer(article));
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

test.each([
  ['markdown', 'We agree [@lind2019].'],
  ['latex', 'We agree \\cite{lind2019}.'],
  ['asciidoc', 'We agree cite:[lind2019].'],
  ['org', 'We agree [cite:@lind2019].'],
  ['restructuredtext', 'We agree :cite:`lind2019`.'],
  ['typst', 'We agree #cite(<lind2019>).'],
  ['html', 'We agree (<a href="https://example.org/?a&amp;b">Lind 2019</a>).'],
  ['mediawiki', 'We agree.<ref>Ann Lind (2019). Dams &amp; Walls. https://example.org/?a&b</ref>'],
  ['plaintext', 'We agree (Lind 2019).'],
])('%s: %s', (languageId, expected) => {
  expect(cited('We agree.[[]]', languageId)).toBe(expected);
});

test('a placeholder makes room for the citation', () =>
  expect(cited('The dam is [citation [[]]needed] safe.', 'markdown')).toBe('The dam is [@lind2019] safe.'));

test('inside a link nothing is cited', () =>
  expect(cited('We [ag[[]]ree](https://example.org) at last.', 'markdown')).toBe(
    'We [agree](https://example.org) [@lind2019] at last.',
  ));

test.each([
  ['[[]]Experts say that the dam is safe.', 'Experts say that the dam is safe [@lind2019].'],
  ['[[]]Studies show that the dam is safe.', 'Studies show that the dam is safe [@lind2019].'],
  ['[[]]It is widely believed that the dam is safe.', 'It is widely believed that the dam is safe [@lind2019].'],
])('whoever is not named is cited behind what they say: %s', (marked, expected) => {
  const text = cited(marked, 'markdown');
  expect(text).toBe(expected);
  expect(check(read(text, 'markdown')).findings.map(({ family }) => family)).not.toContain('attribution');
});

test.each([
  ['html', 'We agree (<cite>bare</cite>).'],
  ['mediawiki', 'We agree.<ref>bare.</ref>'],
  ['plaintext', 'We agree (bare).'],
])('%s: of a work of which nothing is known the key is given', (languageId, expected) => {
  const [bare] = readBibliography('@misc{bare}', 'bibtex').entries as [Entry];
  const text = 'We agree.';
  const article = read(text, languageId);
  expect(applyEdits(text, [citeEntry(article, [], text.length, bare, createPlacer(article))])).toBe(expected);
});
