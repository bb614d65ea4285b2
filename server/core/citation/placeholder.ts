import { type CommentSyntax, comments } from '../formats/comment-syntax.ts';
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

/**
 * The mark that a quick fix inserts, without the space before it.
 *
 * @param comment How the language of the draft writes comments.
 */
export function placeholderText(
  need: PlaceholderNeed,
  style: PlaceholderStyle,
  comment: CommentSyntax = comments.html,
): string {
  const { bracket, short } = wording[need];
  switch (style) {
    case 'bracket':
      return `[${bracket}]`;
    case 'tk':
      return `[TK: ${short}]`;
    case 'comment':
      return `${comment.open} ${bracket}${comment.close && ` ${comment.close}`}`;
  }
}
