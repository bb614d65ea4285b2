import { expect, test, vi } from 'vitest';
import { check, noticesOf, read } from '../../../server/core/index.ts';

vi.mock('../../../server/core/models/claims.json', async importOriginal => {
  const { default: file } = await importOriginal<{ default: { models: { own: object } } }>();
  return { default: { ...file, models: { ...file.models, own: { ...file.models.own, checksum: '00000000' } } } };
});

test('without usable models there are no claims, the other rules run, and one notice says so', () => {
  const article = read('Experts say the dam will hold. Rents rose by 40 per cent in 2019.', 'plaintext');
  expect(noticesOf(article)).toEqual([
    {
      code: 'no-claims',
      severity: 'information',
      message: expect.stringMatching(/claims\.json is damaged.*model “own”.*No claims were read.*Install/),
      start: 0,
      end: article.text.length,
    },
  ]);
  expect(article.blocks.flatMap(({ block }) => block.claims)).toEqual([]);
  const { findings, failures } = check(article);
  expect(failures).toEqual([]);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['vague-source']);
});
