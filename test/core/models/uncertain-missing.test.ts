import { expect, test, vi } from 'vitest';
import { check, noticesOf, read } from '../../../server/core/index.ts';

vi.mock('../../../server/core/models/uncertain.json', async importOriginal => {
  const { default: file } = await importOriginal<{ default: { models: Record<string, object> } }>();
  return { default: { ...file, models: { ...file.models, cue: { ...file.models['cue'], checksum: '00000000' } } } };
});

test('without usable weights no sentence is uncertain, one notice says why, and the rules run', () => {
  const article = read('Some experts say the dam may hold.', 'plaintext');
  expect(noticesOf(article)).toEqual([
    {
      code: 'no-uncertainty',
      severity: 'information',
      message: expect.stringMatching(/uncertain\.json is damaged.*“cue”.*Install/),
      start: 0,
      end: article.text.length,
    },
  ]);
  expect(article.blocks.flatMap(({ block }) => block.uncertain)).toEqual([0]);
  expect(check(article).failures).toEqual([]);
  expect(check(article).findings.map(({ ruleId }) => ruleId)).toContain('vague-source');
});
