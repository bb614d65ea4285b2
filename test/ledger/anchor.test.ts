import { expect, test } from 'vitest';
import { type Case, simulate } from '../../scripts/anchoring/simulate.ts';
import { asToldApart } from '../../scripts/anchoring/told-apart.ts';
import { anchor } from '../../server/ledger/anchor.ts';
import { newEntry } from '../../server/ledger/record.ts';
import { selectorsOf, type Unit } from '../../server/ledger/units.ts';
import { worded } from '../../server/ledger/words.ts';
import { chance } from '../support/random-edits.ts';

test('claims are found again after typing, cutting, moving, rewording, merges and new layouts', () => {
  const upTo = chance(20);
  const cases = Array.from({ length: 30 }, () => simulate(upTo).cases).flat();
  const share = (fate: Case['fate'], ...found: Case['found'][]) => {
    const those = cases.filter(each => each.fate === fate);
    expect(those.length).toBeGreaterThan(20);
    return those.filter(each => found.includes(each.found)).length / those.length;
  };
  expect(share('untouched', 'right')).toBeGreaterThan(0.98);
  expect(share('reworded', 'right', 'uncertain, right')).toBeGreaterThan(0.95);
  for (const fate of ['untouched', 'reworded', 'joined', 'cut'] as const) expect(share(fate, 'wrong')).toBe(0);
});

/** Sentences one after the other, each of its own block. */
function unitsOf(texts: readonly string[]): Unit[] {
  let start = 0;
  return texts.map((text, block) => {
    const unit = { text, start, end: start + text.length, block, ...worded(text) };
    start = unit.end + 2;
    return unit;
  });
}

const entriesOf = (units: readonly Unit[]) => units.map((_, at) => newEntry(`${at}`, 'law', selectorsOf(units, at)));

test('thousands of equal sentences take no more than time in proportion, and stay in order', () => {
  const units = unitsOf(Array.from({ length: 3000 }, () => 'The same again.'));
  expect(anchor(entriesOf(units), units).map(({ unit }) => unit)).toEqual(units.map((_, at) => at));
});

test('a sentence that went elsewhere has moved, and only that one', () => {
  const texts = Array.from(
    { length: 8 },
    (_, n) => `In ${1990 + n} the town of Ostrey bought ${n + 2} boats from its neighbours.`,
  );
  const entries = entriesOf(unitsOf(texts));
  const moved = [...texts.slice(1, 6), texts[0] as string, ...texts.slice(6)];
  const states = anchor(entries, unitsOf(moved)).map(({ state }) => state);
  expect(states).toEqual(['moved', ...Array.from({ length: 7 }, () => 'exact')]);
});

test('one figure that is put right leaves its claim and the few words behind it as sure as they were', () => {
  const texts = [
    'The council cut the night service in March.',
    'The ferry carried 148,000 passengers last year.',
    'Landings have fallen by 40 per cent since 2015.',
    'Nobody asked the crews.',
  ];
  const entries = entriesOf(unitsOf(texts));
  const states = (from: string, to: string) =>
    anchor(entries, unitsOf(texts.map(text => text.replace(from, to)))).map(({ state }) => state);
  expect(states('148,000', '151,000')).toEqual(['exact', 'reworded', 'exact', 'exact']);
  expect(states('40 per cent since 2015', '45 per cent since 2014')).toEqual(['exact', 'exact', 'uncertain', 'exact']);
});

test('in an empty draft, and for an entry that was detached, nothing is found', () => {
  const units = unitsOf(['The town bought nine boats in 1990.']);
  const entries = entriesOf(units);
  expect(anchor(entries, [])).toMatchObject([{ state: 'orphaned' }]);
  expect(
    anchor(
      entries.map(entry => ({ ...entry, detached: true as const })),
      units,
    ),
  ).toMatchObject([{ state: 'orphaned' }]);
});

