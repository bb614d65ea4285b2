import { describe, expect, test } from 'vitest';
import { check, claimState, claimsOf, read, resolveSettings } from '../../../server/core/index.ts';

const claimsIn = (text: string, languageId = 'plaintext') => claimsOf(read(text, languageId)).map(({ claim }) => claim);
const claimIn = (text: string, languageId?: string) => {
  const [claim] = claimsIn(text, languageId);
  if (!claim) throw new Error(`no claim in “${text}”`);
  return claim;
};

test.each([
  'Rents in Halden rose by 40 per cent since 2015.',
  'Unemployment has doubled since the mines closed.',
  'Crime has risen in the districts that lost their police stations.',
])('a trend in the past is open: %s', text => {
  const claim = claimIn(text);
  expect(claimState(claim)).toBe('open');
  expect(claim.mustSource).toBeGreaterThan(0.5);
  expect(claim.reasons).toContain('a change over time');
});

test.each(['Our children deserve better schools.', 'Is it not time to act?', 'I hope that trust will grow.'])(
  'asserts nothing checkable: %s',
  text => expect(claimsIn(text).filter(({ factual }) => factual >= 0.5)).toEqual([]),
);

test.each([
  'The league quoted a 91-page report on the harbour that it had never read.',
  'Those under 35 in Halden are all but kept from owning a home.',
  'Most of the fishermen who drowned in the storm were under ten years old.',
  'The share of workers aged 25 to 54 who fish is falling in the villages of the coast.',
])('an age and a length in pages are no figures that anybody counted: %s', text =>
  expect(claimIn(text).kinds).not.toContain('quantity'),
);

test('what the writer was there for all the time is the writer’s own, and a named study that opens its findings backs them', () => {
  expect(claimIn('In the 90 minutes that we stood there, 40 buses came to the square.').evidence).toBe('own');
  expect(claimIn('In the 90 years that they stood there, 40 buses came to the square.').evidence).toBe('none');
  expect(claimIn('In a survey by the Weather Office, 40 per cent of the shops had no roof.').evidence).toBe('named');
  expect(claimIn('In a survey of Halden, 40 per cent of the shops had no roof.').evidence).toBe('none');
});

test('what a body or a ranking is for is no charge', () => {
  expect(claimIn('The mayor condemned the corruption perception index of the region.').kinds).not.toContain(
    'accusation',
  );
  expect(claimIn('The mayor condemned the corruption of the region.').kinds).toContain('accusation');
});

test('probabilities bound each other: what is no claim needs no source, and what needs none is not insisted on', () => {
  for (const claim of claimsIn(
    'Rents rose by 40 per cent. The mayor wants power. Nobody came. I paid 40 pounds. It was a sad day for us all.',
  )) {
    expect(claim.needsSource).toBeLessThanOrEqual(claim.factual);
    expect(claim.mustSource).toBeLessThanOrEqual(claim.needsSource);
  }
});

test('what was to come, seen from the past, is no condition', () => {
  const flagged = (text: string) => check(read(text, 'plaintext'), resolveSettings({}).settings).findings.length > 0;
  expect(flagged('Ministers knew it would happen, and they went ahead because they wanted to break the unions.')).toBe(
    true,
  );
  expect(flagged('Ministers would know it by now, and they went ahead because they wanted to break the unions.')).toBe(
    false,
  );
});

test('the year in the name of a law is neither a figure nor history', () => {
  expect(claimIn('The Transport Act 1985 was sold as a liberation.').kinds).toEqual(['condition']);
  expect(claimIn('In 1985 the harbour was sold to a bank.').kinds).toContain('history');
});

test('a claim that rests on a source nobody can name asks first who that is, and shows the wording that makes it one', () => {
  const text = 'Some councillors privately admit that the sums have never been done.';
  const [finding] = check(read(text, 'plaintext'), resolveSettings({}).settings).findings;
  expect(finding).toMatchObject({ ruleId: 'unsourced-absolute', message: expect.stringMatching(/^“never” /) });
  expect(finding?.fixes).toMatchObject([
    { need: 'who', at: text.indexOf(' privately') },
    { need: 'source', at: text.length },
  ]);
});

describe('what the Claims view calls open is marked in the text, and nothing else is', () => {
  test.each<[string, string, string]>([
    ['open', 'Rents in Halden rose by 40 per cent since 2015.', 'plaintext'],
    ['noted', 'If taxes rose by 10 per cent, the shops of Halden would leave the town.', 'plaintext'],
    ['sourced', 'Rents rose by [40 per cent](https://example.org/rents).', 'markdown'],
    ['placeholder', 'Rents in Halden rose by 40 per cent since 2015. [citation needed] It was hard.', 'plaintext'],
    ['noted', '> Rents in Halden rose by 40 per cent since 2015.', 'markdown'],
  ])('%s: %s', (state, text, languageId) => {
    const found = check(read(text, languageId)).findings.filter(({ family }) => family === 'claim');
    expect(claimState(claimIn(text, languageId))).toBe(state);
    expect(found).toHaveLength(state === 'open' ? 1 : 0);
  });
});

test('the view lists what is more likely a claim than not', () => {
  const article = read(
    'Look up the coast. The council has spent $4 million on the new bridge since 2019.',
    'plaintext',
  );
  expect(claimsOf(article).map(({ start, end }) => article.text.slice(start, end))).toEqual([
    'The council has spent $4 million on the new bridge since 2019.',
  ]);
});

test('the threshold moves which open claims are shown', () => {
  const text = 'The council has two members in the old town.';
  const shown = (threshold: number) =>
    check(read(text, 'plaintext'), resolveSettings({ threshold }).settings).findings.length;
  expect(claimIn(text).needsSource).toBeLessThan(0.5);
  expect([shown(0), shown(0.5)]).toEqual([1, 0]);
});

test('an open claim on which nobody would insist is a hint', () => {
  const text =
    'The council signed a secret contract with the Halden company in March and hid it from the public for two years.';
  const claim = claimIn(text);
  expect(claimState(claim)).toBe('open');
  expect(claim.mustSource).toBeLessThan(0.5);
  expect(check(read(text, 'plaintext')).findings.map(({ severity }) => severity)).toEqual(['hint']);
});

test.each<[string, string[]]>([
  ['Critics say the mayor lied about the wells.', ['vague-source']],
  ['Critics say that the school is small.', ['vague-source']],
  ['Observers say the town has a lovely harbour.', ['vague-source']],
])('a claim with a vague source is left to the rule for it: one fault, one finding: %s', (text, rules) => {
  expect(claimState(claimIn(text))).toBe('vague');
  expect(check(read(text, 'plaintext')).findings.map(({ ruleId }) => ruleId)).toEqual(rules);
});
