import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { isMisplaced } from '../../../server/core/text/word-order.ts';

const misplacedIn = (text: string) =>
  read(text, 'plaintext').blocks.flatMap(({ block: { tokens } }) =>
    tokens.filter((token, i) => isMisplaced(token, tokens[i + 1], tokens[i + 2])).map(token => token.text),
  );

test.each([
  ['The wall of the of harbour fell.', ['the']],
  ['They he boats from be sold.', ['They', 'from']],
  ['The council is has closed the quay and.', ['is', 'and']],
  ['It was a and of their by storm.', ['a', 'their']],
])('words that cannot stand where they do: %s', (text, words) => expect(misplacedIn(text)).toEqual(words));

test.each([
  'What he dreams of is a quay that the US pays for, and what she came from is gone.',
  'The will of the people is what the who is who of the town fears.',
  'Whose idea it was, and what it is about, I cannot say.',
  'Are they the best? Was it the council, or you and I, that gave a yes or a no?',
  'Ask whoever you like, he or she knows the ins and outs of it.',
])('words that can: %s', text => expect(misplacedIn(text)).toEqual([]));
