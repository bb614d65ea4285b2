import { expect, test } from 'vitest';
import { nounPhraseEnd } from '../../../server/core/attribution/noun-phrase.ts';
import { read } from '../../../server/core/index.ts';

/** A bar stands where the noun phrase that opens the sentence ends; all are written for this test. */
test.each(['The ministry | knows that rents rose.', 'The elected mayor | left.', 'Officials | want more money.'])(
  '%s',
  marked => {
    const tokens = read(marked.replace('| ', ''), 'plaintext').blocks[0]?.block.tokens ?? [];
    const words = tokens.slice(0, nounPhraseEnd(tokens, 0, tokens.length)).map(({ text }) => text);
    expect(words.join(' ')).toBe(marked.split(' |')[0]);
  },
);
