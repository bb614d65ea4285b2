import { expect, test } from 'vitest';
import { plainProse } from '../../../server/core/model/prose.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';
import { cutUnits, maxUnits, newUnits } from '../../../server/core/text/units.ts';

const cut = (text: string) => {
  const tokens = tokenize(plainProse(text));
  const units = newUnits();
  cutUnits(units, tokens, 0, tokens.length);
  return Array.from({ length: units.count }, (_, i) =>
    tokens[units.token[i] as number]?.text.slice(units.start[i], units.end[i]),
  ).join('|');
};

test.each([
  ["Don't say they’ll go", "Do|n't|say|they|’ll|go"],
  ["I'm sure we'd have, wouldn’t you?", "I|'m|sure|we|'d|have|,|would|n’t|you|?"],
  ['She cannot stay', 'She|can|not|stay'],
  ['a well-known, state-owned bank', 'a|well|known|,|state|owned|bank'],
  ['anti-war co-founders re-elected', 'anti-war|co-founders|re-elected'],
  ['a non-profit-making body', 'a|non-profit|making|body'],
  ['the dam’s wall', 'the|dam|’s|wall'],
  ["o'clock and rock'n'roll", "o'clock|and|rock'n'roll"],
])('%s', (text, expected) => {
  expect(cut(text)).toBe(expected);
});

test('a word of very many hyphens is one unit, so that scratch space has a bound', () => {
  const word = Array(5000).fill('a').join('-');
  expect(cut(word)).toBe(word);
  expect(cut('b-'.repeat(8).concat('b')).split('|').length).toBeLessThanOrEqual(maxUnits);
});
