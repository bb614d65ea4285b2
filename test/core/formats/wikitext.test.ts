import { expect, test } from 'vitest';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'wikitext');

test('figures that a template sets are words', () => {
  const text =
    'From {{convert|5|to|10|km|mi|abbr=on}} at {{USD|5 million}} or {{percent|40}}, {{as of|2015|lc=y}}, for {{frac|3|1|2}} or {{frac|1|2}} of {{cvt|2.5|acre}}.';
  expect(read(text)).toEqual([
    'paragraph: From 5 to 10 km at $5 million or 40%, as of 2015, for 3 1/2 or 1/2 of 2.5 acre.',
  ]);
});

test('the captions of a gallery are read', () => {
  const text =
    'Boats wait.\n<gallery mode="packed">\nFile:Weir.jpg|Tolls at [[weir|the weir]] rose.\nLock.png|thumb|alt=A lock|\nDam.png\n</gallery>\nLocks leak.';
  expect(read(text)).toEqual(['paragraph: Boats wait.', 'caption: Tolls at the weir rose.', 'paragraph: Locks leak.']);
});

test('a table goes on behind one that stands in it', () => {
  expect(read('{|\n| a\n{|\n| b\n|}\n| c\n|}\nBoats wait.')).toEqual([
    'table-cell: a',
    'table-cell: b',
    'table-cell: c',
    'paragraph: Boats wait.',
  ]);
});

test('links to the same page in other languages are no words', () => {
  expect(read('Boats wait.\n\n[[fr:Barrage]]\n[[zh-yue:Dam]]')).toEqual(['paragraph: Boats wait.']);
});

test('words behind a picture, dashes and figures of templates and names in front of a bar are read', () => {
  const text =
    '[[File:Weir.jpg|thumb|The weir.]] [[Image:Lock.jpg]] Tolls at the [[Weir (river)|]], [[Halden, Norway|]]{{mdash}}built in {{circa|1950}}{{snd}}rose to {{val|4.5}}.{{efn|Not {{em|all}}.}}';
  expect(read(text)).toEqual([
    'caption: The weir.',
    'paragraph: Tolls at the Weir, Halden—built in c. 1950 – rose to 4.5.',
  ]);
  expect(evidenceOf(text, 'wikitext')).toEqual(['footnote  | {{efn|Not {{em|all}}.}}']);
});
