import { expect, test } from 'vitest';
import { findImpressions } from '../../../server/core/attribution/impressions.ts';
import { read } from '../../../server/core/index.ts';

/** Cues and contents of a sentence, as words. */
function impressions(text: string): string[] {
  const block = read(text, 'plaintext').blocks[0]?.block;
  if (!block) return [];
  const words = ([first, end]: readonly [number, number]) =>
    block.tokens
      .slice(first, end)
      .map(token => token.text)
      .join(' ');
  return block.sentences
    .flatMap(sentence => findImpressions(block, sentence))
    .map(({ cue, content }) => [cue, ...content].map(words).join(' | '));
}

test.each([
  ['The mayor seems to doubt the plan.', 'seems | The mayor | to doubt the plan'],
  ['It appears that the dam held.', 'appears | that the dam held'],
  ['The mine is not expected to close this year.', 'is not expected | The mine | to close this year'],
  ['The lake is widely seen as a threat.', 'is widely seen | The lake | as a threat'],
  ['The firm has been accused of fraud.', 'has been accused | The firm | of fraud'],
  ['Asked about the dam, she shook her head.', 'Asked | about the dam'],
  ['She reportedly left.', 'reportedly | She | left'],
])('nobody says who: %s', (text, parts) => {
  expect(impressions(text)).toEqual([parts]);
});

test.each([
  'The firm was accused by the union of fraud.',
  'The ship appeared at noon.',
  'The lake was seen in the valley.',
  'She asked about the dam.',
  'The expected storm never came.',
])('somebody is named, or nothing is said: %s', text => {
  expect(impressions(text)).toEqual([]);
});
