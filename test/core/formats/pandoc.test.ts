import { expect, test } from 'vitest';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'quarto');

test('tables that are drawn have cells', () => {
  const grid =
    '+-----+--------+\n| Toll | It    |\n|      | rose. |\n+=====+========+\n| a   | *b*    |\n+-----+--------+\n\nBoats wait.';
  expect(read(grid)).toEqual([
    'table-cell: Toll',
    'table-cell: It rose.',
    'table-cell: a',
    'table-cell: b',
    'paragraph: Boats wait.',
  ]);
  const simple =
    '  Lock   Toll\n------  -----\n  Weir      4\n   Dam      5\n\nTable: Tolls.\n\n---- ----\nc    d\n---- ----\n';
  expect(read(simple)).toEqual([
    ...['Lock', 'Toll', 'Weir', '4', 'Dam', '5'].map(cell => `table-cell: ${cell}`),
    'caption: Table: Tolls.',
    'table-cell: c',
    'table-cell: d',
  ]);
  const open =
    '-------------------\nLock   What it\n       costs\n------ ------------\nWeir   As much as\n       ever.\n\nDam    Nothing.\n-------------------\n\nBoats wait.';
  expect(read(open)).toEqual([
    ...['Lock', 'What it costs', 'Weir', 'As much as ever.', 'Dam', 'Nothing.'].map(cell => `table-cell: ${cell}`),
    'paragraph: Boats wait.',
  ]);
});

test('a rule above a paragraph opens no table, and text behind an open table is read as what it is', () => {
  expect(read('-----\nBoats  wait.\nLocks leak.\n')).toEqual(['paragraph: Boats wait. Locks leak.']);
  expect(read('-----------\nLock   Toll\n------ ----\nWeir   4\n\nBoats wait for hours.\n')).toEqual([
    ...['Lock', 'Toll', 'Weir', '4'].map(cell => `table-cell: ${cell}`),
    'paragraph: Boats wait for hours.',
  ]);
});

test('lines behind bars are one paragraph', () => {
  expect(read('| Boats wait\n|   for *hours*\n\n> | Locks\n> | leak.')).toEqual([
    'paragraph: Boats wait for hours',
    'quotation: Locks leak.',
  ]);
});

test('commands of TeX are read as in LaTeX', () => {
  const text = 'Tolls rose \\citep[p. 4]{roe2020,lind2021},\\footnote{Lock office.} \\emph{they say}.\n\\newpage';
  expect(read(text)).toEqual(['paragraph: Tolls rose , they say.']);
  expect(evidenceOf(text, 'quarto').map(mark => mark.split(' | ')[0])).toEqual([
    'citation roe2020',
    'citation lind2021',
    'footnote ',
  ]);
});

test('a numbered example is an item, and what refers to it cites nothing', () => {
  const text = 'As (@weir) says.\n\n(@weir) Tolls rose.\n(@) Boats wait.';
  expect(read(text)).toEqual(['paragraph: As () says.', 'list-item: Tolls rose.', 'list-item: Boats wait.']);
  expect(evidenceOf(text, 'quarto')).toEqual([]);
  expect(evidenceOf('As (@weir) says.', 'quarto')).toEqual(['citation weir | @weir']);
});

test('words with attributes, raised and lowered ones lose their marks, and keys may stand in braces', () => {
  const text = 'A [small]{.smallcaps} dose of H~2~O on the 4^th^ [@{https://a.example/b}].';
  expect(read(text)).toEqual(['paragraph: A small dose of H2O on the 4th .']);
  expect(evidenceOf(text, 'quarto')).toEqual(['citation https://a.example/b | [@{https://a.example/b}]']);
  expect(evidenceOf('So says @{weir.book}.', 'markdown')).toEqual(['citation weir.book | @{weir.book}']);
});
