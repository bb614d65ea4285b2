import { expect, test, vi } from 'vitest';
import { check, noticesOf, read } from '../../../server/core/index.ts';

vi.mock('../../../server/core/models/attributions.json', async importOriginal => {
  const { default: file } = await importOriginal<{ default: object }>();
  return { default: { ...file, checksum: '00000000' } };
});

test('without a usable model attributions are found by grammar, and one notice says so', () => {
  const article = read('Experts say the dam will hold.', 'plaintext');
  expect(noticesOf(article)).toEqual([
    expect.objectContaining({
      code: 'no-attribution-model',
      message: expect.stringMatching(/attributions\.json is damaged.*grammar alone.*Install/),
    }),
  ]);
  expect(article.blocks[0]?.block.attributions).toMatchObject([{ sense: 'said', sourceType: 'vague' }]);
  expect(check(article).failures).toEqual([]);
});
