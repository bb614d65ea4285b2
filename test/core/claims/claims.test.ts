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

test.each([
  'We have verified through the land register that 12,000 homes in Halden stand empty.',
  'By our count, 40 of the schools in Halden have closed since 2015.',
  'Independently, I have counted 40 empty shops in the old town.',
])('what the writer has counted is the writer’s own: %s', text => expect(claimIn(text).evidence).toBe('own'));

describe('a count goes on behind the sentence that names its source', () => {
  const evidenceOfLast = (text: string) => claimsIn(text).at(-1)?.evidence;

  test.each([
    'According to a Gallup poll of May 2019, 60 per cent of voters in Halden want the dam. Only 17 per cent think that it is safe.',
    'The 2019 report of the Harbour Office found that mines caused 15 per cent of the deaths. The remaining 85 per cent were caused by fires.',
    'In 1984, fees were 25 per cent of revenue, according to the Association of Colleges. By 2009, fees had become 37 per cent of revenue.',
    'A 2019 report by the Harbour Office found that 15 per cent of boats leak. That figure was up from 8 per cent in 2002.',
    'According to a Gallup poll of May 2019, 60 per cent of voters in Halden want the dam. The wish is old. Another 20 per cent do not care.',
    'According to the Harbour Office’s latest data, rents were highest in the towns. As against 26 per cent in the villages, it stood at 29 per cent there.',
    'According to a Gallup poll of May 2019, 30 per cent of voters want the dam. Trust in the mayor has fallen to the same 30 per cent.',
    'The mayor signed the Harbour Act, which provides $40 million. It is a flower in the waste. At $40 million, the sum is not too bad for the port.',
    'According to a Gallup poll of May 2019, 60 per cent of voters want the dam. Another 20 per cent do not. Only 5 per cent have no view.',
  ])('%s', text => expect(evidenceOfLast(text)).toBe('nearby'));

  test.each([
    // Nobody is named.
    'Some 60 per cent of voters in Halden want the dam. Only 17 per cent think that it is safe.',
    // Another matter, and another measure.
    'According to a Gallup poll of May 2019, 60 per cent of voters want the dam. The council has spent $4 million on the bridge since 2019.',
    'According to a Gallup poll of May 2019, 60 per cent of voters want the dam. Rents in Halden have risen by 40 per cent since 2015.',
    'According to a Gallup poll of May 2019, 60 per cent of voters want the dam. On Friday, the port laid off 15 per cent of its pilots, voters included.',
    // A count of its own stands between.
    'According to a Gallup poll of May 2019, 60 per cent of voters want the dam. Rents in Halden have risen by 40 per cent. Another 20 per cent will follow.',
  ])('not: %s', text => expect(evidenceOfLast(text)).toBe('none'));
});

/** Of whatever is read as a claim, however likely it is to be one. */
const kindsIn = (text: string): string[] =>
  read(text, 'plaintext').blocks.flatMap(({ block }) => block.claims.flatMap(({ kinds }) => kinds));

