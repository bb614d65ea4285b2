import { expect, test } from 'vitest';
import { editorialMarks } from '../../../server/core/formats/editorial-marks.ts';

test.each([
  ...['[citation needed]', '[who?]', '[by whom?]', '[how many?]', '[says who?]', '[clarify]', '[dubious]', '[verify]'],
  ...['[CITATION NEEDED]', '\\[source?\\]', '<sup>[page needed]</sup>', '^[when?]^', '#super[[where?]]'],
  ...['TK', '[TK: the year]', '[@TODO-source]', '[NOTE TO ED: is it so?]', '[query to the desk]', '[fact-check: 40]'],
  ...['[check: the year]', '[query: the year]', '[todo: a source]', '{{clarify|date=May 2026}}', '{>>TODO a source<<}'],
  ...['<!-- verify: the year -->', '@@comment: source needed @@'],
])('%s is a placeholder wherever it stands', mark => {
  const text = `Rents rose by a third ${mark} in a year.`;
  expect(editorialMarks(text)).toEqual([{ kind: 'placeholder', target: mark, start: 22, end: 22 + mark.length }]);
});

test('brackets of other kinds are none', () => {
  expect(editorialMarks('Rents [in the city] rose, {as they say} in a catkin, [sic].')).toEqual([]);
});
