import { expect, test } from 'vitest';
import { readBibliography } from '../../../server/core/bibliography/read-bibliography.ts';
import { searchLibrary } from '../../../server/core/bibliography/search.ts';

const text = `
@book{dams, author = {Müller, Ann}, title = {A History}, year = 1999}
@book{smith2020, author = {Smith, Bo}, title = {Of Dams and Walls}}
@book{lake2020, author = {Adamsen, Cy}, title = {Water}}
`;
const { entries } = readBibliography(text, 'bibtex');
const library = { entries: new Map(entries.map(entry => [entry.key, entry])), complete: true, declared: true };
const search = (typed: string, most = 10) => {
  const { entries: found, isWhole } = searchLibrary(library, typed, most);
  return { keys: found.map(({ key }) => key), isWhole };
};

test('keys go before words, and words before what stands inside one', () =>
  expect(search('dams').keys).toEqual(['dams', 'smith2020', 'lake2020']));
test('accents and capitals make no difference', () => expect(search('MULLER').keys).toEqual(['dams']));
test('nothing typed fits everything, in order of keys', () => {
  expect(search('')).toEqual({ keys: ['dams', 'lake2020', 'smith2020'], isWhole: true });
  expect(search('', 2)).toEqual({ keys: ['dams', 'lake2020'], isWhole: false });
});
