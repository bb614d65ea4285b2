import { expect, test } from 'vitest';
import { claimsOf, read } from '../../server/core/index.ts';
import { claimText, shortened } from '../../server/lsp/wording.ts';

test.each([
  ['short', 10, 'short'],
  ['  two\n\tlines ', 10, 'two lines'],
  ['exactly so', 10, 'exactly so'],
  ['early cut of words', 10, 'early cut…'],
  ['an overlong one', 10, 'an overlo…'],
  ['cut after the word', 13, 'cut after…'],
  ['uninterrupted', 10, 'uninterru…'],
  ['12345678📰0', 10, '12345678…'],
])('%j in %i characters', (text, longest, expected) => {
  expect(shortened(text, longest)).toBe(expected);
});

test('a claim’s words come without markup', () => {
  const article = read('> The city\n> built [1,200 homes](https://x.example) in &ldquo;2019&rdquo;.\n', 'markdown');
  expect(claimsOf(article).map(claim => claimText(article, claim))).toEqual(['The city built 1,200 homes in “2019”.']);
});
