import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../server/core/formats/html.ts';

const blocks = (text: string) => htmlBlocks(text).map(({ kind, prose }) => `${kind}: ${prose.text}`);

test.each([
  ['<p>Rents <del>fell</del><s>sank</s> <ins>rose</ins>.</p>', ['paragraph: Rents  rose.']],
  ['<p>Rents <span hidden>sharply <span>so</span></span>rose.</p>', ['paragraph: Rents rose.']],
  ['<p>Rents <span style="color: red; display:none">fell</span>rose.</p>', ['paragraph: Rents rose.']],
  ['<div hidden><div><p>Never.</p></div>Not this.</div><p>Rents rose.</p>', ['paragraph: Rents rose.']],
  ['<p hidden>Never.<p>Rents rose.', ['paragraph: Rents rose.']],
  ['<p>Rents <span hidden>fell.</p><p>Wages rose.</p>', ['paragraph: Rents', 'paragraph: Wages rose.']],
  ['<p>Rents <del>fell.</p><p>Wages rose.</p>', ['paragraph: Rents', 'paragraph: Wages rose.']],
  ['<del>\n<p>Rents fell.</p><ul><li>So did wages.</ul></del><p>Prices rose.</p>', ['paragraph: Prices rose.']],
  ['<noscript><p>Enable scripts.</p></noscript><p>Rents rose.</p>', ['paragraph: Rents rose.']],
  ['<p>It cost 4m<sup><a href="#fn1">1</a></sup> for 4 m<sup>2</sup>.</p>', ['paragraph: It cost 4m for 4 m2.']],
])('what is deleted or not shown is not read: %s', (text, expected) => {
  expect(blocks(text)).toEqual(expected);
});

test('a link in what was deleted is no evidence', () => {
  expect(htmlBlocks('<p>Rents <del><a href="a.html">fell</a></del> rose.</p>')[0]?.evidence).toEqual([]);
});

test('an end of an element that nobody opened ends nothing', () => {
  expect(blocks('<p>Rents rose.</p></constructor><p>Wages fell.</p>')).toEqual([
    'paragraph: Rents rose.',
    'paragraph: Wages fell.',
  ]);
});
