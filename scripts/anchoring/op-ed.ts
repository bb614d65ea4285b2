/** Made-up op-eds for trying out how claims are found again: many sentences after few patterns, so that they are hard to tell apart. */

/** Numbers from a seed, each below a bound. */
export type Chance = (below: number) => number;

export interface SimulatedSentence {
  readonly id: number;
  readonly text: string;
  /** The share of its words that were changed since it was first written; 0 for one that stands as it was. */
  readonly changed: number;
  /** The sentences that it was joined from, itself among them. */
  readonly holds: readonly number[];
}
export interface SimulatedParagraph {
  readonly id: number;
  readonly heading?: string;
  readonly sentences: readonly SimulatedSentence[];
}
export type SimulatedDraft = readonly SimulatedParagraph[];

const places = [
  'Marlow',
  'Tessen',
  'Old Ferry',
  'Harth',
  'Quillan',
  'Brackwater',
  'Upper Dene',
  'Sundry Hill',
  'Voss',
  'Ellery',
];
const bodies = [
  'the council',
  'the port authority',
  'the water board',
  'the ministry',
  'the school trust',
  'the bus company',
  'the hospital',
  'the audit office',
];
const people = ['Ada Fenn', 'Joris Pell', 'Mina Okoro', 'Tomas Rudd', 'Lena Varga', 'Owen Tarr'];
const things = [
  'rents',
  'bus fares',
  'school places',
  'hospital beds',
  'harbour fees',
  'water bills',
  'fines',
  'night trains',
  'council houses',
  'library hours',
];
const verbs = ['fell', 'rose', 'doubled', 'shrank', 'climbed', 'dropped'];
const deeds = ['closed', 'sold', 'rebuilt', 'leased', 'lost', 'bought', 'repaired'];
const goods = ['clinics', 'bridges', 'depots', 'schools', 'ferries', 'wells', 'pumping stations', 'bus lines'];
const refrains = [
  'Nobody asked the people who live there.',
  'The report was published in March.',
  'In 2019 the council sold the depot.',
  'That is not what the figures show.',
];

export function makeDraft(chance: Chance, nextId: () => number): SimulatedDraft {
  const refrain = refrains[chance(refrains.length)] as string;
  return Array.from({ length: 8 + chance(8) }, (_, at) => {
    const sentences = Array.from({ length: 2 + chance(6) }, () => makeSentence(chance, nextId));
    if (chance(4) === 0) sentences.splice(chance(sentences.length + 1), 0, asWritten(refrain, nextId));
    const heading = at > 0 && chance(4) === 0 ? `What ${pick(chance, places)} needs` : undefined;
    return { id: nextId(), sentences, ...(heading ? { heading } : {}) };
  });
}

export const makeParagraph = (chance: Chance, nextId: () => number): SimulatedParagraph => ({
  id: nextId(),
  sentences: Array.from({ length: 1 + chance(4) }, () => makeSentence(chance, nextId)),
});

export const makeSentence = (chance: Chance, nextId: () => number): SimulatedSentence =>
  asWritten((patterns[chance(patterns.length)] as (chance: Chance) => string)(chance), nextId);

function asWritten(text: string, nextId: () => number): SimulatedSentence {
  const id = nextId();
  return { id, text: text[0]?.toUpperCase() + text.slice(1), changed: 0, holds: [id] };
}

export const pick = <T>(chance: Chance, items: readonly T[]): T => items[chance(items.length)] as T;
const year = (chance: Chance) => 1990 + chance(35);
const figure = (chance: Chance) =>
  pick(chance, [`${2 + chance(90)} per cent`, `${1 + chance(9)}.${chance(9)} million`, `${100 * (1 + chance(80))}`]);

const patterns: readonly ((chance: Chance) => string)[] = [
  c => `In ${pick(c, places)}, ${pick(c, things)} ${pick(c, verbs)} by ${figure(c)} between ${year(c)} and ${year(c)}.`,
  c => `${pick(c, bodies)} ${pick(c, deeds)} ${2 + c(30)} ${pick(c, goods)} in ${year(c)}.`,
  c =>
    `${pick(c, bodies)} has ${pick(c, deeds)} more ${pick(c, goods)} than any other body in ${pick(c, places)} since ${year(c)}.`,
  c =>
    `${pick(c, people)} told ${pick(c, bodies)} that ${pick(c, things)} would never come back to ${pick(c, places)}.`,
  c => `because ${pick(c, things)} ${pick(c, verbs)}, ${figure(c)} of the families in ${pick(c, places)} moved away.`,
  c => `the law of ${year(c)} forbids ${pick(c, bodies)} to charge for ${pick(c, things)}.`,
  c =>
    `a survey of ${100 * (2 + c(20))} people in ${pick(c, places)} found that ${2 + c(90)} per cent wanted ${pick(c, goods)} rather than ${pick(c, things)}.`,
  c => `${pick(c, people)} was paid ${figure(c)} for advice on ${pick(c, goods)} that ${pick(c, bodies)} never used.`,
  c =>
    `no town on the coast, not even ${pick(c, places)}, spends less on ${pick(c, things)} than ${pick(c, places)} does.`,
  c => `we should not let ${pick(c, bodies)} decide alone what becomes of our ${pick(c, goods)}.`,
  c =>
    `two winters after ${pick(c, bodies)} ${pick(c, deeds)} the ${pick(c, goods)} of ${pick(c, places)}, the last baker in the street gave up, and with him went the only shop that was open on a Sunday.`,
  c => `it cost ${figure(c)} euros.`,
  c => `${pick(c, people)} disagrees.`,
  c => `who would have thought that ${pick(c, things)} mattered so much?`,
];
