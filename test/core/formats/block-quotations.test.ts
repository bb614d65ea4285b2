import { describe, expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { blocksOf, evidenceOf } from '../../support/blocks-of.ts';

describe('LaTeX', () => {
  test.each([
    [
      '\\textquote{We lost it} and \\blockquote{it hurt}, \\say{all} of us.',
      '“We lost it” and “it hurt”, “all” of us.',
      [],
    ],
    [
      '\\textquote[{\\cite{lind}}]{We lost it} and \\blockquote[{\\cite[4]{roe,doe}}][.]{it hurt}',
      '“We lost it” and “it hurt”',
      [
        'citation lind | [{\\cite{lind}}]',
        'citation roe | [{\\cite[4]{roe,doe}}][.]',
        'citation doe | [{\\cite[4]{roe,doe}}][.]',
      ],
    ],
    ['\\textcquote[4]{lind}{We lost it} all.', '“We lost it” all.', ['citation lind | [4]{lind}']],
    ['\\foreignblockquote{german}{Ja} and \\textquote[p. 4]{no}.', '“Ja” and “no”.', []],
  ])('%s', (text, prose, evidence) => {
    expect(blocksOf(text, 'latex')).toEqual([`paragraph: ${prose}`]);
    expect(evidenceOf(text, 'latex')).toEqual(evidence);
  });

  test.each([
    ['\\begin{displayquote}[\\cite{lind}]\nWe lost it.\n\\end{displayquote}', ['citation lind | [\\cite{lind}]']],
    [
      '\\begin{displayquote}[{\\cite[4]{lind}}][.]\nWe lost it.\n\\end{displayquote}',
      ['citation lind | [{\\cite[4]{lind}}][.]'],
    ],
    ['\\begin{displaycquote}[4]{lind}\nWe lost it.\n\\end{displaycquote}', ['citation lind | [4]{lind}']],
    ['\\begin{displayquote}\nWe lost it.\n\\end{displayquote}', []],
  ])('%s', (text, evidence) => {
    expect(blocksOf(`${text}\nIt rained.`, 'latex')).toEqual(['quotation: We lost it.', 'paragraph: It rained.']);
    expect(evidenceOf(text, 'latex')).toEqual(evidence);
  });
});

describe('MediaWiki', () => {
  test.each([
    ['{{cquote|We lost it.}} It rained.', ['quotation: We lost it.', 'paragraph: It rained.']],
    ['{{Quote box|quote=We lost it.|author=Lind}} It rained.', ['quotation: We lost it.', 'paragraph: It rained.']],
    [
      '{{Quote box\n| author = Lind\n| quote = We lost [[Dam|the dam]] {{nowrap|in 2015}}.\n}}\nIt rained.',
      ['quotation: We lost the dam in 2015.', 'paragraph: It rained.'],
    ],
    [
      '{{quote|We lost it.\nIt rained.\n\nIt snowed.',
      ['quotation: {{quote|We lost it.', 'paragraph: It rained.', 'paragraph: It snowed.'],
    ],
  ])('%j', (text, expected) => {
    expect(blocksOf(text, 'wikitext')).toEqual(expected);
  });
});

test('a template with a dozen parameters that nobody closed is read at once', () => {
  const text = `{{Quote box|${'          a = b|'.repeat(14)}          c`;
  expect(blocksOf(text, 'wikitext')).toHaveLength(1);
});

describe('Markdown', () => {
  test.each([
    [
      '<blockquote>\n\nWe *lost* it.\n\n</blockquote>\n\nIt rained.',
      ['quotation: We lost it.', 'paragraph: It rained.'],
    ],
    [
      '<blockquote>\nWe lost it.\n\nAll of it.</blockquote>\n\nIt rained.',
      ['quotation: We lost it.', 'quotation: All of it.', 'paragraph: It rained.'],
    ],
    [
      '<figure>\n<figcaption>\n\nThe *dam*\n\n</figcaption>\n</figure>\n\nIt rained.',
      ['caption: The dam', 'paragraph: It rained.'],
    ],
    ['<blockquote>\n\nIt rained.\n\nIt `</blockquote>` snowed.', ['paragraph: It rained.', 'paragraph: It snowed.']],
    ['> [!quote] Anna Lind\n> We lost it.', ['caption: Anna Lind', 'quotation: We lost it.']],
    [
      '> [!note] The dam\n> It rained.\n>\n> It snowed.',
      ['paragraph: The dam', 'paragraph: It rained.', 'paragraph: It snowed.'],
    ],
    ['> [!tip]+\n> It rained.', ['paragraph: It rained.']],
  ])('%j', (text, expected) => {
    expect(blocksOf(text, 'markdown')).toEqual(expected);
  });

  test('a tag that comes or goes changes what stands around it, and nothing else is read anew', () => {
    const before = read('It rained.\n\n<blockquote>\n\nWe lost it.\n\nAll of it.\n', 'markdown');
    const text = 'It rained.\n\n<blockquote>\n\nWe lost it.\n\n</blockquote>\n\nAll of it.\n';
    const after = read(text, 'markdown', before);
    expect(after).toEqual(read(text, 'markdown'));
    expect(after.blocks.map(({ block }) => block.kind)).toEqual(['paragraph', 'quotation', 'paragraph']);
    expect(after.blocks[0]?.block).toBe(before.blocks[0]?.block);
    expect(
      read('It rained.\n\nWe lost it.\n\n</blockquote>\n\nAll of it.\n', 'markdown', after).blocks.map(
        ({ block }) => block.kind,
      ),
    ).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });
});
