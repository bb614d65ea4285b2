import { spanModelProblem } from './attribution/span-model.ts';
import type { Article } from './model/article.ts';
import { bySpan, type Span } from './model/span.ts';
import { claimProblem } from './models/claim-model.ts';
import { uncertainProblem } from './stance/uncertain.ts';
import { type Checking, type SuppressionNotice, suppressionNotices } from './suppression/notices.ts';
import { taggerProblem } from './text/tagger.ts';

/** Something the reader of a report should know about the reading itself. It is no fault of the draft, and no rule finds it. */
export interface Notice extends Span {
  readonly code:
    | 'bibliography'
    | 'no-attribution-model'
    | 'no-claims'
    | 'no-tags'
    | 'no-uncertainty'
    | 'other-language'
    | SuppressionNotice['code'];
  readonly severity: 'information';
  /** A full sentence. */
  readonly message: string;
  /** What was probably meant by the words there, where something was. */
  readonly meant?: string;
}

/**
 * What was left unread in an article or read less well and why, and which of its comments have no effect; in order of position.
 *
 * @param checking How it was checked; without it nothing is said of comments that no finding needs any more.
 */
export const noticesOf = (article: Article, checking?: Checking): Notice[] =>
  [...modelNotices(article), ...unread(article), ...ofSuppressions(article, checking)].sort(bySpan);

/** About the program rather than the draft: at the first block that was read without a model that it needs. An article without one does not unpack the models. */
export function modelNotices({ blocks }: Article): Notice[] {
  const first = blocks.find(({ block }) => block.language !== 'other');
  if (!first) return [];
  const where = { start: first.start, end: first.start + first.block.length };
  const notice = (code: Notice['code'], message: string | undefined): Notice[] =>
    message === undefined ? [] : [{ code, severity: 'information', message, ...where }];
  return [
    ...notice('no-tags', taggerProblem()),
    ...notice('no-attribution-model', spanModelProblem()),
    ...notice('no-claims', claimProblem()),
    ...notice('no-uncertainty', uncertainProblem()),
  ];
}

/** One notice for all, at the first place that it holds for. */
function unread({ blocks }: Article): Notice[] {
  const skipped = blocks.filter(({ block }) => block.language === 'other');
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

const ofSuppressions = (article: Article, checking: Checking | undefined): Notice[] =>
  suppressionNotices(article, checking).map(notice => ({ ...notice, severity: 'information' }));
