import { type CommentSyntax, comments } from '../formats/comment-syntax.ts';
import { formatOf } from '../formats/languages.ts';
import type { Article } from '../model/article.ts';
import { once } from '../model/once.ts';
import { bySpan, type Span } from '../model/span.ts';
import { type CalendarDay, dayOfDate } from '../values/calendar.ts';
import { reasonOf, type SuppressionReason } from './reasons.ts';

/**
 * Comments by which a writer lets a finding stand:
 *
 *     <!-- sayswho-ignore-next vague-source -- common knowledge -->   the next line that is not empty
 *     Experts say so. <!-- sayswho-ignore -->                         the comment's own line
 *     <!-- sayswho-ignore-start --> … <!-- sayswho-ignore-end -->     everything between
 *     <!-- sayswho-ignore-file hedge.* until 2026-12-31 -->           the whole file, and no longer than that day
 *
 * Each language has comments of its own, such as `% sayswho-ignore` in LaTeX; where it has none, these are read.
 * Rules are given by identifier or as a family with a star; none given means all. What follows two dashes is the reason.
 * A comment that a draft shows as code is no comment.
 */
export interface Suppression extends Span {
  readonly form: 'line' | 'next' | 'block' | 'file';
  /** Empty where all rules are meant. */
  readonly rules: readonly RuleName[];
  /** Where findings stand; absent for the end of a block that nothing started. */
  readonly scope?: Span;
  /** The reason as it is written; the empty string where none is given. */
  readonly note: string;
  readonly reason?: SuppressionReason;
  /** The last day on which it holds. */
  readonly until?: CalendarDay;
  /** What stands for that day and is none. */
  readonly notADay?: Span;
}

/** A rule's identifier, or a family with a star, at its place in the source; there may be no such rule. */
export interface RuleName extends Span {
  readonly name: string;
}

type Form = 'next' | 'start' | 'end' | 'file' | undefined;
type Directive = Omit<Suppression, 'form' | 'scope'> & { readonly form: Form };

/** The suppressions of a draft, in order of position. They are read from the source, whatever the format made of the comments. */
export const suppressionsIn = once(({ text, languageId }: Article): readonly Suppression[] =>
  scoped(text, directivesIn(text, languageId)),
);

function scoped(text: string, directives: readonly Directive[]): Suppression[] {
  const found: Suppression[] = [];
  const open: number[] = [];
  for (const { form, ...directive } of directives) {
    const { start, end } = directive;
    switch (form) {
      case 'file':
        found.push({ ...directive, form: 'file', scope: { start: 0, end: text.length } });
        break;
      case 'next':
        found.push({ ...directive, form: 'next', scope: nextLine(text, end) });
        break;
      case 'start':
        open.push(found.length);
        // Without an end it holds to the end of the file.
        found.push({ ...directive, form: 'block', scope: { start: end, end: text.length } });
        break;
      case 'end': {
        const opened = open.pop();
        const block = opened === undefined ? undefined : found[opened];
        if (opened === undefined || !block) found.push({ ...directive, form: 'block' });
        else found[opened] = { ...block, scope: { start: block.end, end: start } };
        break;
      }
      default:
        found.push({ ...directive, form: 'line', scope: { start: text.lastIndexOf('\n', start) + 1, end: start } });
    }
  }
  return found;
}

function directivesIn(text: string, languageId: string): Directive[] {
  // The engine leaps from hyphen to hyphen, of which there are few.
  if (!text.includes('-ignore')) return [];
  const { comments: own, code } = formatOf(languageId);
  const found = (own.length > 0 ? own : [comments.html])
    .flatMap(syntax =>
      [...text.matchAll(patternOf(syntax))].map(({ index, 0: whole, 1: opening = '', 2: form, 3: rest = '' }) => ({
        start: index,
        end: index + whole.length,
        form: form as Form,
        ...readRest(rest, index + opening.length),
      })),
    )
    .sort(bySpan);
  return found.length === 0 || !code ? found : outside(code(text), found);
}

/** What a comment says behind its keyword, which ends at `start` in the source. */
function readRest(rest: string, start: number): Omit<Directive, 'form' | keyof Span> {
  const dashes = /\s--(?:\s|$)/.exec(rest);
  const named = dashes ? rest.slice(0, dashes.index) : rest;
  const note = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  const limit = /(?:^|\s)until(?:\s+(\S+))?/.exec(named);
  // Behind the dashes the word is one of a sentence, unless a date follows.
  const date = limit?.[1] ?? /\buntil\s+(\d{4}-\d\d-\d\d)\b/.exec(note)?.[1];
  const until = date === undefined ? undefined : dayOfDate(date);
  const reason = reasonOf(note);
  const wrong = limit && !until ? limit.index + limit[0].search(/\S/) : undefined;
  return {
    rules: rulesIn(limit ? named.slice(0, limit.index) : named, start),
    note,
    ...(reason ? { reason } : {}),
    ...(until ? { until } : {}),
    ...(limit && wrong !== undefined
      ? { notADay: { start: start + wrong, end: start + limit.index + limit[0].length } }
      : {}),
  };
}

/** The names in a part of the source that begins at `start`. */
const rulesIn = (names: string, start: number): RuleName[] =>
  [...names.matchAll(/[^\s,]+/g)].map(({ index, 0: name }) => ({
    name,
    start: start + index,
    end: start + index + name.length,
  }));

/** What does not start within one of the regions; both are in order. */
function outside<T extends Span>(regions: readonly Span[], spans: readonly T[]): T[] {
  let next = 0;
  return spans.filter(({ start }) => {
    while ((regions[next]?.end ?? Infinity) <= start) next++;
    return start < (regions[next]?.start ?? Infinity);
  });
}

/** The reason is at most 1,000 characters, so that comments that nobody closed are passed over quickly. */
function patternOf({ open, close, opening }: CommentSyntax): RegExp {
  const rest = close === '' ? '([^\\r\\n]{0,1000})' : `([\\s\\S]{0,1000}?)${literal(close)}`;
  return new RegExp(
    `(${opening ?? literal(open)}\\s{0,100}sayswho-ignore(?:-(next|start|end|file))?(?![\\w-]))${rest}`,
    'gm',
  );
}

const literal = (mark: string): string => mark.replace(/[^\w\s]/g, '\\$&');

/** The rest of the comment's line if words stand there, otherwise the next line that is not empty. */
function nextLine(text: string, from: number): Span {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
