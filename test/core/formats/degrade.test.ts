import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../server/core/index.ts';

/** What is read, a line a block. */
const read = (id: string, text: string) =>
  formatOf(id)
    .blocks(text)
    .map(({ kind, prose }) => `${kind}: ${prose.text.replace(/\s+/g, ' ')}`);
const evidence = (id: string, text: string) =>
  formatOf(id)
    .blocks(text)
    .flatMap(block => block.evidence.map(({ kind, target, note }) => `${kind}: ${target || note}`));

describe('what nobody closed hides nothing behind the next empty line', () => {
  test.each([
    ['markdown', 'A <!-- comment.'],
    ['markdown', '$$\nx = 1'],
    ['markdown', 'A [link](https://a.example'],
    ['mdx', 'A {brace and <Tag x={'],
    ['latex', '\\footnote{A note'],
    ['latex', '\\begin{verbatim}\nx = 1'],
    ['latex', '\\[ x = 1'],
    ['latex', '\\section{A title'],
    ['latex', 'It costs $5 and more'],
    ['asciidoc', '----\nx = 1'],
    ['asciidoc', '____\nQuoted'],
    ['asciidoc', 'A footnote:[note'],
    ['asciidoc', '|===\n|cell'],
    ['restructuredtext', 'A `link <https://a.example'],
    ['restructuredtext', '.. note: no directive'],
    ['org', '#+begin_src js\nx = 1'],
    ['org', '#+begin_quote\nQuoted'],
    ['org', ':PROPERTIES:\n:ID: x'],
    ['org', 'A [[https://a.example'],
    ['typst', 'A #footnote[note'],
    ['typst', '#figure(\n  caption: [words'],
    ['typst', '```js\nx = 1'],
    ['typst', 'A /* comment'],
    ['typst', 'It costs $5 and more'],
    ['wikitext', 'A <ref>note'],
    ['wikitext', '{{Infobox\n| a = b'],
    ['wikitext', 'A <!-- comment'],
    ['wikitext', '<syntaxhighlight>\nx = 1'],
    ['html', '<p>A <code>x = 1'],
    ['html', '<p>A <a href="https://a.example">link'],
    ['html', '<h1>A title'],
  ])('%s: %j', (id, text) => {
    expect(read(id, `${text}\n\n${id === 'html' ? '<p>' : ''}Experts say the dam will hold.\n\nThe end.`)).toEqual(
      expect.arrayContaining(['paragraph: Experts say the dam will hold.']),
    );
  });
});