test.each<[string, string]>([
  ['accusation', 'Most firms in Halden are not being accused of waste, but they posture.'],
  ['comparison', 'The wardens are people for whom this paper has the highest respect.'],
  ['comparison', 'More than four years after the flood, the town is still without a bridge.'],
  ['law', 'Most firms in Halden are breaking the law without a thought.'],
  ['absolute', 'The town would not have a debt in the first place without the bridge.'],
  ['quantity', 'The harbour of Halden has died by a thousand cuts.'],
  ['quantity', 'By the age of 15, almost all children in Halden have a boat.'],
  ['quantity', 'As bad as 2015 was for the harbour, the roof of the church was mended.'],
  ['quantity', 'The harbour thrived in the years after the 1991 reforms.'],
  ['motive', 'Most ports can only hope to keep the money that they had.'],
  ['motive', 'The world of sport has seen two scandals end in court.'],
  ['causal', 'The mayor Anna Lind led the council to war with its own pilots.'],
  ['causal', 'Many of the goods produced in Halden were replaced by goods from the islands.'],
  ['causal', 'The initiative led by the Harbour Office is older than the town.'],
  ['trend', 'The harbour office declined to prosecute the pilots.'],
  ['trend', 'She relies on her memories of growing up in a rented flat of the old town.'],
  ['comparison', 'The mayor believes that winning is a lot more important than clean sport.'],
  ['comparison', 'The phones of the pupils in Halden can be more than distracting.'],
  ['quantity', 'The villages of the coast bore stage 6 blackouts.'],
  ['quantity', 'The dead man in the old town of Halden was a 20-year-old.'],
  ['quantity', 'The victim was 27.'],
  ['quantity', 'The towns of the coast entered 2019 hopeful of a better catch.'],
  ['comparison', 'The port is poised to sink even the most modest of bills in Halden.'],
  ['comparison', 'The most astonishing aspect is that nobody in Halden resigned.'],
  ['motive', 'On Friday, pirates of the coast attacked a fort in Halden.'],
  ['motive', 'There is no question that many of the ropes of Halden were replaced by ropes from the islands.'],
  ['motive', 'In the current state of the port, the latter seems likelier, as the protests of pilots show.'],
  ['trend', 'The island calls itself a target of home- grown smugglers.'],
])('no %s: %s', (kind, text) => {
  expect(kindsIn(text)).not.toEqual([]);
  expect(kindsIn(text)).not.toContain(kind);
});

test.each<[string, string]>([
  ['accusation', 'Most firms in Halden are being accused of waste.'],
  ['comparison', 'The wardens of Halden have the highest wages of the coast.'],
  ['comparison', 'The most dangerous of the harbours of the coast is Halden.'],
  ['quantity', 'The number of wrecks in Halden was 27 last year.'],
  ['comparison', 'The older wardens of Halden are paid more than newer wardens.'],
  ['trend', 'The debts of the harbour are growing in the old town.'],
  ['law', 'Most firms in Halden say that the law bans such loans.'],
  ['absolute', 'The bridge was the first in the county to be built of steel.'],
  ['quantity', 'The harbour of Halden has lost more than a thousand jobs.'],
  ['quantity', 'The flood took 1991 houses in the villages of the coast.'],
  ['motive', 'Most ports hope to keep the money that they had.'],
  ['motive', 'The world wants the harbour to close.'],
  ['causal', 'The dredging of the harbour led to floods in the old town.'],
  ['trend', 'The catch of the pilots has declined in the old town.'],
])('but a %s: %s', (kind, text) => {
  expect(kindsIn(text)).toContain(kind);
});

test('what happened is shown by its verb, and not by a participle before a noun', () => {
  const shownIn = (text: string) => {
    const { cue } = claimIn(text);
    return text.slice(cue.start, cue.end);
  };
  expect(shownIn('The council met behind closed doors in May.')).toBe('met');
  expect(shownIn('The council closed the doors in May.')).toBe('closed');
});

test('what was reported by nobody, and nothing that somebody published, are no source', () => {
  expect(claimIn('It has been reported that the tender of Halden was never advertised.').evidence).toBe('vague');
  expect(claimIn('The council published nothing on the tender of Halden in 2019.').evidence).toBe('none');
});

test('an attribution that closes a sentence backs all of it', () => {
  expect(
    claimIn('The commission asked for 42 repairs, of which 17 have been made, according to the Audit Office.').evidence,
  ).toBe('named');
});

test('what a law that is named gives can be read in it, and what a goal is to bring is not counted yet', () => {
  expect(claimIn('The mayor signed the Harbour Act, which provides $40 million for a new dam.').evidence).toBe('named');
  expect(claimIn('The mayor signed the paper, which provides $40 million for a new dam.').evidence).toBe('none');
  expect(claimIn('Its goals are new homes and raising the share of steel to 15 per cent of trade.').imagined).toBe(
    true,
  );
  expect(
    claimIn('It belies the pledge made last year to raise the share of steel to 15 per cent of trade.').imagined,
  ).toBe(true);
  expect(claimIn('And, unless this is stopped, Halden is to have 350 wrecks by the end of the year.').imagined).toBe(
    true,
  );
  expect(claimIn('Its yards are new and have raised the share of steel to 15 per cent of trade.').imagined).toBe(false);
});

