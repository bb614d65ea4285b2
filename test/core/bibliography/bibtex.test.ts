import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../../server/core/bibliography/read-bibliography.ts';

const read = (text: string) => readBibliography(text, 'bibtex');
const line = (text: string, position: number): number => text.slice(0, position).split('\n').length;
const problemsOf = (text: string) =>
  read(text).problems.map(({ position, message }) => [line(text, position), message] as const);
const keysOf = (text: string) => read(text).entries.map(({ key }) => key);

test('reads who wrote what when, where it appeared and where it can be found', () => {
  const text = String.raw`Words between entries are comments, even with an address such as desk@paper.example.
@comment{ @article{hidden, title = {Not an entry}} }
@preamble{"\newcommand{\x}{y}"}
@string{jdh = "Journal of " # {Dams}}
@Article{moeller2020,
  author  = {M{\"o}ller, J{\'o}zef and {The {UN} Agency} and Anna von der Berg and others},
  title   = "The {Dam} at \emph{Lake} \& its {\ss}tudy",
  subtitle = {A History},
  journal = JDH, year = 2020, month = jan,
  url     = {https://example.org/a\_b?x=%20y},
}
`;
  const { entries, problems } = read(text);
  expect(problems).toEqual([]);
  expect(entries).toEqual([
    {
      key: 'moeller2020',
      type: 'article',
      authors: [
        { family: 'Möller', given: 'Józef' },
        { family: 'The UN Agency', given: '' },
        { family: 'von der Berg', given: 'Anna' },
      ],
      year: '2020',
      title: 'The Dam at Lake & its ßtudy: A History',
      container: 'Journal of Dams',
      url: 'https://example.org/a_b?x=%20y',
      position: text.indexOf('moeller2020'),
    },
  ]);
});

test('takes parentheses, editors, dates, publishers and digital object identifiers for what they are', () => {
  expect(
    read('@book(k, editor={Lee, Ann}, title="P (x)", publisher={Kob}, date={2001-05}, doi={10.1/ab})').entries,
  ).toEqual([
    {
      key: 'k',
      type: 'book',
      authors: [{ family: 'Lee', given: 'Ann' }],
      year: '2001',
      title: 'P (x)',
      container: 'Kob',
      url: 'https://doi.org/10.1/ab',
      position: 6,
    },
  ]);
});

test('a chapter has the year of the book that it refers to, and stands in it', () => {
  const [, chapter] = read(
    '@book{b, title={Dams}, year={1999}}\n@incollection{c, crossref={b}, title={Walls}}',
  ).entries;
  expect(chapter).toMatchObject({ title: 'Walls', container: 'Dams', year: '1999' });
});

describe('a broken entry is told at its line, and the others are read', () => {
  test('a comma is missing between two fields', () => {
    const text = '@misc{a, title={A}}\n@misc{b, title={B},\n  year = 2020\n  note = {n}\n}\n@misc{c, title={C}}\n';
    expect(keysOf(text)).toEqual(['a', 'b', 'c']);
    expect(read(text).entries[1]?.title).toBe('B');
    expect(problemsOf(text)).toEqual([
      [4, expect.stringMatching(/^The entry “b” cannot be read from here on: a comma/)],
    ]);
  });

  test('a brace is never closed', () => {
    const text = '@misc{a, title={A}}\n@misc{b,\n  title={B,\n  year=2001\n\n@misc{c, title={C}}\n@misc{d, title={';
    expect(keysOf(text)).toEqual(['a', 'b', 'c', 'd']);
    expect(problemsOf(text)).toEqual([
      [2, 'The entry “b” is never closed; what is read of it ends before the next entry.'],
      [7, 'The entry “d” is never closed; what is read of it ends before the next entry.'],
    ]);
  });

  test('the key is missing, or not followed by a comma', () => {
    const text = '@misc{ title = {A}, year = 1 }\n@misc{b title={B}}\n@misc{, title={C}}\n@misc{d}';
    expect(keysOf(text)).toEqual(['b', 'd']);
    expect(problemsOf(text)).toEqual([
      [1, 'This entry has no key, so that nothing can cite it.'],
      [2, 'A comma is missing behind the key “b”.'],
      [3, 'This entry has no key, so that nothing can cite it.'],
    ]);
  });

  test('a key is given twice', () => {
    const text = '@misc{a, title={First}}\n@misc{a, title={Second}}';
    expect(read(text).entries.map(({ title }) => title)).toEqual(['First']);
    expect(problemsOf(text)).toEqual([[2, 'The key “a” is given twice; the first entry with it is cited.']]);
  });

  test('a key has LaTeX commands in it; letters of any alphabet are no fault', () => {
    const text = '@misc{K{\\"u}hn2020, title={A}}\n@misc{Kühn:2020/β, title={B}}';
    expect(keysOf(text)).toEqual(['K{\\"u}hn2020', 'Kühn:2020/β']);
    expect(problemsOf(text)).toEqual([
      [1, expect.stringContaining('“K{\\"u}hn2020” has a space, a brace or a LaTeX command')],
    ]);
  });

  test('an abbreviation is broken', () => {
    const text = '@string{jd = }\n@misc{a, journal = jd, title = {A}}';
    expect(problemsOf(text)).toEqual([[1, expect.stringMatching(/^This cannot be read from here on/)]]);
    expect(read(text).entries[0]?.container).toBe('jd');
  });
});

test('braces as deep as one likes do no harm', () => {
  const text = `@misc{a, title={${'{'.repeat(50_000)}Deep${'}'.repeat(50_000)}}}\n@misc{b, title={B}}`;
  expect(read(text).entries.map(({ title }) => title)).toEqual(['Deep', 'B']);
});

test('a file that is none is no error, and tells at most a hundred faults', () => {
  expect(read('')).toEqual({ entries: [], problems: [] });
  expect(read('Just words.')).toEqual({ entries: [], problems: [] });
  expect(read('@misc{, x}\n'.repeat(1000)).problems).toHaveLength(100);
});
