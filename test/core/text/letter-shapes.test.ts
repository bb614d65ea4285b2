import { expect, test } from 'vitest';
import { isMisshapen } from '../../../server/core/text/letter-shapes.ts';

test.each(['thc', 'bcen', 'rnore', 'wcre', 'havc', 'rnight', 'passcd', 'nnder'])('no word looks like %s', word =>
  expect(isMisshapen(word)).toBe(true),
);

test.each([
  'the',
  'been',
  'psalm',
  'rhythms',
  'schwa',
  'tsunami',
  'czar',
  'gnaws',
  'llama',
  'etc',
  'eighth',
  'ebbs',
  'paradigm',
  'waltz',
  'solemn',
  'hymn',
])('some word looks like %s', word => expect(isMisshapen(word)).toBe(false));
