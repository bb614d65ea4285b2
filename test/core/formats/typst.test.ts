import { expect, test } from 'vitest';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

const read = (text: string) => blocksOf(text, 'typst');

test('what a template is told of the article is read as what it is', () => {
  const text =
    '#show: paper.with(\n  title: [The weir],\n  authors: ((name: "Ida Holm", role: [Chair]),),\n  abstract: [Tolls rose by 12 per cent.\n\n  Nobody paid.],\n  paper: "a4",\n  header: [Draft],\n)\nBoats wait.';
  expect(read(text)).toEqual([
    'heading: The weir',
    'boilerplate: Ida Holm',
    'boilerplate: Chair',
    'paragraph: Tolls rose by 12 per cent.',
    'paragraph: Nobody paid.',
    'paragraph: Boats wait.',
  ]);
});

test('contents and strings among the arguments of a function are words', () => {
  const text =
    '#align(center, [Tolls rose.])\nBoats wait.\n\n#block(fill: red)[= Locks\nMost *leak*.]\nAll of #text(size: 9pt, "the locks") and #highlight([both #strong[weirs]]) hold.\n\n#align(center, text(9pt, "So they say."))';
  expect(read(text)).toEqual([
    'paragraph: Tolls rose.',
    'paragraph: Boats wait.',
    'paragraph: = Locks Most leak.',
    'paragraph: All of the locks and both weirs hold.',
    'paragraph: So they say.',
  ]);
});

test('items, cells, captions, headings and quotations may be arguments', () => {
  const text =
    '#list([One], [Two])\n#quote(block: true, [We left.])\n#figure(image("weir.png", alt: "A weir"), caption: "The weir")\n#figure(table(columns: 2, [a], table.cell(colspan: 2, [b])), caption: [The tolls])\n#heading(level: 3, "Below")\nShe #quote("left") and #quote(attribution: [Roe])[lost].';
  expect(read(text)).toEqual([
    'list-item: One',
    'list-item: Two',
    'quotation: We left.',
    'caption: The weir',
    'table-cell: a',
    'table-cell: b',
    'caption: The tolls',
    'heading: Below',
    'paragraph: She “left” and “lost”.',
  ]);
});

test('contents in code are words, and what code is about is none', () => {
  const text =
    '#{ let x = "no"\n  [Tolls rose.] }\n\n#context [Boats wait] on page #context counter(page).display() of #context here().page().\n\n#let lead = [Locks leak.]\n#let toll(x) = [a toll of #x]\n#import "a.typ"; Gates jam.';
  expect(read(text)).toEqual([
    'paragraph: Tolls rose.',
    'paragraph: Boats wait on page of .',
    'paragraph: Locks leak.',
    'paragraph: Gates jam.',
  ]);
});

test('comments nest, two slashes in an address open none, and code in a line parts no paragraph', () => {
  const text =
    'Tolls /* once /* twice */ over */ rose, as ```py x``` shows at http://a.example/b//c again. // And why?\nBoats wait.';
  expect(read(text)).toEqual(['paragraph: Tolls rose, as shows at again. Boats wait.']);
  expect(evidenceOf(text, 'typst')).toEqual(['link http://a.example/b//c | http://a.example/b//c']);
});

test('a link may be given its words as an argument', () => {
  const text = 'The #link("https://a.example/1", [tolls]) rose, #link("https://a.example/2", "they say").';
  expect(read(text)).toEqual(['paragraph: The tolls rose, they say.']);
  expect(evidenceOf(text, 'typst').map(mark => mark.split(' | ')[0])).toEqual([
    'link https://a.example/1',
    'link https://a.example/2',
  ]);
});

test('an item ends at a line that is not indented deeper, unless a bracket is open', () => {
  const text =
    '- Tolls #emph[rose\nfast] in May.\n  Boats wait.\n  + Locks leak\n  for hours.\nIt rained\nin May.\n\n/ Weir: shut\n  for good.\nIt snowed.';
  expect(read(text)).toEqual([
    'list-item: Tolls rose fast in May. Boats wait.',
    'list-item: Locks leak',
    'list-item: for hours.',
    'paragraph: It rained in May.',
    'list-item: Weir: shut for good.',
    'paragraph: It snowed.',
  ]);
});

test('what is struck out is not read', () => {
  expect(read('Tolls #strike[fell] #strike(stroke: red)[sank] rose.')).toEqual(['paragraph: Tolls rose.']);
});
