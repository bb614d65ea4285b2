import { describe, expect, test } from 'vitest';
import { type BibliographyFormat, bibliographyFormat } from '../../../server/core/bibliography/format.ts';
import { readBibliography } from '../../../server/core/bibliography/read-bibliography.ts';

const json = (text: string) => readBibliography(text, 'csl-json');
const yaml = (text: string) => readBibliography(text, 'yaml');
const problemsOf = (text: string, format: BibliographyFormat) =>
  readBibliography(text, format).problems.map(({ position, message }) => [
    text.slice(0, position).split('\n').length,
    message,
  ]);

const dam = {
  key: 'dam20',
  type: 'article-journal',
  authors: [
    { family: 'von Berg', given: 'Anna' },
    { family: 'UN Agency', given: '' },
  ],
  year: '2020',
  title: 'The Dam at Lake: A Study',
  container: 'Journal of Dams',
  url: 'https://doi.org/10.1/x',
};

test.each([['[%]'], ['{"items": [%]}'], ['{ "references":\n[\n%\n] }']])('CSL-JSON: %s', around => {
  const item = `{"type": "article-journal", "id": "dam20", "title": "The <i>Dam</i> at Lake: A Study",
    "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "von"}, {"literal": "UN Agency"}],
    "issued": {"date-parts": [[2020, 1]]}, "container-title": "Journal of Dams", "DOI": "10.1/x"}`;
  const text = around.replace('%', item);
  expect(json(text)).toEqual({ entries: [{ ...dam, position: text.indexOf('"dam20"') }], problems: [] });
});

describe('broken CSL-JSON', () => {
  test('an item that is never closed', () => {
    const text = '[\n  {"id": "a", "title": "A",\n  {"id": "b", "title": "B"}\n]';
    expect(json(text).entries.map(({ key, title }) => [key, title])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    expect(problemsOf(text, 'csl-json')).toEqual([[2, 'This reference is never closed.']]);
  });

  test('a colon is missing, an identifier, a list', () => {
    const text = '[{"id": "a", "title" "A"},\n{"title": "B"},\n{"id": 7, "title": "C",}]';
    expect(json(text).entries.map(({ key }) => key)).toContain('7');
    expect(problemsOf(text, 'csl-json')).toEqual([
      [1, expect.stringMatching(/^This cannot be read: /)],
      [2, 'This reference has no “id”, so that nothing can cite it.'],
      [3, 'This reference is not JSON to the letter.'],
    ]);
    expect(problemsOf('{"name": "site"}', 'csl-json')).toEqual([[1, expect.stringContaining('no list of references')]]);
    expect(json('')).toEqual({ entries: [], problems: [] });
  });
});

const list = `- id: dam20
  type: article-journal
  title: "The *Dam*"
  author:
  - family: Berg
    given: Anna
    non-dropping-particle: von
  issued:
  - year: 2020
- id: wall
  title: Walls
  issued: 2019-05-06
`;

test.each([
  ['front matter', `---\ntitle: Op-ed\nreferences:\n${list}lang: en\n---\n`],
  ['a bare list', list],
  ['an indented list', `references:\n${list.replace(/^/gm, '    ')}`],
])('CSL-YAML: %s', (_, text) => {
  const { entries, problems } = yaml(text);
  expect(problems).toEqual([]);
  expect(entries.map(({ key, year, title }) => [key, year, title])).toEqual([
    ['dam20', '2020', 'The *Dam*'],
    ['wall', '2019', 'Walls'],
  ]);
  expect(entries[0]?.authors).toEqual([{ family: 'von Berg', given: 'Anna' }]);
  expect(entries.map(({ position }) => text.slice(position, position + 4))).toEqual(['dam2', 'wall']);
});

test('references in brackets are read as well', () => {
  expect(yaml('references: [{id: a, title: A}, {id: b}]').entries.map(({ key }) => key)).toEqual(['a', 'b']);
});

test('a broken reference in YAML is told at its line, and the others are read', () => {
  const text = 'references:\n- id: a\n  title: [A\n- id: b\n  title: B\n- title: C\n- id: d\n  title: *gone\n';
  expect(yaml(text).entries.map(({ key }) => key)).toEqual(expect.arrayContaining(['a', 'b']));
  expect(problemsOf(text, 'yaml')).toEqual([
    [expect.any(Number), expect.stringMatching(/^This cannot be read: /)],
    [6, 'This reference has no “id”, so that nothing can cite it.'],
    [7, expect.stringMatching(/^This cannot be read: /)],
  ]);
});

test('works by their keys, as Typst has them', () => {
  const text = `harry:
    type: Book
    title: Harry
    author: ["Rowling, J. K."]
    date: 1997-06
times:
    type: article
    title: { value: A View }
    parent:
        type: newspaper
        title: The Times
        date: 2001
settings:
    colour: red
`;
  expect(yaml(text)).toEqual({
    entries: [
      expect.objectContaining({ key: 'harry', authors: [{ family: 'Rowling', given: 'J. K.' }], year: '1997' }),
      expect.objectContaining({ key: 'times', title: 'A View', container: 'The Times', year: '2001' }),
    ],
    problems: [],
  });
});

test('names that would unfold without end are refused', () => {
  const bomb = `- &a [x,x,x,x,x,x,x,x,x,x]\n- id: k\n  b: &b [${'*a,'.repeat(9)}*a]\n`;
  expect(problemsOf(bomb, 'yaml').length).toBeGreaterThan(0);
});

test.each([
  ['refs.bib', 'bibtex'],
  ['My.BIB', 'bibtex'],
  ['refs.csl.json', 'csl-json'],
  ['refs.yml', 'yaml'],
  ['refs.txt', undefined],
])('%s is %s', (name, format) => expect(bibliographyFormat(name)).toBe(format));
