import { expect, test } from 'vitest';
import { plainTextBlocks } from '../../../server/core/formats/plain-text.ts';

test.each([
  ['', []],
  ['  \n\n\t', []],
  [
    'One line.\nAnother line.',
    [
      ['paragraph', 'One line.'],
      ['paragraph', 'Another line.'],
    ],
  ],
  [
    'The council has kept the old bridge shut for a year, and\nnobody in the town hall has told the ferrymen why it did\nso.',
    [
      [
        'paragraph',
        'The council has kept the old bridge shut for a year, and\nnobody in the town hall has told the ferrymen why it did\nso.',
      ],
    ],
  ],
  [
    'The Bridge That Stayed Shut\n\nIt is shut.',
    [
      ['heading', 'The Bridge That Stayed Shut'],
      ['paragraph', 'It is shut.'],
    ],
  ],
  [
    'It is shut.\r\n\r\nIt stays shut.\r\n',
    [
      ['paragraph', 'It is shut.'],
      ['paragraph', 'It stays shut.'],
    ],
  ],
  [
    'Words.\n\nThe writer is a retired ferryman.',
    [
      ['paragraph', 'Words.'],
      ['boilerplate', 'The writer is a retired ferryman.'],
    ],
  ],
  [
    'Words.\n\nAnna Lind is a former ferry pilot. She writes a monthly column.',
    [
      ['paragraph', 'Words.'],
      ['boilerplate', 'Anna Lind is a former ferry pilot. She writes a monthly column.'],
    ],
  ],
  ['Disclaimer: The views are the author’s.', [['boilerplate', 'Disclaimer: The views are the author’s.']]],
  ['Photograph: Reuters', [['boilerplate', 'Photograph: Reuters']]],
  ['Photo credit: Anna Lind/Halden Post', [['boilerplate', 'Photo credit: Anna Lind/Halden Post']]],
  ['Source: https://a.example/rents.pdf', [['paragraph', 'Source: https://a.example/rents.pdf']]],
  ['Source: Ministry of Ports', [['paragraph', 'Source: Ministry of Ports']]],
  ['Originally published in The Halden Post', [['boilerplate', 'Originally published in The Halden Post']]],
])('%j', (text, expected) => {
  expect(plainTextBlocks(text).map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual(expected);
});

test('keeps placeholders and addresses as marks and not as words', () => {
  const [block] = plainTextBlocks('Rents rose [citation needed], see https://a.example/rents.');
  expect(block?.prose.text).toBe('Rents rose , see .');
  expect(block?.evidence.map(({ kind, target }) => [kind, target])).toEqual([
    ['placeholder', '[citation needed]'],
    ['link', 'https://a.example/rents'],
  ]);
});