const about = [
  'In 1994 the town of Ostrey bought nine boats from its neighbours.',
  'Harth sells more fish to Marlow than any other harbour on this coast does.',
  'Joris Pell disagrees.',
  'The water board repaired fourteen of its oldest pumping stations in 2011.',
];
const statesIn = (texts: readonly string[]) =>
  anchor(entriesOf(unitsOf(about)), unitsOf(texts)).map(({ state }) => state);
const [first, second, third, fourth] = about as [string, string, string, string];

test('a few words are surely found next to what they stood next to, and in doubt elsewhere', () => {
  expect(statesIn([first, second, third, 'Nobody knew of it then.', fourth])[2]).toBe('exact');
  expect(statesIn([third, 'Nobody knew of it then.', first, second, 'All was quiet.', fourth])[2]).toBe('uncertain');
});

test('a claim whose names have changed places is not surely the same', () => {
  const turned = 'Marlow sells more fish to Harth than any other harbour on this coast does.';
  expect(statesIn([first, turned, third, fourth])[1]).not.toBe('reworded');
});

test('a sentence that was copied elsewhere and reworded where it stood is in doubt', () => {
  const reworded = second.replace('more fish', 'much more fresh fish');
  expect(statesIn([first, reworded, third, fourth, 'Nobody knew of it then.', second])[1]).toBe('uncertain');
});

/** How the entries of some sentences stand in others. */
const statesOf = (recorded: readonly string[], texts: readonly string[]) =>
  anchor(entriesOf(unitsOf(recorded)), unitsOf(texts)).map(({ state }) => state);

test('of two equal neighbours, of which one is gone, neither is surely found', () => {
  const twins = [first, third, third, fourth];
  expect(statesOf(twins, twins)).toEqual(['exact', 'exact', 'exact', 'exact']);
  expect(statesOf(twins, [first, third, fourth])).not.toContain('moved');
  expect(statesOf(twins, [first, third, fourth]).slice(1, 3)).not.toContain('exact');
  // The record may hold one of the two only, where the other made no claim.
  const [, ...others] = entriesOf(unitsOf(twins));
  const states = anchor(others.slice(1), unitsOf([first, third, fourth])).map(({ state }) => state);
  expect(states).toEqual(['uncertain', 'exact']);
});

test('few words that begin with a pronoun mean what stands before them', () => {
  const about = (subject: string) => [
    first,
    `${subject} cost nine million euros.`,
    fourth,
    second,
    'Nobody knew of it then.',
  ];
  const moved = (subject: string) => [
    first,
    fourth,
    'Nobody knew of it then.',
    `${subject} cost nine million euros.`,
    second,
  ];
  expect(statesOf(about('The 4th bridge'), moved('The 4th bridge'))[1]).toBe('moved');
  expect(statesOf(about('It'), moved('It'))[1]).toBe('uncertain');
});

test('a very short sentence that was joined to another is not surely its copy beside it', () => {
  const joined = `${first.slice(0, -1)}, while Joris Pell disagrees.`;
  expect(statesOf([first, third, fourth], [joined, third, fourth])[1]).toBe('uncertain');
});

test('a sentence that was replaced by another after the same pattern is in doubt', () => {
  const pattern = (body: string, what: string) =>
    `Two winters after ${body} ${what}, the last baker in the street gave up, and with him went the only shop that was open on a Sunday.`;
  const recorded = [
    first,
    pattern('the port authority', 'closed the ferries'),
    second,
    pattern('the bank', 'sold the wells'),
    fourth,
  ];
  const replaced = [
    first,
    pattern('the school trust', 'leased its depots'),
    second,
    pattern('the bank', 'sold the wells'),
    fourth,
  ];
  expect(statesOf(recorded, replaced)[1]).toBe('uncertain');
  const reworded = recorded.map((text, at) => (at === 1 ? text.replace('gave up', 'closed') : text));
  expect(statesOf(recorded, reworded)[1]).toBe('reworded');
});

const refrain = 'Nobody asked those who live there.';
const others = [
  'Marlow closed its only theatre in 2004.',
  'The last ferry to Tessen left the old quay on a Monday.',
  'Lena Varga was paid twice for the same survey.',
  'Most of the houses by the river stood empty for nine years.',
] as const;
const [theatre, ferry, survey, houses] = others;
const between = [first, refrain, second, theatre, refrain, ferry, fourth, refrain, survey];

