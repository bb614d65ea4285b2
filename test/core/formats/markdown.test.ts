import { describe, expect, test } from 'vitest';
import { markdownBlocks, mdxBlocks, pandocBlocks } from '../../../server/core/formats/markdown.ts';

const blocks = (text: string) => markdownBlocks(text).map(({ kind, prose }) => `${kind}: ${prose.text}`);
const evidence = (text: string) =>
  markdownBlocks(text).flatMap(block => block.evidence.map(({ kind, target }) => `${kind} ${target}`));

describe('blocks', () => {
  test.each([
    ['# Title\n\nA *bold* claim.', ['heading: Title', 'paragraph: A bold claim.']],
    ['Title\n=====\n\nWords.', ['heading: Title', 'paragraph: Words.']],
    ['- One.\n- Two **and** a half.', ['list-item: One.', 'list-item: Two and a half.']],
    ['> We hold\n> these truths.', ['quotation: We hold\n these truths.']],
    ['| a | b |\n|---|---|\n| one | two |', ['table-cell: a', 'table-cell: b', 'table-cell: one', 'table-cell: two']],
    ['```js\nexperts.say()\n```\n\n    indented code\n\n<script>html</script>\n\nProse.', ['paragraph: Prose.']],
    [
      '<figure><img alt="x"><figcaption>A *bridge*.</figcaption></figure>\n\n<p align="center">Shut &amp; gone.</p>',
      ['caption: A *bridge*.', 'paragraph: Shut & gone.'],
    ],
    [
      'It rained.\n\n%%\n## Notes\nExperts say.\n\n- They said.\n%%\n\nIt snowed.\n\n%% Ask Lind.\n\nOr not. %%\n\nWe left.\n\n%%\n\nLeft open.',
      [
        'paragraph: It rained.',
        'paragraph: It snowed.',
        'paragraph: We left.',
        'paragraph: %%',
        'paragraph: Left open.',
      ],
    ],
    [
      '<del>\n\nExperts say.\n\n<del>So they say.</del>\n\n</del>\n\nIt rained.\n\n<del>\nThey [said](a).\n\nThey left.</del> It snowed.\n\n<del>\n\nLeft open.',
      ['paragraph: It rained.', 'paragraph: It snowed.', 'paragraph: Left open.'],
    ],
    ['<!-- Experts say.\n\nStill hidden. -->\n\nProse.', ['paragraph: Prose.']],
    ['![The *bridge* in May](b.png "a title"){width=50%}', ['caption: The bridge in May']],
    [
      'Term\n:   What it *means*.\n\n    And more.',
      ['paragraph: Term', 'list-item: What it means.', 'list-item: And more.'],
    ],
    ['| a |\n|---|\n\n: Rents by year', ['table-cell: a', 'caption: Rents by year']],
    [
      '[^1]: A report.\n\n    Its second paragraph.\n\nProse.',
      ['boilerplate: A report.', 'boilerplate: Its second paragraph.', 'paragraph: Prose.'],
    ],
    ['> [!NOTE] \n> The dam will hold.', ['paragraph: The dam will hold.']],
    ['::: {.callout-note}\nThe dam will hold.\n:::', ['paragraph: The dam will hold.']],
    ['$$\n- experts\n$$\nProse.', ['paragraph: Prose.']],
    ['The law is $$\nx = y\n$$\nand it rained.', ['paragraph: The law is \nand it rained.']],
    ['$$\nx = y\n$$ and it rained.', ['paragraph: and it rained.']],
    ['$$x = y$$ holds.\n\nIt rained.', ['paragraph: holds.', 'paragraph: It rained.']],
    ['It is\n$$\nx = y\n$$\nnow.', ['paragraph: It is', 'paragraph: now.']],
    ['![A dam](d.png)\n*The dam in May.*', ['caption: The dam in May.']],
    ['![A dam](d.png)\nIt *rained*.', ['paragraph: It rained.']],
    [
      'Table: Tolls of the year.\n\n| a | b |\n| - | - |',
      ['caption: Table: Tolls of the year.', 'table-cell: a', 'table-cell: b'],
    ],
    [
      '<table><tr><td>a</td></tr></table>\n\nTable: Tolls of the year.\n\nTable: it seats six.',
      ['table-cell: a', 'caption: Table: Tolls of the year.', 'paragraph: Table: it seats six.'],
    ],
    ['![A dam](d.png)\nFigure: The dam in May.', ['caption: Figure: The dam in May.']],
    [
      '1. ![](d.png) ![](e.png)\n\n   Figure: Two dams.\n\n   Figure: none of ours.',
      ['caption: Figure: Two dams.', 'list-item: Figure: none of ours.'],
    ],
    ['Table: the dam will hold.', ['paragraph: Table: the dam will hold.']],
    ['Figure 2: The dam in May.', ['caption: Figure 2: The dam in May.']],
    ['[TOC]\n\n\\newpage\n\nProse.', ['paragraph: Prose.']],
    [
      '!!! warning "The *dam*"\n    It rained.\n\n    It snowed.\n\nProse.',
      ['paragraph: The dam', 'paragraph: It rained.', 'paragraph: It snowed.', 'paragraph: Prose.'],
    ],
    ['\n---\ntitle: Experts say\n---\n\nProse.', ['paragraph: Prose.']],
    ['---toml\ntitle = "Experts say"\n---\n\nProse.', ['paragraph: Prose.']],
    ['{"title": "Experts say",\n "tags": ["a"]\n}\n\nProse.', ['paragraph: Prose.']],
    ['$$\nexperts say\n\nProse.', ['paragraph: Prose.']],
    ['```{r}\n#| label: experts\nsay()\n```\nProse.', ['paragraph: Prose.']],
    ['{\n  "title": "Experts say"\n}\n\nProse.', ['paragraph: Prose.']],
    ['+++\ntitle = "Experts say"\n+++\n\nProse.', ['paragraph: Prose.']],
    [
      '*By Jane Roe, Halden Times | March 3, 2024*\n\nUpdated on Monday, 4 March 2024 at 10:30\n\nBy March 3, 2024 it fell.',
      [
        'boilerplate: By Jane Roe, Halden Times | March 3, 2024',
        'boilerplate: Updated on Monday, 4 March 2024 at 10:30',
        'paragraph: By March 3, 2024 it fell.',
      ],
    ],
    [
      'A version of this essay first appeared in the Halden Times.\n\n*Correction, May 5:* It was 1950.\n\nA version of this essay argued it.',
      [
        'boilerplate: A version of this essay first appeared in the Halden Times.',
        'boilerplate: Correction, May 5: It was 1950.',
        'paragraph: A version of this essay argued it.',
      ],
    ],
    ['*By Jane Roe*\n\nWords.', ['boilerplate: By Jane Roe', 'paragraph: Words.']],
    ['[^1]: Ministry of Ports, Annual Report.', ['boilerplate: Ministry of Ports, Annual Report.']],
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
    ['A ~~struck [long](a.html)~~ word.', 'A  word.'],
    [
      'It <del>fell</del> <ins>rose</ins><span hidden> by half</span>, <span class="x">they say</span>.',
      'It  rose, they say.',
    ],
    ['It holds $x^2 + 1$ and \\(y\\) tonnes.', 'It holds  and  tonnes.'],
    [
      '“\\[The harbour board\\] lost it,” \\(Lind, 2019\\) \\[T\\]he.',
      '“[The harbour board] lost it,” (Lind, 2019) [T]he.',
    ],
    ['\\[Rents rose by 30 per cent.\\]', '[Rents rose by 30 per cent.]'],
    ['The council\\(s\\) said \\[a = b\\] and \\(\\frac12\\) so.', 'The council(s) said  and  so.'],
    ['Rents ==rose *fast*== as a == b and c == d.', 'Rents rose fast as a == b and c == d.'],
    ['Rents %%experts say%% rose by 5%% or 6%%.', 'Rents  rose by 5%% or 6%%.'],
    ['Rents {--fell--} {++*rose*++} {~~by~>to~~} {==half==}{>>so<<}.', 'Rents  rose to half.'],
    ['From $5 million (or 5$) to $6.', 'From $5 million (or 5$) to $6.'],
    ['See [[Halden bridge|the bridge]] and [[Rents]].', 'See the bridge and Rents.'],
    ['The [dam]{.smallcaps} holds{#here}.', 'The [dam] holds.'],
    ['A {{< video x.mp4 >}} short {{% x %}} code.', 'A  short  code.'],
    ['Said @anna, not anna@b.example.', 'Said @anna, not .'],
    ['An [open bracket and *more*.', 'An [open bracket and more.'],
    ['It cost `r x` crowns.', 'It cost  crowns.'],
  ])('%j', (text, prose) => {
    expect(markdownBlocks(text)[0]?.prose.text).toBe(prose);
  });
});

