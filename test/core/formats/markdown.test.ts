import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '../../../server/core/formats/markdown.ts';

const blocks = (text: string) => markdownBlocks(text).map(({ kind, prose }) => [kind, prose.text] as const);
const evidence = (text: string) =>
  markdownBlocks(text).flatMap(block => block.evidence.map(({ kind, target }) => [kind, target] as const));

describe('blocks', () => {
  test.each([
    [
      '# Title\n\nA *bold* claim.',
      [
        ['heading', 'Title'],
        ['paragraph', 'A bold claim.'],
      ],
    ],
    [
      'Title\n=====\n\nWords.',
      [
        ['heading', 'Title'],
        ['paragraph', 'Words.'],
      ],
    ],
    [
      '- One.\n- Two **and** a half.',
      [
        ['list-item', 'One.'],
        ['list-item', 'Two and a half.'],
      ],
    ],
    ['> We hold\n> these truths.', [['quotation', 'We hold\n these truths.']]],
    [
      '| a | b |\n|---|---|\n| one | two |',
      [
        ['table-cell', 'a'],
        ['table-cell', 'b'],
        ['table-cell', 'one'],
        ['table-cell', 'two'],
      ],
    ],
    ['```js\nexperts.say()\n```\n\n    indented code\n\n<div>html</div>\n\nProse.', [['paragraph', 'Prose.']]],
    [
      '*By Jane Roe*\n\nWords.',
      [
        ['boilerplate', 'By Jane Roe'],
        ['paragraph', 'Words.'],
      ],
    ],
    ['[^1]: Ministry of Ports, Annual Report.', [['boilerplate', 'Ministry of Ports, Annual Report.']]],
  ])('%j', (text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });

  test('front matter hides and shifts nothing', () => {
    const body = 'Experts say the dam will hold.';
    const text = `---\ntitle: "Experts say"\n---\n\n${body}`;
    const [block, ...others] = markdownBlocks(text);
    expect(others).toEqual([]);
    expect(text.slice(block?.span.start, block?.span.end)).toBe(body);
  });
});

describe('prose', () => {
  test.each([
    ['Costs `x` and [the report](https://a.example/b_c) rose.', 'Costs  and the report rose.'],
    ['Ben &amp; Jerry&#8217;s \\*star\\*.', 'Ben & Jerry’s *star*.'],
    ['It broke **in**side.', 'It broke inside.'],
    ['One line  \nand the next.', 'One line and the next.'],
    ['See https://a.example/x.', 'See .'],
    ['“He [the mayor] left.”', '“He [the mayor] left.”'],
    ['An image ![of a *dam*](dam.png) here.', 'An image  here.'],
    ['Kept <!-- not seen --> words.', 'Kept  words.'],
    ['A ~~struck~~ word.', 'A struck word.'],
  ])('%j', (text, prose) => {
    expect(markdownBlocks(text)[0]?.prose.text).toBe(prose);
  });
});

describe('evidence', () => {
  test.each([
    ['A [report](https://a.example).', [['link', 'https://a.example']]],
    ['A [report][r].\n\n[r]: https://a.example', [['link', '[r]']]],
    ['A [Report].\n\n[report]: https://a.example', [['link', '[Report]']]],
    ['A [report].', []],
    ['A note.[^1]', [['footnote', '[^1]']]],
    ['As shown [@roe2020, p. 4].', [['citation', '[@roe2020, p. 4]']]],
    ['See <https://a.example>.', [['link', 'https://a.example']]],
    ['See https://a.example/x.', [['link', 'https://a.example/x']]],
    ['Rents rose [citation needed].', [['placeholder', '[citation needed]']]],
    ['Rents rose [@TODO-rents].', [['placeholder', '[@TODO-rents]']]],
    ['Rents rose <!-- citation needed -->.', [['placeholder', '<!-- citation needed -->']]],
  ])('%j', (text, expected) => {
    expect(evidence(text)).toEqual(expected);
  });
});
