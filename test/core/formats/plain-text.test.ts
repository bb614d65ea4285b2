import { expect, test } from 'vitest';
import { plainTextBlocks } from '../../../server/core/formats/plain-text.ts';

test.each([
  ['', []],
  ['  \n\n\t', []],
  ['One line.\nAnother line.', ['paragraph: One line.', 'paragraph: Another line.']],
  [
    'The council has kept the old bridge shut for a year, and\nnobody in the town hall has told the ferrymen why it did\nso.',
    [
      'paragraph: The council has kept the old bridge shut for a year, and\nnobody in the town hall has told the ferrymen why it did\nso.',
    ],
  ],
  [
    'Year    Toll\n2019    Four crowns\n2020\tNone\n\nIt is shut.  It was shut.\nNobody knows.  Nobody asked.\n\nOne  gap\nand none.',
    [
      ...['Year', 'Toll', '2019', 'Four crowns', '2020', 'None'].map(cell => `table-cell: ${cell}`),
      'paragraph: It is shut.  It was shut.',
      'paragraph: Nobody knows.  Nobody asked.',
      'paragraph: One  gap\nand none.',
    ],
  ],
  ['The Bridge That Stayed Shut\n\nIt is shut.', ['heading: The Bridge That Stayed Shut', 'paragraph: It is shut.']],
  ['It is shut.\r\n\r\nIt stays shut.\r\n', ['paragraph: It is shut.', 'paragraph: It stays shut.']],
  [
    'Words.\n\nThe writer is a retired ferryman.',
    ['paragraph: Words.', 'boilerplate: The writer is a retired ferryman.'],
  ],
  [
    'Words.\n\nAnna Lind is a former ferry pilot. She writes a monthly column.',
    ['paragraph: Words.', 'boilerplate: Anna Lind is a former ferry pilot. She writes a monthly column.'],
  ],
  ['Disclaimer: The views are the author’s.', ['boilerplate: Disclaimer: The views are the author’s.']],
  [
    'Catches fell by 40 per cent\nsince 2015, the ministry\nsays.\nRents rose.',
    ['paragraph: Catches fell by 40 per cent\nsince 2015, the ministry\nsays.', 'paragraph: Rents rose.'],
  ],
  [
    'The Dam\n=======\nby Anna Lind\n\n* * *\n\nIt rained.\n-----\nIt snowed.',
    ['heading: The Dam', 'boilerplate: by Anna Lind', 'paragraph: It rained.', 'paragraph: It snowed.'],
  ],
  [
    'Anna wrote:\n> We lost it\n> in 2015.\n>\n>> All?\nI agree.',
    ['paragraph: Anna wrote:', 'quotation: > We lost it\n> in 2015.', 'quotation: >> All?', 'paragraph: I agree.'],
  ],
  ['Photograph: Reuters', ['boilerplate: Photograph: Reuters']],
  ['Photo credit: Anna Lind/Halden Post', ['boilerplate: Photo credit: Anna Lind/Halden Post']],
  ['Source: https://a.example/rents.pdf', ['paragraph: Source: https://a.example/rents.pdf']],
  ['Source: Ministry of Ports', ['paragraph: Source: Ministry of Ports']],
  ['Originally published in The Halden Post', ['boilerplate: Originally published in The Halden Post']],
])('%j', (text, expected) => {
  expect(plainTextBlocks(text).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)).toEqual(
    expected,
  );
});

test('keeps placeholders and addresses as marks and not as words', () => {
  const [block] = plainTextBlocks('Rents rose [citation needed], see https://a.example/rents.');
  expect(block?.prose.text).toBe('Rents rose , see .');
  expect(block?.evidence.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
    'placeholder [citation needed]',
    'link https://a.example/rents',
  ]);
});

test('the angles of mail are no words', () => {
  expect(plainTextBlocks('> We lost it\n> > all.')[0]?.prose.text).toBe('We lost it\nall.');
});

test('daggers and numbers that lost their raising behind a quotation are marks', () => {
  const [block, note] = plainTextBlocks(
    'Rents rose.† “They fell.”1 And it cost 4.1 crowns, “no. 1” or 5.\n\n† Ministry of Ports.',
  );
  expect(block?.prose.text).toBe('Rents rose. “They fell.” And it cost 4.1 crowns, “no. 1” or 5.');
  expect(block?.evidence.map(({ kind, target }) => `${kind} ${target}`)).toEqual(['footnote †', 'footnote 1']);
  expect(note?.defines).toMatchObject([{ kind: 'footnote', label: '†' }]);
});

test('items are opened by small Roman numbers and, in front of a tab, by dashes', () => {
  const kinds = (text: string) => plainTextBlocks(text).map(({ kind, prose }) => `${kind}: ${prose.text}`);
  expect(kinds('i) Open the lock.\nii) Shut the lock.\n(iii) Go home.')).toEqual([
    'list-item: Open the lock.',
    'list-item: Shut the lock.',
    'list-item: Go home.',
  ]);
  expect(kinds('–\tOpen the lock.\n–\tShut the lock.')).toEqual([
    'list-item: Open the lock.',
    'list-item: Shut the lock.',
  ]);
  expect(kinds('— Open the lock, said the keeper.')).toEqual(['paragraph: — Open the lock, said the keeper.']);
});
