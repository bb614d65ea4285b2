import { spanModelProblem } from './attribution/span-model.ts';
import type { Article } from './model/article.ts';
import { families } from './model/finding.ts';
import { bySpan, type Span } from './model/span.ts';
import { claimProblem } from './models/claim-model.ts';
import { nearest } from './nearest.ts';
import { rules } from './rules/registry.ts';
import { uncertainProblem } from './stance/uncertain.ts';
import { namedInComments } from './suppression.ts';
import { taggerProblem } from './text/tagger.ts';

/** Something the reader of a report should know about the reading itself. It is no fault of the draft, and no rule finds it. */
export interface Notice extends Span {
  readonly code:
    | 'no-attribution-model'
    | 'no-claims'
    | 'no-tags'
    | 'no-uncertainty'
    | 'other-language'
    | 'unknown-rule';
  readonly severity: 'information';
  /** A full sentence. */
  readonly message: string;
}

/** What was left unread in an article or read less well and why, and which of its comments have no effect; in order of position. */
export const noticesOf = (article: Article): Notice[] =>
  [...unmodelled(article), ...unread(article), ...unknownRules(article)].sort(bySpan);

/** At the first block that was read with a model that is missing. An article without one does not unpack the models. */
function unmodelled({ blocks }: Article): Notice[] {
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

/** Everything that a comment may name. */
const names: readonly string[] = [...rules.map(({ id }) => id), ...families.map(family => `${family}.*`)];
const known: ReadonlySet<string> = new Set(names);

/** One notice for each comment, at its first name that nothing has. */
const unknownRules = ({ text, languageId }: Article): Notice[] =>
  namedInComments(text, languageId)
    .flatMap(named => named.find(({ name }) => !known.has(name)) ?? [])
    .map(({ name, start, end }) => {
      const meant = nearest(name, names);
      const remedy = meant ? `; did you mean “${meant}”?` : '. A reason goes behind two dashes.';
      return {
        code: 'unknown-rule',
        severity: 'information',
        message: `There is no rule “${name}”${remedy}`,
        start,
        end,
      };
    });
