import { entries } from '../generated/abbreviations.ts';

/** Abbreviations that are written with a stop, in lower case and without it. */
export const abbreviations: ReadonlySet<string> = new Set(entries.map(entry => entry.term));

/** Those that may close a sentence ("… in the U.S. The …"), in lower case and with their stops. */
export const closingAbbreviations: ReadonlySet<string> = new Set([
  ...entries.filter(entry => entry.kind === 'anywhere').map(entry => `${entry.term}.`),
  ...'u.s. u.k. e.u. u.n. d.c. a.m. p.m. b.c. a.d.'.split(' '),
]);
