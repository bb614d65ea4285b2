import { expect, test } from 'vitest';
import { formatOf } from '../../../server/core/index.ts';
import { blocksOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'restructuredtext');

test('the body of a directive is read unless it is known to hold no words', () => {
  const text =
    '.. only:: html and draft\n\n   Tolls rose.\n\n.. dropdown:: More of it\n   :open:\n\n   Boats wait.\n\n   Locks leak.\n\n.. remark:: The gates jam.\n\n.. youtube:: dQw4w9\n\n.. code-block:: python\n\n   print(1)\n\n.. py:function:: rise(by)\n\n   Raises it.\n';
  expect(read(text)).toEqual([
    'paragraph: Tolls rose.',
    'heading: More of it',
    'paragraph: Boats wait.',
    'paragraph: Locks leak.',
    'paragraph: The gates jam.',
  ]);
});

test('a table of values that commas part has cells', () => {
  const text =
    '.. csv-table:: The tolls\n   :header: "Year", "Toll"\n\n   "Ida Holm, chair", 40\n   2019,"4 crowns"\n\nBoats wait.\n';
  expect(read(text)).toEqual([
    'caption: The tolls',
    'table-cell: Ida Holm, chair',
    'table-cell: 40',
    'table-cell: 2019',
    'table-cell: 4 crowns',
    'paragraph: Boats wait.',
  ]);
});

test('a cell goes on in the next line of its row', () => {
  const grid =
    '+------+--------+\n| Lock | Tolls  |\n|      | rose.  |\n+======+========+\n| Weir | It     |\n+------+--------+\n';
  expect(read(grid)).toEqual(['table-cell: Lock', 'table-cell: Tolls rose.', 'table-cell: Weir', 'table-cell: It']);
  const simple = '=====  =====\nLock   Toll\n=====  =====\nWeir   Tolls\n       rose.\nDam    Fell.\n=====  =====\n';
  expect(read(simple)).toEqual([
    'table-cell: Lock',
    'table-cell: Toll',
    'table-cell: Weir',
    'table-cell: Tolls rose.',
    'table-cell: Dam',
    'table-cell: Fell.',
  ]);
});

test('the second paragraph of a note goes on with it', () => {
  const blocks = formatOf('restructuredtext').blocks('Tolls rose [1]_.\n\n.. [1] Lock office.\n\n   Report of 2019.\n');
  expect(blocks.flatMap(({ defines }) => defines)).toEqual([
    { kind: 'footnote', label: '1', start: 0, end: 6 },
    { kind: 'footnote', label: '1', start: 0, end: 0, continues: true },
  ]);
});

test('what is indented behind the empty line below a target is a quotation', () => {
  expect(read('.. _weir: https://a.example/w\n   est\n\n   Tolls rose.\n\n.. A comment\n\n   Never read.\n')).toEqual([
    'boilerplate: ',
    'quotation: Tolls rose.',
  ]);
});