describe('words', () => {
  test.each([
    [
      'latex',
      'It rose by 40\\% in \\emph{Troms{\\o}}, \\textquoteleft so\\textquoteright.',
      ['paragraph: It rose by 40% in Tromsø, ‘so’.'],
    ],
    ['latex', 'He said \\enquote{never \\enquote{again}}.', ['paragraph: He said “never “again””.']],
    [
      'latex',
      'A claim.\\footnote{One {\\em paragraph}.\n\nAnd another.} More.\n\nThe end.',
      ['paragraph: A claim. More.', 'paragraph: The end.'],
    ],
    ['latex', 'na\\"{\\i}ve caf\\\'e --- pages 3--4', ['paragraph: naïve café — pages 3–4']],
    ['asciidoc', 'A \\*star* and {nbsp}a_b_c &amp; *bold*.', ['paragraph: A *star and a_b_c & bold.']],
    ['asciidoc', 'http://a.example[Words] and <<x,more words>>.', ['paragraph: Words and more words.']],
    [
      'asciidoc',
      '= Title\n\nA sentence.\n\n. One\n. Two\n+\nMore.',
      ['heading: Title', 'paragraph: A sentence.', 'list-item: One', 'list-item: Two', 'paragraph: More.'],
    ],
    ['restructuredtext', 'A \\*star\\* and re\\ *Structured*.', ['paragraph: A *star* and reStructured.']],
    ['restructuredtext', 'One\n===\n\nTwo\n---\n\nThree\n=====', ['heading: One', 'heading: Two', 'heading: Three']],
    [
      'restructuredtext',
      '=====  =====\nYear   Rent\n=====  =====\n2018   400\n=====  =====',
      ['table-cell: Year', 'table-cell: Rent', 'table-cell: 2018', 'table-cell: 400'],
    ],
    [
      'restructuredtext',
      '- One\n\n  Its second paragraph.\n\nAfter.',
      ['list-item: One', 'list-item: Its second paragraph.', 'paragraph: After.'],
    ],
    ['org', 'A *bold* 2*3*4 and a/b/c, =code= \\(x\\).', ['paragraph: A bold 2*3*4 and a/b/c, .']],
    ['typst', 'Costs \\$5 \\u{2014} a#emph[b]c #h(1em) d~e.', ['paragraph: Costs $5 — abc d e.']],
    ['typst', '#heading(level: 3)[Words]\n#quote[Never] she said.', ['heading: Words', 'paragraph: “Never” she said.']],
    [
      'wikitext',
      "'''A''' [[B]] [[C|d]]s {{lang|fr|merci}} <nowiki>[[x]] &amp;</nowiki> e&ndash;f.",
      ['paragraph: A B ds merci [[x]] & e–f.'],
    ],
    [
      'wikitext',
      'One.\nStill one.\n\n* Item\nTwo.',
      ['paragraph: One. Still one.', 'list-item: Item', 'paragraph: Two.'],
    ],
    [
      'html',
      'One<br>line<br><br>Two &amp; <b>th</b>ree<wbr>&shy;',
      ['paragraph: One line', 'paragraph: Two & three\u00ad'],
    ],
    [
      'html',
      '<ul><li>One<li>Two</ul>After<p>the list',
      ['list-item: One', 'list-item: Two', 'paragraph: After', 'paragraph: the list'],
    ],
    ['html', '<q>So</q> &NotEqualTilde; &bogus; &#8217;', ['paragraph: “So” ≂ &bogus; ’']],
  ])('%s: %j', (id, text, expected) => {
    expect(read(id, text)).toEqual(expected);
  });
});

describe('evidence', () => {
  test.each([
    [
      'latex',
      'A \\parencite[see][4]{roe, lind} \\textcite{x} \\footnotemark[3].',
      ['citation: roe', 'citation: lind', 'citation: x', 'footnote: 3'],
    ],
    [
      'latex',
      'A \\url{https://a.example/%7E} \\todo[inline]{source}.',
      ['link: https://a.example/%7E', 'placeholder: \\todo[inline]{source}'],
    ],
    [
      'asciidoc',
      'A cite:[roe] <<lind>> footnote:n[note] link:b.html[x].',
      ['citation: roe', 'link: #lind', 'footnote: n', 'link: b.html'],
    ],
    [
      'restructuredtext',
      'A [#note]_ [Roe20]_ :cite:t:`x` `y`_ z_.',
      ['footnote: #note', 'citation: Roe20', 'citation: x', 'link: y', 'link: z'],
    ],
    [
      'org',
      'A [cite/t:see @roe] cite:lind [fn:2] [[https://a.example]].',
      ['citation: roe', 'citation: lind', 'footnote: 2', 'link: https://a.example'],
    ],
    [
      'typst',
      'A @roe #cite(<lind>) @fig:x #link("https://a.example") #todo[source].',
      ['citation: roe', 'citation: lind', 'link: https://a.example', 'placeholder: #todo[source]'],
    ],
    [
      'wikitext',
      'A{{r|roe}} {{cn|date=May 2024}} {{By whom}} [https://a.example] [[B]].',
      ['footnote: roe', 'placeholder: {{cn|date=May 2024}}', 'placeholder: {{By whom}}', 'link: https://a.example'],
    ],
    [
      'html',
      'A <a href="#n" role="doc-noteref">1</a> <a name=x>b</a> <sup>2</sup> 1<sup>st</sup>.',
      ['footnote: #n', 'footnote: 2'],
    ],
  ])('%s: %j', (id, text, expected) => {
    expect(evidence(id, text)).toEqual(expected);
  });

  test.each(['latex', 'asciidoc', 'restructuredtext', 'org', 'typst', 'wikitext', 'html', 'mdx'])(
    '%s knows the placeholders that quick fixes insert',
    id => {
      expect(evidence(id, 'Rents rose [citation needed], TK.')).toEqual([
        'placeholder: [citation needed]',
        'placeholder: TK',
      ]);
    },
  );
});
