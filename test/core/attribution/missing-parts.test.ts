import { expect, test } from 'vitest';
import type { Range } from '../../../server/core/attribution/linked-parts.ts';
import { missingParts } from '../../../server/core/attribution/missing-parts.ts';
import { read } from '../../../server/core/index.ts';

const blockOf = (text: string) => read(text, 'plaintext').blocks[0]?.block as Parameters<typeof missingParts>[0];

/** The words of a range. */
const words = ({ tokens }: ReturnType<typeof blockOf>, range: Range | undefined) =>
  range &&
  tokens
    .slice(...range)
    .map(({ text }) => text)
    .join(' ');

test.each([
  ['Recalling the flood, the council raised the wall.', 'Recalling', 'the council'],
  ['The council fell silent, denying that the wall was weak.', 'denying', 'The council'],
  ['Again the mayor complained that rents rose.', 'complained', 'the mayor'],
  ['Recalling the flood.', 'Recalling', undefined],
])('the source of the cue in “%s”', (text, cue, source) => {
  const block = blockOf(text);
  const at = block.tokens.findIndex(token => token.text === cue);
  expect(words(block, missingParts(block, () => 0).source([at, at + 1], 0))).toBe(source);
});

test('a cue that content needs is the likeliest word outside of it, auxiliaries included', () => {
  const block = blockOf('The firm has promised to close the mine.');
  const sure = (by: number) => (first: number) => (block.tokens[first]?.text === 'promised' ? by : 0.01);
  expect(words(block, missingParts(block, sure(0.3)).cue([4, 8], 0))).toBe('has promised');
  expect(missingParts(block, sure(0.02)).cue([4, 8], 0)).toBeUndefined();
  expect(missingParts(block, sure(0.3)).cue([2, 8], 0)).toBeUndefined();
});
