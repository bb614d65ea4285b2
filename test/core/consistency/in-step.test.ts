import { expect, test } from 'vitest';
import { type Article, check, defaultSettings, read, rules } from '../../../server/core/index.ts';
import { versionsOf } from '../../support/random-edits.ts';
import { readMarks } from '../../support/read-marks.ts';
import { contradictions } from './contradictions.ts';

const own = rules.filter(rule => rule.family === 'consistency');
const draft = contradictions
  .filter((_, i) => i % 2 === 0)
  .map(({ wrong }) => readMarks(wrong).text)
  .join('\n\n');

test.each(['markdown', 'plaintext'])(
  '%s: a draft full of contradictions, edited at random, is checked as if from scratch',
  languageId => {
    let article: Article | undefined;
    let count = 0;
    let most = 0;
    for (const text of versionsOf(draft, 4711)) {
      article = read(text, languageId, article);
      // Not every version is checked, so that the next one is compared with one that is several edits older.
      if (count % 3 !== 1) {
        const { findings } = check(article, defaultSettings, { rules: own });
        expect(findings).toEqual(check(read(text, languageId), defaultSettings, { rules: own }).findings);
        most = Math.max(most, findings.length);
      }
      if (++count > 200) break;
    }
    expect(most).toBeGreaterThan(20);
  },
);

test('an older version is checked as it was, after a newer one', () => {
  const first = read(draft, 'markdown');
  const before = check(first, defaultSettings, { rules: own }).findings;
  const edited = read(draft.replace('5,200', '5,300').replaceAll('Lindqvist', 'Lindquist'), 'markdown', first);
  expect(check(edited, defaultSettings, { rules: own }).findings).not.toEqual(before);
  const back = read(draft, 'markdown', edited);
  expect(check(back, defaultSettings, { rules: own }).findings).toEqual(before);
});
