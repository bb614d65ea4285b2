import type { PlaceholderNeed } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { type PlaceholderStyle, styleIn, type Words, type Written, writerOf } from './placeholder-styles.ts';

/** What each placeholder says, in the wording of Wikipedia's inline clean-up tags, which editors know. */
const wording: Readonly<Record<PlaceholderNeed, Pick<Words, 'long' | 'short'>>> = {
  source: { long: 'citation needed', short: 'source' },
  who: { long: 'who?', short: 'who' },
  'by-whom': { long: 'by whom?', short: 'by whom' },
  which: { long: 'which?', short: 'which' },
  when: { long: 'when?', short: 'when' },
  'how-many': { long: 'how many?', short: 'how many' },
  quote: { long: 'quote needed', short: 'quote' },
  page: { long: 'page needed', short: 'page' },
};

export const placeholderNeeds = Object.keys(wording) as readonly PlaceholderNeed[];

/** What a placeholder may say besides what it asks for. */
export interface PlaceholderDetails {
  /** "May 2026"; the styles that carry a date leave it out if absent. */
  readonly date?: string;
  /** Tells apart the notes that a draft defines; 1 if absent. */
  readonly number?: number;
}

/** What a placeholder of whatever style asks for; undefined where it does not say. */
export function needOf(placeholder: string): PlaceholderNeed | undefined {
  const said = placeholder.toLowerCase().replace(/[-_]/g, ' ');
  return needsByWords.find(([, word]) => said.includes(word))?.[0];
}

/** "By whom" has "who" in it, so that it is looked for first. */
const needsByWords: readonly (readonly [PlaceholderNeed, string])[] = [
  ['by-whom', 'by whom'],
  ['who', 'who'],
  ['which', 'which'],
  ['when', 'when'],
  ['how-many', 'how many'],
  ['quote', 'quote'],
  ['page', 'page'],
  ['source', 'source'],
  ['source', 'citation'],
];

/** What a placeholder says, in the two lengths in which the styles say it. */
export const wordsFor = (need: PlaceholderNeed, { date, number = 1 }: PlaceholderDetails = {}): Words => ({
  ...wording[need],
  key: `TODO-${need}`,
  label: need === 'source' ? `todo-${number}` : `todo-${need}-${number}`,
  ...(date === undefined ? {} : { date }),
});

/** A placeholder as it is written in a language: in the style that is asked for, or the nearest to it that the language has. */
export function writePlaceholder(
  need: PlaceholderNeed,
  style: PlaceholderStyle,
  languageId: string,
  details?: PlaceholderDetails,
): Written & { readonly style: PlaceholderStyle } {
  const used = styleIn(style, languageId);
  const words = wordsFor(need, details);
  const written = writerOf(used, languageId)(words);
  const says = saidIn(written.text, words);
  return { ...written, ...(says ? { says } : {}), style: used };
}

/** The part of a placeholder that says what is missing. */
export function saidIn(text: string, { long, short, key }: Words): Span | undefined {
  const said = [`TODO: ${long}`, long, `TK: ${short}`, key, 'TK'].find(words => text.includes(words));
  return said === undefined ? undefined : { start: text.indexOf(said), end: text.indexOf(said) + said.length };
}
