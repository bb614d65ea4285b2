import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '../../../server/core/formats/markdown.ts';
import { plainProse } from '../../../server/core/model/prose.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

test.each([
  ['Pakistan’s army', 'Pakistan|’s|army'],
  ["Don't say so-called", "Don't|say|so-called"],
  ['The U.S. and J. K. Roe', 'The|U.S.|and|J.|K.|Roe'],
  ['$1,200.50 or 40% in the 1980s', '$|1,200.50|or|40|%|in|the|1980s'],
  ['“Yes”—he said...', '“|Yes|”|—|he|said|...'],
  ['naïve café', 'naïve|café'],
  ['emoji 🙂 end', 'emoji|🙂|end'],
])('%s', (text, expected) => {
  expect(
    tokenize(plainProse(text))
      .map(token => token.text)
      .join('|'),
  ).toBe(expected);
});

describe('source positions', () => {
  test.each(['A **bold**ly &amp; [linked](u) word.', '😀 *emoji* 漢字 [^1] end.', '> quoted\n> *lines* \\* here'])(
    '%j',
    text => {
      for (const { prose, span } of markdownBlocks(text))
        for (const token of tokenize(prose)) {
          const source = text.slice(span.start + token.start, span.start + token.end);
          // A token without markup inside it is its own source.
          if (/^[\p{L}\p{N}]+$/u.test(source)) expect(source).toBe(token.text);
          expect(token.start).toBeLessThan(token.end);
          expect(span.start + token.end).toBeLessThanOrEqual(span.end);
        }
    },
  );
});
