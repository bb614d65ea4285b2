import type { PlaceholderNeed } from '../model/finding.ts';

export const placeholderStyles = ['bracket', 'tk', 'comment'] as const;
export type PlaceholderStyle = (typeof placeholderStyles)[number];

/** What each placeholder says, in the wording of Wikipedia's inline clean-up tags, which editors know. */
const wording: Record<PlaceholderNeed, { readonly bracket: string; readonly short: string }> = {
  source: { bracket: 'citation needed', short: 'source' },
  who: { bracket: 'who?', short: 'who' },
  'by-whom': { bracket: 'by whom?', short: 'by whom' },
  which: { bracket: 'which?', short: 'which' },
  when: { bracket: 'when?', short: 'when' },
  'how-many': { bracket: 'how many?', short: 'how many' },
};

/** The mark that a quick fix inserts, without the space before it. */
export function placeholderText(need: PlaceholderNeed, style: PlaceholderStyle): string {
  const { bracket, short } = wording[need];
  switch (style) {
    case 'bracket':
      return `[${bracket}]`;
    case 'tk':
      return `[TK: ${short}]`;
    case 'comment':
      return `<!-- ${bracket} -->`;
  }
}
