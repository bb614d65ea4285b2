import { expect, test } from 'vitest';
import { quotedAcross } from '../../../server/core/attribution/quoted-across.ts';
import { read } from '../../../server/core/index.ts';

/** What goes on behind the blocks, as text. */
const across = (...paragraphs: string[]) => {
  const text = paragraphs.join('\n\n');
  return [...quotedAcross(read(text, 'plaintext'))].map(([block, content]) => [
    block,
    ...content.map(({ start, end }) => text.slice(start, end)),
  ]);
};

test('paragraphs that are quoted belong to who spoke before them', () => {
  expect(
    across(
      'The minister was blunt. “The dam will hold,” she said.',
      '“It held in May, when the snow melted.',
      '“It will hold again, and I shall stand on it.”',
      'The river fell.',
      '“Nobody says who says this line.”',
    ),
  ).toEqual([[0, '“It held in May, when the snow melted.', '“It will hold again, and I shall stand on it.”']]);
});

test('a paragraph that credits somebody with its quotation is that speaker’s', () => {
  expect(across('Ms Lind said the dam would hold.', '“It will not hold another winter,” said Mr Berg.')).toEqual([]);
});

test('a quotation with nobody before it stays with nobody', () => {
  expect(across('The river fell.', '“It held in May, when the snow melted.”')).toEqual([]);
});
