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
  'It was written by then-Rep. Ann Lind of Halden.| Nobody else did.',
  'No. 5 is shut.',
  'It cost kr. 40,000 a year.| Rs. 500 was paid.| They want 40 kr.| The rest is gone.',
  'They flew to Ft. Worth with Cllr. Lind and Br. Jon.| Nobody came.',
  'Wm. Holm wrote to Thos. Roe and Geo. Dahl.',
  'Sec. Lind and Asst. Sec. Roe cited sec. 5 and Sec. 6.| It took 9 sec. in all.',
  'Mmes. Lind and Roe spoke.',
  'It holds a max. of 5 and a min. of 2 men.',
  'It is in law (s. 5 of the Act, ss. 6–7, reg. 3).',
  '"I ... I can\'t," he said.| "He… he left."',
  'Well… I never saw it.| Then it stopped…| I left.',
  'Rents rose.| @anna said so.| #Halden grew.',
])('%s', marked => {
  const expected = marked.split('|').map(sentence => sentence.trim());
  expect(split(marked.replaceAll('|', ''))).toEqual(expected);
});
