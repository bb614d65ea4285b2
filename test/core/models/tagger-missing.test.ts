import { expect, test, vi } from 'vitest';
import { check, read } from '../../../server/core/index.ts';

vi.mock('../../../server/core/models/tagger.json', async importOriginal => {
  const { default: file } = await importOriginal<{ default: object }>();
  return { default: { ...file, checksum: '00000000' } };
});

test('without usable weights a draft is read and checked all the same, and the article says why there are no tags', () => {
  const article = read('Experts say the dam will hold.', 'plaintext');
  expect(article.notices).toEqual([
    { kind: 'tagger', message: expect.stringMatching(/tagger\.json is damaged.*without parts of speech.*Install/) },
  ]);
  expect(new Set(article.blocks.flatMap(({ block }) => block.tokens.map(({ pos }) => pos)))).toEqual(new Set(['x']));
  expect(check(article).failures).toEqual([]);
  expect(read('', 'plaintext').notices).toEqual([]);
});
