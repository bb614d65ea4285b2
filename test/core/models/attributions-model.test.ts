import { describe, expect, test } from 'vitest';
import { type SpanFile, unpackSpans } from '../../../server/core/attribution/span-tagger.ts';
import file from '../../../server/core/models/attributions.json';

const problem = (changes: Partial<SpanFile>) => unpackSpans({ ...file, ...changes }, 'attributions.json');

test('the weights that ship are whole', () => {
  expect(problem({})).toMatchObject({ transitions: expect.any(Int32Array) });
});

describe('a file that cannot be used is named, with what is wrong', () => {
  test.each<[string, Partial<SpanFile>, RegExp]>([
    ['cut short', { data: file.data.slice(0, 4000) }, /^attributions\.json is damaged: its checksum is/],
    ['counts that do not fit', { pairs: file.pairs + 1 }, /^attributions\.json is damaged: its parts do not fit/],
    [
      'too few transitions',
      { transitions: file.transitions.slice(1) },
      /^attributions\.json is damaged: its parts do not fit/,
    ],
    ['features of another version', { features: 99 }, /^attributions\.json is of version \d+\.99, but this program/],
    ['another layout', { format: 0 }, /^attributions\.json is of version 0\./],
  ])('%s', (_, changes, message) => {
    expect(problem(changes)).toMatch(message);
  });
});
