import { expect, test } from 'vitest';
import { namedInMetadata } from '../../../server/core/bibliography/metadata.ts';

test.each([
  ['title: T\nbibliography: refs.bib\n', [['refs.bib', 'refs.bib']]],
  ['bibliography: "my refs.json"\n', [['my refs.json', '"my refs.json"']]],
  [
    'bibliography: [a.bib, b.yaml]\n',
    [
      ['a.bib', 'a.bib'],
      ['b.yaml', 'b.yaml'],
    ],
  ],
  [
    'bibliography:\n  - a.bib\n  - b.bib # more\n',
    [
      ['a.bib', 'a.bib'],
      ['b.bib', 'b.bib'],
    ],
  ],
  ['bibliography:\n', []],
  ['- bibliography: a.bib\n', []],
  ['bibliography: [a.bib\ntitle: "never closed\n', [['a.bib', 'a.bib']]],
  ['', []],
])('finds the bibliographies in %j', (yaml, expected) => {
  expect(
    namedInMetadata(yaml, [['bibliography']]).map(({ path, start, end }) => [path, yaml.slice(start, end)]),
  ).toEqual(expected);
});

test('finds them under the keys that lead there', () => {
  const yaml = 'bibliography: a.bib\nmetadata:\n  bibliography: [b.bib]\n';
  const pathsUnder = (...keys: string[][]) => namedInMetadata(yaml, keys).map(({ path }) => path);
  expect(pathsUnder(['bibliography'], ['metadata', 'bibliography'])).toEqual(['a.bib', 'b.bib']);
  expect(pathsUnder(['project', 'bibliography'])).toEqual([]);
});
