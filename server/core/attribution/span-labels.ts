import type { Token } from '../model/sentence.ts';

/**
 * What a word is in an attribution, as the sequence model labels it: outside of all, between the parts of one, or the first word of
 * a part or a later one. A cue that credits nobody has labels of its own.
 */
export const outside = 0;
export const between = 1;
export const labelCount = 10;

/** The parts in the order of their labels. */
export const parts = ['source', 'cue', 'content', 'agentless'] as const;
export type Part = (typeof parts)[number];

/** The label of the first word of a part; that of its later words follows it. */
export const openingOf = (part: Part): number => 2 + 2 * parts.indexOf(part);

/** The part that a label belongs to; absent for a word that is in none. */
export const partOf = (label: number): Part | undefined => (label < 2 ? undefined : parts[(label - 2) >> 1]);

/** True for the label of a cue, whether or not it credits somebody. */
export const isCue = (label: number): boolean => partOf(label) === 'cue' || partOf(label) === 'agentless';

/** True for the label of a word that goes on with the part before it. */
export const goesOn = (label: number): boolean => label > 1 && (label & 1) === 1;

/** Whether a label may follow another: a part can only go on where it has begun. */
export const mayFollow = (before: number, label: number): boolean =>
  !goesOn(label) || before === label || before === label - 1;

/** How many classes of token there are, each with a table of its own of what label may follow what. */
export const classCount = 5;

/** The class of each token: a quotation mark, a comma, another mark that ends a clause, a verb, or any other. */
export function classesOf(tokens: readonly Token[]): Uint8Array {
  const classes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) classes[i] = classOf(tokens[i] as Token);
  return classes;
}

function classOf({ kind, text, pos }: Token): number {
  if (kind === 'quote') return 1;
  if (kind !== 'punctuation') return pos === 'verb' || pos === 'aux' ? 4 : 0;
  if (text === ',') return 2;
  return text === '.' || text === '!' || text === '?' || text === ';' || text === ':' ? 3 : 0;
}
