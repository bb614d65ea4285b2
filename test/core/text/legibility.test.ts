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

/** What Windows has for the last byte of a mark. */
const windows: Readonly<Record<string, string>> = { "'": '™', '’': '™', '‘': '˜', '“': 'œ', '”': '\u009d', '—': '”' };

/** Ways in which a text stops being clean prose. */
const damages: Readonly<Record<string, (text: string) => string>> = {
  'all in capitals': text => text.toUpperCase(),
  'without punctuation': text => text.replace(/[.,;:!?“”"—()]/g, ''),
  'without punctuation and capitals': text => text.replace(/[.,;:!?“”"—()]/g, '').toLowerCase(),
  'without capitals': text => text.toLowerCase(),
  'translated without articles': text => text.replace(/\b(?:the|an?) /gi, ''),
  'in UTF-8 that was read as Windows-1252': text =>
    text.replaceAll('€', 'â‚¬').replace(/['’‘“”—]/g, mark => `â€${windows[mark]}`),
  'written with every seventh word twice': text => {
    let words = 0;
    return text.replace(/\b[a-z]{2,}\b/g, word => (++words % 7 === 0 ? `${word} ${word}` : word));
  },
  'in the reverse order of its words': text =>
    text.replace(/[^.!?\n]+(?=[.!?])/g, sentence => sentence.trim().split(/\s+/).reverse().join(' ')),
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
    'The wall, as [the survey](https://harbour.example/survey) had it, was sound [1] *before* the storm [ed: of 2019].[^2]',
    'She had had enough of the US; what he thinks of is the will that that council has shown so far.',
    'They found a way in, and the people able to pay for what it was about were full of hope: the who is who of Halden.',
    'The team lost 2-1 in 2017 and 3-2 in 2018, in front of 4,000 and 3,500 people.',
    'Phillip Mndeni, a schwa expert from Gdansk, spoke on rhythms, psalms and pterodactyls in the fjords of the czars etc.',
    'Cátia of São Miguel took the ferry to Âncora, past the château, and paid €3 for it.',
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

/** What somebody may paste into a draft, or open with the wrong program. */
const noProse: Readonly<Record<string, string>> = {
  'lines of a log': `2031-03-04T08:06:25.120Z ERROR [harbour-3] tide.store: the reading was lost after 1804 ms, 95% of all requests failed
2031-03-04T08:06:27.450Z WARN [harbour-1] tide.store: the reader was said to be slower than 4200 ms in the last 24 hours`,
  'a programme': `const wallHeight = measure(harbour.wall, { unit: "m", most: 40 });
if (wallHeight.value > 30 && isAlways(harbour.open)) return everyone.leaves(harbour);
for (const boat of harbour.boats) boat.speed = boat.speed * 2 + never[boat.name];`,
  'words with commas': [...paragraph.matchAll(/\w+/g)]
    .concat([...sample.matchAll(/\w{5,}/g)])
    .map(([word]) => word)
    .join(', '),
  'rows of a table': `rents, 1804, 2210, 2511, 2890, 3011, 3200
wages, 410, 420, 425, 433, 440, 441
clearly, 12, 14, 16, 18, 20, 22`,
};

test.each(Object.entries(noProse))('nothing is warned of in %s', (_, text) => {
  expect(Math.max(...legibilities(text))).toBeLessThan(0.5);
  expect(check(read(text, 'plaintext')).findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
});

/** Other ways to write, which a reader takes for no damage. */
const customs: Readonly<Record<string, (text: string) => string>> = {
  'in small letters': text => text.toLowerCase(),
  'in lines of 60 columns': text => text.replace(/(?=.{61})(.{1,60}) /g, '$1\n'),
};

test.each(Object.entries(customs))('about as much is found in a draft %s', (_, write) => {
  const warnings = (text: string) =>
    check(read(text, 'plaintext')).findings.filter(({ severity }) => severity === 'warning').length;
  const usual = warnings(sample);
  expect(warnings(write(sample))).toBeLessThanOrEqual(1.2 * usual);
  expect(warnings(write(sample))).toBeGreaterThanOrEqual(0.8 * usual);
});
