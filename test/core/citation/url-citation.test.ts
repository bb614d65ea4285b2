import { expect, test } from 'vitest';
import { applyEdits, check, citeUrl, createPlacer, languages, read } from '../../../server/core/index.ts';

const claim = 'The council has spent 40 million crowns on the new bridge since 2019.';
const url = 'https://www.example.org/bridge?a=1&b=(2)';

test.each(languages.map(({ id }) => id))('%s: an address that is cited backs the claim', id => {
  const found = (text: string) => check(read(text, id)).findings.map(({ ruleId }) => ruleId);
  expect(found(`${claim}\n`)).toEqual(['unsourced-figure']);
  const cited = (text: string) => {
    const article = read(text, id);
    return applyEdits(text, citeUrl(article, [], 10, url, createPlacer(article)));
  };
  const text = cited(`${claim}\n`);
  expect([text, found(text)]).toEqual([text, []]);
  // In the place of a placeholder, nothing of which is left.
  const marked = `${claim.slice(0, 10)} [citation needed]${claim.slice(10)}\n`;
  const article = read(marked, id);
  const inPlace = applyEdits(marked, citeUrl(article, [], 14, url, createPlacer(article)));
  expect([inPlace, found(inPlace)]).toEqual([inPlace, []]);
});

test.each(languages.map(({ id }) => id))('%s: an address that is cited says who the experts are', id => {
  const text = 'Experts say that the old wall leaks, and the mayor waits.\n';
  const article = read(text, id);
  const { findings } = check(article);
  expect(findings.map(({ ruleId }) => ruleId)).toContain('vague-source');
  const edits = citeUrl(article, findings, 2, url, createPlacer(article));
  const cited = applyEdits(text, edits);
  expect([cited, check(read(cited, id)).findings.filter(({ ruleId }) => ruleId === 'vague-source')]).toEqual([
    cited,
    [],
  ]);
});
