import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, read, resolveSettings } from '../../../server/core/index.ts';
import { legibilityOf } from '../../../server/core/text/legibility.ts';

const sample = readFileSync(new URL('../../../samples/op-ed.md', import.meta.url), 'utf8');
const paragraph =
  'The council has spent four million on the new bridge since 2019, and experts say that it was clearly a waste of public money.';

const lookalike: Readonly<Record<string, string>> = { l: '1', o: '0', e: 'c', i: '!', s: '5', t: '|', a: '@', g: '9' };
/** Every so many small letters is read as what looks like it, as a scanner does. */
function scanned(text: string, every: number): string {
  let letters = 0;
  return text.replace(/[a-z]/g, letter => (++letters % every === 0 ? (lookalike[letter] ?? letter) : letter));
}

/** Ways in which a text stops being clean prose. */
const damages: Readonly<Record<string, (text: string) => string>> = {
  'all in capitals': text => text.toUpperCase(),
  'without punctuation': text => text.replace(/[.,;:!?“”"—()]/g, ''),
  'without punctuation and capitals': text => text.replace(/[.,;:!?“”"—()]/g, '').toLowerCase(),
  'without capitals': text => text.toLowerCase(),
  'translated without articles': text => text.replace(/\b(?:the|an?) /gi, ''),
  'badly scanned': text => scanned(text, 10),
  'very badly scanned': text => scanned(text, 3),
  'cut into a list of its rarer words': text =>
    text.replace(
      /\b(?:the|a|an|of|to|in|on|and|or|is|are|was|were|has|have|had|that|it|at|for|as|by|with|its)\b/gi,
      '',
    ),
};
const legibilities = (text: string) => read(text, 'plaintext').blocks.map(({ block }) => legibilityOf(block));

test('clean prose is trusted whole', () => {
  for (const text of [
    sample,
    paragraph,
    'NATO and the EU met in the UK on 5 May; G. K. Morris took the eMail from an iPad.',
  ])
    expect(Math.min(...legibilities(text))).toBe(1);
});

describe('a draft that is', () => {
  test.each(Object.entries(damages))('%s has fewer findings, none of them surer', (_, damage) => {
    const found = (text: string) => check(read(text, 'plaintext')).findings.filter(one => one.family !== 'citation');
    const clean = found(sample);
    const damaged = found(damage(sample));
    expect(damaged.length).toBeLessThan(clean.length);
    const surest = (findings: typeof clean) => Math.max(0, ...findings.map(({ confidence }) => confidence));
    // Where the words of a source are lost, another sentence may be flagged, which counts about as much.
    expect(surest(damaged)).toBeLessThanOrEqual(surest(clean) + 0.02);
  });
});

test('confidence falls with the quality of the reading', () => {
  const { settings } = resolveSettings({ threshold: 0 });
  const confidence = (text: string) =>
    check(read(text, 'plaintext'), settings).findings.find(({ ruleId }) => ruleId === 'vague-source')?.confidence ?? 0;
  const clean = confidence(paragraph);
  const worse = confidence(paragraph.replace('bridge', 'br1dge').replace('million', 'mi11ion'));
  expect(clean).toBeGreaterThan(worse);
  expect(worse).toBeGreaterThan(0);
});

test('an open placeholder is one in any text', () => {
  const ids = check(
    read('THE COUNCIL HAS SPENT FOUR MILLION ON THE NEW BRIDGE [citation needed].', 'plaintext'),
  ).findings;
  expect(ids.map(({ ruleId }) => ruleId)).toEqual(['open-placeholder']);
});
