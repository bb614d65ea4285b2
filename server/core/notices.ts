import type { Article } from './model/article.ts';
import type { Span } from './model/span.ts';

/** Something the reader of a report should know about the reading itself. It is no fault of the draft, and no rule finds it. */
export interface Notice extends Span {
  readonly code: 'other-language';
  readonly severity: 'information';
  /** A full sentence. */
  readonly message: string;
}

/** What was left unread in an article and why; one notice for each reason, at the first place that it holds for. */
export function noticesOf(article: Pick<Article, 'blocks'>): Notice[] {
  const skipped = article.blocks.filter(({ block }) => block.language === 'other');
  const first = skipped[0];
  if (!first) return [];
  const what = skipped.length === 1 ? 'This paragraph is' : `${skipped.length} paragraphs, this one first, are`;
  return [
    {
      code: 'other-language',
      severity: 'information',
      message: `${what} not in English, so nothing in ${skipped.length === 1 ? 'it' : 'them'} was checked.`,
      start: first.start,
      end: first.start + first.block.length,
    },
  ];
}
