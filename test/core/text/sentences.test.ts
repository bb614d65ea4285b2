import { expect, test } from 'vitest';
import { plainProse } from '../../../server/core/model/prose.ts';
import { splitSentences } from '../../../server/core/text/sentences.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

const split = (text: string) =>
  splitSentences(tokenize(plainProse(text))).map(({ start, end }) => text.slice(start, end));

/** Sentences are parted by a bar; all are written for this test. */
test.each([
  'It held.| It broke.',
  'Mr. Lind met Dr. A. B. Roe at 5 p.m. on Main St. in Halden.| They spoke.',
  'He lives in the U.S. Senate building.| It is old.',
  'He moved to the U.S.| The rest stayed.',
  '“Will it hold?” asked Lind.| “It will.”',
  'She said: “It held.”| He left.',
  'Costs rose by 3.5 per cent.| 40 men left.',
  'Wait… it moved.| Then it fell!| Did it?!',
  'It fell (so they said.)| We left.',
  'A headline without a stop',
  'Lt. Gen. Holm and Sen. Roe agreed.| Nobody else did.',
  'No. 5 is shut.',
])('%s', marked => {
  const expected = marked.split('|').map(sentence => sentence.trim());
  expect(split(marked.replaceAll('|', ''))).toEqual(expected);
});
