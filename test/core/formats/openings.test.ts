import { describe, expect, test } from 'vitest';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

describe('front matter', () => {
  test.each([
    ['a rule over the first paragraph and another one below it', '---\n\nExperts say so.\n\n---\n\nRents rose.\n'],
    ['a rule right above the first paragraph', '---\nExperts say so.\n\n---\n\nRents rose.\n'],
    ['YAML that is closed by three stops', '---\ntitle: The dam\n...\n\nExperts say so.\n\n---\n\nRents rose.\n'],
  ])('%s hides no words', (_, text) => {
    expect(blocksOf(text, 'markdown')).toEqual(['paragraph: Experts say so.', 'paragraph: Rents rose.']);
  });

  test('front matter that nobody closed hides nothing behind it', () => {
    expect(blocksOf('---\ntitle: The dam\n\nExperts say so.\n\n---\n\nRents rose.\n', 'markdown')).toContain(
      'paragraph: Experts say so.',
    );
  });

  test('lists, folded text, quoted keys and comments are front matter', () => {
    const text =
      '---\r\ntitle: The dam\r\ntags:\r\n- a\r\nabout: >\r\n  Folded: text\r\n\r\n  goes on\r\n"q: x": y\r\nlist: [a,\r\n  b\r\n]\r\n# note\r\n---\r\nExperts say so.\r\n';
    expect(blocksOf(text, 'markdown')).toEqual(['paragraph: Experts say so.']);
  });
});

describe('Markdown', () => {
  test('tags in a line are read as in HTML', () => {
    const text =
      'Rents rose, <a href="https://a.example/?a&amp;b">the figures</a> show<sup><a href="#n">1</a></sup>, as <code>of code</code> on the 1<sup>st</sup>.';
    expect(blocksOf(text, 'markdown')).toEqual(['paragraph: Rents rose, the figures show, as on the 1st.']);
    expect(evidenceOf(text, 'markdown')).toEqual([
      'link https://a.example/?a&b | <a href="https://a.example/?a&amp;b">the figures</a>',
      'footnote #n | <sup><a href="#n">1</a></sup>',
    ]);
  });

  test('a formula in an environment of LaTeX holds no words', () => {
    const text = 'We have\n\\begin{equation}\nE = \\begin{cases} a \\\\ b \\end{cases}\n\\end{equation}\nin it.';
    expect(blocksOf(text, 'markdown')).toEqual(['paragraph: We have in it.']);
  });

  test('a definition may be marked by a tilde', () => {
    expect(blocksOf('Term\n~ What it means.', 'markdown')).toEqual(['paragraph: Term', 'list-item: What it means.']);
  });

  test('an export of MDX goes on behind an empty line as long as a bracket is open', () => {
    const text = 'export function Page() {\n  const x = [1];\n\n  return x;\n}\n\nExperts say so.\n\n  Rents rose.\n';
    expect(blocksOf(text, 'mdx')).toEqual(['paragraph: Experts say so.', 'paragraph: Rents rose.']);
  });
});

describe('plain text', () => {
  test('items of a list are told from headings and from lines that a writer broke by hand', () => {
    const text =
      '* Rents rose by 40 per cent in Halden last year\n* Nobody told the people who live behind the dam\n\n1. First point\n2) Second point\n';
    expect(blocksOf(text, 'plaintext')).toEqual([
      'list-item: Rents rose by 40 per cent in Halden last year',
      'list-item: Nobody told the people who live behind the dam',
      'list-item: First point',
      'list-item: Second point',
    ]);
  });

  test('a dash that a broken line starts with opens no item', () => {
    const text = 'Experts say that the dam will hold for the winter and then\n- or so they hope - it will be mended.';
    expect(blocksOf(text, 'plaintext')).toHaveLength(1);
  });

  test('a short line that goes on with a small letter is no heading', () => {
    expect(blocksOf("The council's own figures show it\nclearly enough.", 'plaintext')).toEqual([
      "paragraph: The council's own figures show it clearly enough.",
    ]);
  });
});

describe('other markups', () => {
  test('definitions, unprinted text and figures of LaTeX', () => {
    const text =
      '\\newcommand\\dam[1]{the #1 dam}\\def\\foo#1{bar #1}Rents \\iffalse never \\fi rose by \\SI{40}{\\percent} to \\num{1200} crowns.';
    expect(blocksOf(text, 'latex')).toEqual(['paragraph: Rents rose by 40% to 1200 crowns.']);
  });

  test('a condition of AsciiDoc in a paragraph is no word of it', () => {
    expect(blocksOf('ifdef::x[]\nRents rose.\nendif::[]\nThey fell.', 'asciidoc')).toEqual([
      'paragraph: Rents rose. They fell.',
    ]);
  });

  test('a reference of reStructuredText is its word and its mark', () => {
    expect(evidenceOf('See the report_ and snake-case_now_ or that__.', 'restructuredtext')).toEqual([
      'link report | report_',
      'link snake-case_now | snake-case_now_',
      'link that | that__',
    ]);
  });

  test('a snippet of Org may hold brackets', () => {
    expect(blocksOf('It is src_python{print("x")} now.', 'org')).toEqual(['paragraph: It is now.']);
  });

  test('code of Typst is left out, and the contents of its branches are read', () => {
    const text =
      'Words #if x == (1) [are read] else [or these] and #{ let x = "not" } stay.\n\n#for c in (1, 2) [\n  Rents rose.\n]';
    expect(blocksOf(text, 'typst')).toEqual(['paragraph: Words are read or these and stay.', 'paragraph: Rents rose.']);
  });

  test('a template of MediaWiki makes a block quotation', () => {
    const text = 'He spoke.\n{{blockquote|text=We were told.|author=Roe}}\n{{Quote\n|We know.\n|Roe}}\nRents rose.';
    expect(blocksOf(text, 'wikitext')).toEqual([
      'paragraph: He spoke.',
      'quotation: We were told.',
      'quotation: We know.',
      'paragraph: Rents rose.',
    ]);
  });
});

test('sources in brackets are evidence, whole', () => {
  const text =
    'Rents rose (Lind, Roe & Doe, 2020, p. 4; Smith et al. 2019), fell (World Bank, 2018), rose (Ports Office statistics, 2013) and stood (source: Ministry of Ports), in (May 2019) as (Since 2015).';
  expect(evidenceOf(text, 'plaintext').map(mark => mark.split(' | ')[1])).toEqual([
    '(Lind, Roe & Doe, 2020, p. 4; Smith et al. 2019)',
    '(World Bank, 2018)',
    '(Ports Office statistics, 2013)',
    '(source: Ministry of Ports)',
  ]);
});
