import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainProse } from '../../../server/core/model/prose.ts';
import { splitSentences } from '../../../server/core/text/sentences.ts';
import { forget, newTagMemory, recallTags, type TagMemory } from '../../../server/core/text/tag-memory.ts';
import { tagTokens } from '../../../server/core/text/tagger.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

const read = (text: string) => tokenize(plainProse(text));

function tagged(text: string, memory: TagMemory): string[] {
  const tokens = read(text);
  tagTokens(tokens, splitSentences(tokens), memory);
  return tokens.map(({ pos }) => pos);
}

test('tags are the same whatever is remembered', () => {
  const memory = newTagMemory();
  // Few words, so that sentences come back, and others that differ in one word or one space lead near them.
  const word = fc.constantFrom(
    'The',
    'the',
    'dam',
    'dams',
    ' may',
    'May',
    'hold',
    'to',
    'well-known',
    "n't",
    '“',
    '.',
    '.',
  );
  const sentence = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 8 });
  const text = fc.array(sentence, { maxLength: 6 }).map(parts => parts.flat(2).join(''));
  fc.assert(
    fc.property(text, text => {
      expect(tagged(text, memory)).toEqual(tagged(text, newTagMemory()));
    }),
    { numRuns: 2000, seed: 20261129 },
  );
});

test('a sentence is known by all its words and spaces, and until it is forgotten', () => {
  const memory = newTagMemory();
  const isKnown = (text: string) => {
    const tokens = read(text);
    return recallTags(memory, tokens, 0, tokens.length);
  };
  const sentence = 'They want to build homes.';
  expect(isKnown(sentence)).toBe(false);
  tagged(sentence, memory);
  expect(isKnown(sentence)).toBe(true);
  for (const other of ['They want to build homes .', 'They went to build homes.', 'They want to build.', ''])
    expect(isKnown(other)).toBe(false);
  forget(memory);
  expect(isKnown(sentence)).toBe(false);
});

test('what is remembered is bounded', () => {
  const memory = newTagMemory();
  const size = () => memory.slots.reduce((sum, tokens) => sum + (tokens?.length ?? 0), 0);
  tagged('the old dam and '.repeat(300), memory);
  expect(size()).toBe(0);
  const slots = memory.slots.length;
  for (let i = 0; i < 3 * slots; i++) tagged(`Dam ${i.toString(36)} of ${(i * 7919).toString(36)} will hold.`, memory);
  expect(size()).toBeGreaterThan(slots);
  expect(memory.slots).toHaveLength(slots);
});
