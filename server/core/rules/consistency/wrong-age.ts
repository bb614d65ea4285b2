import { wrongAges } from '../../consistency/ages.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'wrong-age',
  family: 'consistency',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    summary: 'Flags an age that does not fit the year of birth.',
    why: 'One of the years or the age is wrong.',
    advice: 'Look up the year of birth and reckon again.',
    references: ['University of Chicago Press (2016), The Chicago Guide to Fact-Checking, chapter 4'],
  },
  messages: { age: 'Who was born in {birth} was {right} in {year}, not {age}.' },
  examples: {
    flags: [
      'Miriam Osei, born in 1950, was [[45]] years old in 1990.',
      'Roe Dahl was born in Halden in 1931 and died in 2001 at the age of [[79]].',
      'Anna Lind (1931–2001) died at [[79]], in her own bed.',
    ],
    passes: [
      'Miriam Osei, born in 1950, was 40 years old in 1990.',
      'Miriam Osei, born in 1950, was 39 when the war ended in 1990.',
      'Anna Lind (1931–2001) died at 70, in her own bed.',
      'Born in 1950, she taught 45 pupils in 1990.',
    ],
  },
  check({ block, report }) {
    for (const { start, end, birth, birthYear, year, age } of wrongAges(block)) {
      const related = [{ start: birth.start, end: birth.end, message: `The year of birth is ${birthYear}.` }];
      const lived = year - birthYear;
      const filling = {
        birth: String(birthYear),
        year: String(year),
        age: String(age),
        right: `${lived - 1} or ${lived}`,
      };
      report({ start, end }, 'age', filling, { related });
    }
  },
});