test('who wrote an exam has reported nothing', () => {
  expect(
    claimIn('In May last year, nearly 25,000 pilots wrote the exam for 60 posts in the port of Halden.').evidence,
  ).toBe('none');
  expect(claimIn('In May last year, the mayor wrote that 25,000 pilots were out of work in Halden.').evidence).toBe(
    'named',
  );
});

test('what hangs on credited words by a comma is credited as well, and an age group counts nobody', () => {
  const text =
    'The Harbour Office revealed that Halden had the largest number of idle boats, with 2,000 boats not at sea, representing 44 per cent of the fleet.';
  expect(claimIn(text).evidence).toBe('named');
  const [{ cue } = { cue: { start: 0, end: 0 } }] = claimsIn(
    'In the 5–9 age group, 5,000 children in Halden were not at school.',
  );
  expect(cue.start).toBeGreaterThan(20);
});

test('a length of time shows a figure only where nothing else was counted', () => {
  const shownIn = (text: string) => {
    const { cue } = claimIn(text);
    return text.slice(cue.start, cue.end);
  };
  expect(shownIn('In the 14 years of the dam, the port of Halden has had 11 masters.')).toBe('11 masters');
  expect(shownIn('The body lay on the pavement of Halden for 16 hours.')).toBe('16 hours');
});

test('what is the largest, by a source that is named, was counted by it in the sentence before', () => {
  const [first] = claimsIn(
    'The trade of the port of Halden grew by 9 per cent in 2018. That is the largest rise in ten years, according to the Harbour Office.',
  );
  expect(first?.evidence).toBe('nearby');
});

test('officers who are counted and not named back neither what they warn of nor what follows', () => {
  const claims = claimsIn(
    'Three senior officers warned in May that the port of Halden would close. They put the cost at 9 million euros.',
  );
  expect(claims.map(({ evidence }) => evidence)).toEqual(['vague', 'vague']);
});

test.each([
  ['An engineer said in May that the port of Halden would close.', 'vague'],
  ['An engineer of the Harbour Office, Ann Lind, said in May that the port of Halden would close.', 'named'],
])('whom the rules ask to name backs nothing: %s', (text, evidence) => {
  expect(claimIn(text).evidence).toBe(evidence);
});

test.each(['We interviewed 40 tenants of Halden in May 2018.', 'We then sampled 212 boats in the port of Halden.'])(
  'whoever inquires needs no source for their own inquiry: %s',
  text => {
    expect(claimIn(text).evidence).toBe('own');
  },
);

test('no reason is a bare pair of words', () => {
  const { reasons } = claimIn('The mayor of Halden met behind closed doors with the owners of the port in 2018.');
  expect(reasons).not.toEqual([]);
  expect(reasons.filter(reason => reason.startsWith('“'))).toEqual([]);
});

test.each([
  'Most new jobs in Halden are low paid, precarious and part time.',
  'Almost all children in Halden have a boat.',
  'Some counties of the coast have huge gaps in their fleets while others are in the clear.',
])('a claim that no wording shows is insisted on only where the models are surer: %s', text => {
  const { kinds, mustSource } = claimIn(text);
  expect(kinds).toEqual(['condition']);
  expect(check(read(text, 'plaintext')).findings.map(({ severity }) => severity)).toEqual([
    mustSource >= 0.65 ? 'warning' : 'hint',
  ]);
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

test('a text whose breaks were lost reads as its paragraphs do', () => {
  const paragraph = (town: string) =>
    `I have always loved ${town}. Its streets are a joy to walk. Rents there rose by 40 per cent since 2015. We should be ashamed. Let us do better.`;
  const paragraphs = ['Halden', 'Morfa', 'Ystrad', 'Wexcombe', 'Penhale', 'Tarrow'].map(paragraph);
  const insisted = (text: string) => claimsIn(text).map(({ mustSource }) => Math.round(100 * mustSource));
  const whole = insisted(paragraphs.join(' '));
  const apart = insisted(paragraphs.join('\n\n'));
  expect(whole).toHaveLength(apart.length);
  // What stands beside a sentence still bears on it.
  for (const [i, probability] of whole.entries()) expect(Math.abs(probability - (apart[i] as number))).toBeLessThan(25);
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
