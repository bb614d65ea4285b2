import { describe, expect, test } from 'vitest';
import file from '../../../server/core/models/tagger.json';
import { type TaggerFile, unpackTagger } from '../../../server/core/models/tagger-model.ts';

const problem = (changes: Partial<TaggerFile>) => unpackTagger({ ...file, ...changes }, 'tagger.json');

test('the weights that ship are whole', () => {
  expect(problem({})).toMatchObject({ records: expect.any(Uint8Array) });
});

describe('a file that cannot be used is named, with what is wrong', () => {
  const { data } = file;
  const other = (character: string) => (character === 'A' ? 'B' : 'A');
  test.each<[string, Partial<TaggerFile>, RegExp]>([
    [
      'one character changed',
      { data: other(data[0] ?? '') + data.slice(1) },
      /^tagger\.json is damaged: its checksum is/,
    ],
    ['cut short', { data: data.slice(0, 4000) }, /^tagger\.json is damaged: its checksum is/],
    ['a character that base64 has not', { data: `é${data.slice(1)}` }, /^tagger\.json is damaged/],
    ['empty', { data: '' }, /^tagger\.json is damaged/],
    ['counts that do not fit', { rows: file.rows - 1 }, /^tagger\.json is damaged: its parts do not fit/],
    ['features of another version', { features: 99 }, /^tagger\.json is of version \d+\.99, but this program reads/],
    ['another layout', { format: 0 }, /^tagger\.json is of version 0\./],
  ])('%s', (_, changes, message) => {
    expect(problem(changes)).toMatch(message);
  });
});
