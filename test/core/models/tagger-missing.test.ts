import { expect, test, vi } from 'vitest';
import { check, noticesOf, read } from '../../../server/core/index.ts';

vi.mock('../../../server/core/models/tagger.json', async importOriginal => {
  const { default: file } = await importOriginal<{ default: object }>();
  return { default: { ...file, checksum: '00000000' } };
});

test('without usable weights a draft is read and checked all the same, and one notice says why there are no tags', () => {
  const article = read('Experts say the dam will hold.', 'plaintext');
  expect(noticesOf(article)).toEqual([
    {
      code: 'no-tags',
      severity: 'information',
      message: expect.stringMatching(/tagger\.json is damaged.*without parts of speech.*Install/),
      start: 0,
      end: article.text.length,
    },
  ]);
  expect(new Set(article.blocks.flatMap(({ block }) => block.tokens.map(({ pos }) => pos)))).toEqual(new Set(['x']));
  expect(check(article).failures).toEqual([]);
  expect(noticesOf(read('', 'plaintext'))).toEqual([]);
});
