import { entries } from '../generated/abbreviations.ts';

/** How an abbreviation is told from the word that it may look like; see the lexicon. */
export type AbbreviationKind = (typeof entries)[number]['kind'];

const kinds: ReadonlyMap<string, AbbreviationKind> = new Map(entries.map(entry => [entry.term, entry.kind]));

/** The kind of an abbreviation, in lower case and without its stop; absent for any other word. */
export const abbreviationKind = (word: string): AbbreviationKind | undefined => kinds.get(word);

/** Letters with stops that only ever stand before a name or a figure, or in the middle of a sentence. */
const inside = new Set(['e.g.', 'i.e.', 'p.p.', 's.s.', 'u.s.s.', 'h.m.s.', 'n.b.']);

/** True for an abbreviation with its stops, in lower case, that may close a sentence ("… in the U.S. The …"). */
export function mayCloseSentence(abbreviation: string): boolean {
  if (abbreviation.indexOf('.') < abbreviation.length - 1) return !inside.has(abbreviation);
  const kind = kinds.get(abbreviation.slice(0, -1));
  return kind === 'anywhere' || kind === 'unit' || kind === 'state' || kind === 'month' || abbreviation.length === 2;
}
