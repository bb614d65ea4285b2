import { expect, test } from 'vitest';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'asciidoc');

test('a line of attributes starts a block, and a placeholder on a line of its own does not', () => {
  const text =
    'Tolls rose\n[citation needed]\nin May.\n[.lead]\nBoats wait.\n[WARNING]\n.Mind\nLocks leak.\n\n[[gates]]\n.Gates\nThey jam.';
  expect(read(text)).toEqual([
    'paragraph: Tolls rose in May.',
    'paragraph: Boats wait.',
    'caption: Mind',
    'paragraph: Locks leak.',
    'caption: Gates',
    'paragraph: They jam.',
  ]);
});

test('cells may span rows, and values may be parted by commas', () => {
  expect(read('|===\n|a |b\n.2+|c |d\n|===\n')).toEqual(['a', 'b', 'c', 'd'].map(cell => `table-cell: ${cell}`));
  const values = ['Weir', 'Tolls, fees', '4', '5'].map(cell => `table-cell: ${cell}`);
  expect(read('[format=csv]\n|===\nWeir,"Tolls, fees"\n4,5\n|===\n')).toEqual(values);
  expect(read(',===\nWeir,"Tolls, fees"\n4,5\n,===\n')).toEqual(values);
});

test('what is passed through loses its marks, what was struck its words', () => {
  const text =
    'A +toll+ of $$4$$ crowns, [line-through]#not five#, [underline]#all# in C++ or a + b at <https://a.example/t>.';
  expect(read(text)).toEqual(['paragraph: A toll of 4 crowns, , all in C++ or a + b at .']);
  expect(evidenceOf(text, 'asciidoc')).toEqual(['link https://a.example/t | <https://a.example/t>']);
});

test('an attribute in front of brackets is the address of a link, and a paragraph with its speaker below is a quotation', () => {
  const text =
    'Tolls rose ({url-report}/tolls[a report], {empty}[sic]).\n\n"Boats wait\nfor hours."\n-- Ida Holm\n\n"Boats" wait.';
  expect(read(text)).toEqual([
    'paragraph: Tolls rose (a report, [sic]).',
    'quotation: "Boats wait for hours."',
    'paragraph: "Boats" wait.',
  ]);
  expect(evidenceOf(text, 'asciidoc')).toEqual(['link {url-report}/tolls | {url-report}/tolls[a report]']);
});
