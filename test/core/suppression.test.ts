import { expect, test } from 'vitest';
import { check, read } from '../../server/core/index.ts';

const claim = 'Experts say the dam will hold.';
const found = (text: string, languageId = 'markdown') => check(read(text, languageId)).findings.length;

test.each([
  [claim, 1],
  [`<!-- sayswho-ignore-next -->\n${claim}`, 0],
  [`<!-- sayswho-ignore-next vague-source -- common knowledge -->\n\n${claim}`, 0],
  [`<!-- sayswho-ignore-next stacked-hedges -->\n${claim}`, 1],
  [`<!-- sayswho-ignore-next attribution.* -->\n${claim}`, 0],
  [`${claim} <!-- sayswho-ignore -->`, 0],
  [`${claim}\n\n${claim} <!-- sayswho-ignore -->`, 1],
  [`<!-- sayswho-ignore-start -->\n\n${claim}\n\n<!-- sayswho-ignore-end -->\n\n${claim}`, 1],
  [`<!-- sayswho-ignore-start -->\n\n${claim}\n\n${claim}`, 0],
  [`${claim}\n\n<!-- sayswho-ignore-file vague-source -->`, 0],
  [`<!-- sayswho-ignored -->\n${claim}`, 1],
  [`- ${claim}\n  <!-- sayswho-ignore -->\n- ${claim} <!-- sayswho-ignore -->`, 1],
])('%j leaves %i', (text, expected) => {
  expect(found(text)).toBe(expected);
});

test('works in plain text too', () => {
  expect(found(`${claim} <!-- sayswho-ignore -->`, 'plaintext')).toBe(0);
});
