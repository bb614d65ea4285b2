import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';

/** What each attribution of a text is about, its parts one below the other. */
const contents = (text: string) =>
  read(text, 'plaintext').blocks.flatMap(({ start, block }) =>
    block.attributions.map(({ content }) => content.map(part => text.slice(start + part.start, start + part.end))),
  );

test('a quotation is whole, however many sentences it runs over', () => {
  const quotation = '“The dam will hold. It held in May. It will hold when the snow melts.”';
  expect(contents(`Ms Lind said, ${quotation}`)).toEqual([[quotation]]);
});

test('who was quoted goes on being quoted', () => {
  const found = contents('“The dam will hold,” said Ms Lind. “It held in May, when the snow melted.” The river fell.');
  expect(found.flat()).toEqual(['“The dam will hold,”', '“It held in May, when the snow melted.”']);
});

test('a sentence of the writer between leaves the next quotation to nobody', () => {
  const found = contents('“The dam will hold,” said Ms Lind. The “old wall of the upper dam” gave way that night.');
  expect(found.flat()).not.toContain('“old wall of the upper dam”');
});
