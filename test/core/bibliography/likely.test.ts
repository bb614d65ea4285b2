import { expect, test } from 'vitest';
import { likelyEntries } from '../../../server/core/bibliography/likely.ts';
import { readBibliography } from '../../../server/core/bibliography/read-bibliography.ts';

const text = `
@book{mueller2019, author = {Müller, Ann}, title = {A History of the Dams}, year = 2019}
@book{smith2020, author = {Smith, Bo}, title = {Of Dams and Walls}, year = 2020}
@article{lind2020, author = {Lind, Cy}, title = {Rents in Halden}, journal = {Harbour Studies}, year = 2020}
@article{roe2018, author = {Roe, Di}, title = {The Price of Water}, journal = {Harbour Studies}, year = 2018}
`;
const { entries } = readBibliography(text, 'bibtex');
const library = { entries: new Map(entries.map(entry => [entry.key, entry])), complete: true, declared: true };
const likely = (sentence: string) => likelyEntries(library, sentence, 2).map(({ key }) => key);

test.each([
  ['In Halden, the rent for a flat has doubled.', ['lind2020']],
  ['As Muller showed in 2019, walls fail.', ['mueller2019']],
  ['Smith counted the walls that fell.', ['smith2020']],
  ['Dams and walls cost too much.', ['smith2020']],
  ['The dams cost too much.', []],
  ['The smith sold water in 1999.', []],
  ['It was so in 2020.', []],
  ['', []],
])('%s', (sentence, keys) => expect(likely(sentence)).toEqual(keys));

test('a word that many works share tells none of them', () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ ...(entries[1] as (typeof entries)[number]), key: `k${i}` }));
  const large = { ...library, entries: new Map(many.map(entry => [entry.key, entry])) };
  expect(likelyEntries(large, 'Dams and walls cost too much.', 2)).toEqual([]);
});
