import { expect, test } from 'vitest';
import { keyBeingTyped } from '../../../server/core/bibliography/typing.ts';

test.each([
  ['markdown', 'See [@', ''],
  ['markdown', 'See [see @smith; -@jon', 'jon'],
  ['quarto', 'As @{smi', 'smi'],
  ['markdown', 'mail a@b', undefined],
  ['markdown', 'see https://x.example/@smi', undefined],
  ['plaintext', 'See [@', undefined],
  ['latex', 'See \\cite[p.~3]{smith, jo', 'jo'],
  ['latex', 'See \\textcites{', ''],
  ['latex', 'See \\emph{jo', undefined],
  ['asciidoc', 'See cite:[smith,jo', 'jo'],
  ['asciidoc', 'See cite:[smith(3', undefined],
  ['restructuredtext', 'See :cite:p:`smith,jo', 'jo'],
  ['org', 'See [cite/t:see @jo', 'jo'],
  ['org', 'See cite:smith,jo', 'jo'],
  ['typst', 'See @jo', 'jo'],
  ['typst', 'See #cite(<jo', 'jo'],
  ['typst', 'mail a@jo', undefined],
  ['html', 'See [@', undefined],
])('%s: %s', (languageId, text, typed) => {
  const found = keyBeingTyped(text, text.length, languageId);
  expect(found && text.slice(found.start, found.end)).toBe(typed);
});

test('looks no further back than it has to', () => {
  const text = `\\cite{${'a,'.repeat(50_000)}`;
  expect(keyBeingTyped(text, text.length, 'latex')).toBeUndefined();
});