describe('evidence', () => {
  test.each([
    ['A [report](https://a.example).', ['link https://a.example']],
    ['A [report][r].\n\n[r]: https://a.example', ['link r']],
    ['A [Report].\n\n[report]: https://a.example', ['link report']],
    ['A [report].', []],
    ['It rose<sup>[1](#fn1)</sup><sup>[\\[2\\]](#fn2)</sup>.', ['footnote #fn1', 'footnote #fn2']],
    ['A note.[^1]', ['footnote 1']],
    ['As shown [@roe2020, p. 4].', ['citation roe2020']],
    ['As shown [see -@roe2020, p. 4; @lind2021].', ['citation roe2020', 'citation lind2021']],
    ['As @roe2020 [p. 4] says.', ['citation roe2020']],
    ['A note.^[With [brackets] in it.]', ['footnote ']],
    ['See [[Rents]].', ['link Rents']],
    ['(see [the note[^2]])', ['footnote 2']],
    ['See <https://a.example>.', ['link https://a.example']],
    ['See https://a.example/x.', ['link https://a.example/x']],
    ['Rents rose [citation needed].', ['placeholder [citation needed]']],
    ['Rents rose \\[citation needed\\].', ['placeholder \\[citation needed\\]']],
    ['Rents rose [@TODO-rents].', ['placeholder [@TODO-rents]']],
    ['Rents rose <!-- citation needed -->.', ['placeholder <!-- citation needed -->']],
  ])('%j', (text, expected) => {
    expect(evidence(text)).toEqual(expected);
  });
});

test('an address in angles is defined without them', () => {
  expect(markdownBlocks('[r]: <https://a.example>')[0]?.defines).toMatchObject([{ address: 'https://a.example' }]);
});

describe('flavours', () => {
  test.each([
    [
      mdxBlocks,
      'import Chart from "./chart"\nexport const x = 1\n\n# Rents\n\n<Chart\n  data={[{ a: 1 }]}\n/>\n\nRents {verb} by <b>half</b>. {/* Experts say */}\n\n<div>\n*Shut*\n</div>',
      ['Rents', 'Rents  by half.', 'Shut'],
    ],
    [pandocBlocks, 'As @roe says in @fig-rents, `r x` and\\@ref(fig:x) hold.', ['As  says in ,  and hold.']],
  ])('%#', (blocksOf, text, expected) => {
    expect(blocksOf(text).map(({ prose }) => prose.text)).toEqual(expected);
  });

  test('a key without a digit is a citation in Quarto and a name in Markdown', () => {
    expect(pandocBlocks('As @roe says.')[0]?.evidence).toMatchObject([{ kind: 'citation', target: 'roe' }]);
    expect(markdownBlocks('As @roe says.')[0]?.evidence).toEqual([]);
  });
});
