import { beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../server/core/formats/languages.ts';
import { type CountWork, startCountingWork } from '../support/count-work.ts';

/** What opens something in some format, and is never closed here. */
const markup = [
  ...['{', '[', '(', '<', '*', '_', '`', '$', '~', '|', '#', '=', '\\', '&', '@', '^', '!', ':', '%', '/', '-', '"'],
  ...['[[', '{{', '((((', '[[[[', '{{{{', '<<<<', '****', '____', '----', '```', '~~~~', '$$', '||||'],
  ...['> ', '- ', '* ', '1. ', '**a ', '_a ', '***a** ', '```a ', '`a ', 'a` ', '``a', '$a', '=a', '[a ', ']a', ']('],
  ...['<!--', '<a:', '<a ', '[a](', '[a]("', '![', '^[', '[@', '[^a]', '[TK:', '{% ', '{{< ', '<a href=x>', '<sup>'],
  ...['<b>', '</b>', '<ref>', '<pre>', '<li>', '<blockquote>', '<!--a-->', '&amp;', '{a}', '<a{'],
  ...['\\begin{quote}', '\\begin{verbatim}', '\\begin{', '\\end{a}', '\\footnote{', '\\section{', '\\cite[', '\\verb|'],
  ...['\\[', '\\(', '%a\n', '\\item\n', '#+begin_src\n', '#+begin_quote\n', '[fn:a:', ':a:\n', '#+a: ', '* a\n'],
  ...['----\n\n', '____\n', '|===\n\n', '[quote]\n', 'footnote:[', '<<a', '.. note::\n\n', '`a <', ':a:`', 'a::\n\n'],
  ...['#figure(', '#footnote[', '#let a = (', '#let a\n', '/*', '//', '```a\n\n', '{|\n', '|-\n', '| a ', ': a\n'],
  ...[
    'a\n',
    'a\n\n',
    '\n',
    '\r',
    '\r\n',
    ' \n',
    '  a\n\n',
    '> > > ',
    '- - - ',
    '- a\n',
    '=====\n',
    'a\n===\n',
    '[a]: b\n',
  ],
  ...[
    '%%\n\n',
    '<del>\n\n',
    '==a ',
    'Table: a\n\n',
    '{{efn|',
    '#strike[',
    '\\sout{',
    '[[File:a]] ',
    '"a\n-- b\n',
    'a  b\n',
  ],
];

/** What makes words, sentences, quotations and values hard to tell. */
const prose = [
  ...['"', '“', '”', "'", '‘', '’', '«', '"a ', '“a ', '”a ', "'a ", '‘a ', '"A," ', 'A "b" said. ', '(a ', '“‘a '],
  ...['.', '!', '?', '…', '. ', '? ', '?!', 'A. ', 'a.', 'Mr. ', 'U.S. ', '1. ', '1.1.', '[1]', '— ', '-', ', '],
  ...['$5 ', '5 ', '5, ', '5-', '5%', '1,000', '£5m ', 'a-', 'a—', 'a, ', 'A B ', 'The ', 'May ', '5 May ', 'last '],
  ...[
    'that ',
    'and ',
    'said ',
    'says ',
    'who says ',
    '"a," he said, ',
    'according to ',
    'may ',
    'not ',
    'of the ',
    'TK ',
    '(TK) ',
    'Lind, ',
    "'a' 5' b ",
  ],
  ...['https://a.example/', 'a@', 'a/', 'é', 'e\u0301', '漢', '😀', ' ', '\t', '\u00a0', '\u200b', '\u200d', '\u0000'],
  ...['\ud800', '\udc00', '\u202e', '\ufeff', 'aaaaaaaaaaaa', 'Experts say the dam will hold. '],
];

/** Characters of the smaller text: what seems to grow too fast is looked at in a longer one, where bounds, such as how far an address may reach, are passed. */
const sizes = [2_500, 100_000];
/** Twice the text, with what grows by its logarithm, such as sorting, and what engines count in one version and not in another. */
const doubled = 2.3;

let work: CountWork;
let core: typeof import('../../server/core/index.ts');
let forget: () => void;
beforeAll(async () => {
  work = startCountingWork(url => /\/server\/core\/|@lezer|htmlparser2/.test(url));
  core = await import('../../server/core/index.ts');
  const { forgetTags } = await import('../../server/core/text/tagger.ts');
  const { forgetSentences } = await import('../../server/core/attribution/span-tagger.ts');
  forget = () => {
    forgetTags();
    forgetSentences();
  };
});

/** Of some openings, those that make the work grow faster than the text, on one line or wherever they stand. */
function growingFaster(openings: readonly string[], read: (text: string) => unknown, before = ''): string[] {
  const growth = (opening: string, size: number) => {
    const reading = (length: number) => {
      const text = `${before}${opening.repeat(Math.ceil(length / opening.length))} words\n\nMore words.`;
      // Sentences of the one text are in the other, too, which must find as little remembered.
      forget();
      return work(() => read(text));
    };
    return reading(2 * size) / reading(size);
  };
  return openings.flatMap(opening => {
    const found: number[] = [];
    for (const size of sizes) {
      const ratio = growth(opening, size);
      if (ratio <= doubled) return [];
      found.push(ratio);
    }
    return [`${JSON.stringify(opening)} ${found}`];
  });
}

const readers = languages.filter(
  (language, index) => languages.findIndex(({ blocks }) => blocks === language.blocks) === index,
);

describe('twice the text is at most twice the work', () => {
  test.each(readers.map(({ id }) => id))('%s: to find the blocks', id => {
    expect(growingFaster(markup, text => core.formatOf(id).blocks(text))).toEqual([]);
    expect(growingFaster([' ', '\t', '\u00a0'], text => core.formatOf(id).blocks(text), 'Some')).toEqual([]);
  });

  test.each(['plaintext', 'markdown'])('%s: to check all of it', id => {
    expect(growingFaster(prose, text => core.check(core.read(text, id)))).toEqual([]);
  });

  test('a count sees what grows with the square, in our code and in what is built in', () => {
    const square = (text: string) => [...text].filter((_, at) => text.indexOf('x', at) >= 0);
    expect(growingFaster(['a'], square)).toHaveLength(1);
    expect(growingFaster(['a'], text => [...text].map((_, at) => /x/.exec(text.slice(at))))).toHaveLength(1);
    expect(growingFaster(['a'], text => [...text].map((_, at) => /x/y.exec(text.slice(at))))).toEqual([]);
  });
});