test('a repeated sentence is surely the one that stood beside the sentence beside which it stands', () => {
  // One was cut, and of the two others each has lost one neighbour.
  const states = statesOf(between, [first, refrain, houses, second, theatre, ferry, houses, refrain, survey]);
  expect([states[1], states[4], states[7]]).toEqual(['exact', 'orphaned', 'exact']);
});

test('a repeated sentence between the neighbours of two is neither of them surely', () => {
  const states = statesOf(between, [first, refrain, ferry, second, theatre, houses, fourth, refrain, survey]);
  expect(states[1]).not.toBe('exact');
  expect(states[4]).not.toMatch(/exact|moved/);
  expect(states[7]).toBe('exact');
});

test('where two equal sentences have come to stand side by side, neither is surely found', () => {
  const states = statesOf(between, [first, refrain, refrain, houses, theatre, ferry, fourth, refrain, survey]);
  expect(states[1]).toBe('uncertain');
  expect(states[7]).toBe('exact');
});

test('a sentence that was there already and has no entry is not taken for its copy that was cut', () => {
  const units = unitsOf([first, refrain, second, theatre, refrain, ferry]);
  const entries = entriesOf(units).filter((_, at) => at !== 4);
  const states = anchor(entries, unitsOf([first, second, theatre, refrain, ferry])).map(({ state }) => state);
  expect(states[1]).toBe('uncertain');
});

test('the one that is left of several equal sentences is in doubt where only a few characters speak for it', () => {
  const question = 'And who would have thought that it mattered so much to them?';
  const recorded = [first, refrain, question, theatre, refrain, survey, houses, refrain, ferry];
  const entries = entriesOf(unitsOf(recorded)).filter((_, at) => at !== 2);
  const told = (...texts: string[]) => anchor(entries, unitsOf(texts))[1]?.state;
  expect(told(second, refrain, question, fourth)).not.toBe('exact');
  expect(told(first, refrain, question, fourth)).toBe('exact');
});

test('with one word exchanged between its neighbours a claim is surely the same, with several it may be another', () => {
  const told = (claim: string) => statesOf([first, survey, fourth], [first, claim, fourth])[1];
  expect(told('Lena Varga was paid twice for the same report.')).toBe('reworded');
  expect(told('Lena Varga was paid late for the same report.')).toBe('uncertain');
});

test('the simulated truth is what a reader of both texts could tell', () => {
  const said = (id: number, text: string) => ({ id, text, changed: 0, holds: [id] });
  const draft = (...sentences: ReturnType<typeof said>[]) => [{ id: 99, sentences }];
  const ids = (told: ReturnType<typeof asToldApart>) => told.flatMap(({ sentences }) => sentences.map(({ id }) => id));
  const old = draft(said(0, first), said(1, refrain), said(2, second), said(3, refrain), said(4, fourth));
  // Cut, and typed again elsewhere: nobody can tell it from one that was moved.
  expect(ids(asToldApart(old, draft(said(0, first), said(2, second), said(7, fourth))))).toEqual([0, 2, 4]);
  // The first was cut and the second put in its place: nobody can tell that from the second having been cut.
  const replaced = draft(said(0, first), said(3, refrain), said(2, second), said(4, fourth));
  expect(ids(asToldApart(old, replaced))).toEqual([0, 1, 2, 4]);
  // Two that changed places with all that is around them have changed places.
  const turned = draft(said(2, second), said(3, refrain), said(4, fourth), said(0, first), said(1, refrain));
  expect(ids(asToldApart(old, turned))).toEqual([2, 3, 4, 0, 1]);
  // What was reworded is known by its words.
  const reworded = { ...said(1, 'Nobody asked them.'), changed: 0.4 };
  expect(ids(asToldApart(old, draft(said(0, first), reworded, said(8, refrain))))).toEqual([0, 1, 3]);
});
