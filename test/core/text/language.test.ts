import { describe, expect, test } from 'vitest';
import { check, claimsOf, noticesOf, read } from '../../../server/core/index.ts';
import { plainProse } from '../../../server/core/model/prose.ts';
import { languageOf } from '../../../server/core/text/language.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

const german = 'Experten sagen, dass der Damm nicht hält, und die Mieten sind um 40 Prozent gestiegen.';
const english = 'Experts say the dam will hold.';

test.each([
  [german, 'other'],
  ['Les experts disent que le barrage est sûr et que les loyers ne vont pas monter.', 'other'],
  ['Los expertos dicen que la presa es segura y que los alquileres no van a subir.', 'other'],
  ['Gli esperti dicono che la diga è sicura e che gli affitti non sono in aumento.', 'other'],
  ['Os especialistas dizem que a barragem não vai ceder e que os preços já subiram.', 'other'],
  ['Deskundigen zeggen dat de dam het niet houdt en dat de huren met een derde zijn gestegen.', 'other'],
  ['Experter säger att dammen inte håller och att hyrorna har stigit på ett år.', 'other'],
  ['Эксперты говорят, что плотина устоит.', 'other'],
  ['専門家はダムは大丈夫だと言う。', 'other'],
  [english, 'en'],
  ['Rents rose. Wages fell. Nobody cared. Shops closed everywhere last winter.', 'en'],
  ['The French say “c’est la vie” and the Germans “so ist das Leben”, and both are right.', 'en'],
  ['He was a de facto ruler of El Salvador, and the los Angeles of his day was there.', 'en'],
  ['Anna Lind, Carl Roe, Vidar Dahl, Miriam Osei, Robert Holm, Jens Borg, Ida Lund, Kai Moe', 'en'],
  ['Guten Tag', 'en'],
  ['', 'en'],
])('%s: %s', (text, language) => {
  expect(languageOf(tokenize(plainProse(text)))).toBe(language);
});

describe('a block in another language', () => {
  test('is left unflagged, while its neighbours are not', () => {
    const found = check(read(`${german}\n\n${english}`, 'markdown')).findings;
    expect(found.map(({ start }) => start)).toEqual([german.length + 2]);
    expect(claimsOf(read(german, 'markdown'))).toEqual([]);
  });

  test('is told once, at the first of them', () => {
    const [notice, ...more] = noticesOf(read(`${english}\n\n${german}\n\n${german}`, 'markdown'));
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ severity: 'information', start: english.length + 2 });
    expect(notice?.message).toBe('2 paragraphs, this one first, are not in English, so nothing in them was checked.');
  });

  test('an English draft has no notice', () => {
    expect(noticesOf(read(english, 'markdown'))).toEqual([]);
  });
});
