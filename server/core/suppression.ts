import { type CommentSyntax, comments } from './formats/comment-syntax.ts';
import { formatOf } from './formats/languages.ts';
import { bySpan, type Span } from './model/span.ts';

/**
 * Comments by which a writer lets a finding stand:
 *
 *     <!-- sayswho-ignore-next vague-source -- common knowledge -->   the next line that is not empty
 *     Experts say so. <!-- sayswho-ignore -->                         the comment's own line
 *     <!-- sayswho-ignore-start --> … <!-- sayswho-ignore-end -->     everything between
 *     <!-- sayswho-ignore-file hedge.* -->                            the whole file
 *
 * Each language has comments of its own, such as `% sayswho-ignore` in LaTeX; where it has none, these are read.
 * Rules are given by identifier or as a family with a star; none given means all. What follows two dashes is the reason.
 * A comment that a draft shows as code is no comment.
 */
interface Directive extends Span {
  readonly form: string | undefined;
  readonly rules: readonly RuleName[];
}

/** A rule's identifier, or a family with a star, at its place in the source; there may be no such rule. */
export interface RuleName extends Span {
  readonly name: string;
}

interface Suppression extends Span {
  readonly rules: readonly string[];
}

/** Tells whether a finding is suppressed. It works on positions in the source, whatever the format made of the comment. */
export function suppressionsOf(
  text: string,
  languageId: string,
): (finding: Span & { readonly ruleId: string; readonly family: string }) => boolean {
  const suppressions: Suppression[] = [];
  const open: { start: number; rules: readonly string[] }[] = [];
  for (const { start, end, form, rules: named } of directivesIn(text, languageId)) {
    const rules = named.map(({ name }) => name);
    if (form === 'file') suppressions.push({ start: 0, end: text.length, rules });
    else if (form === 'start') open.push({ start: end, rules });
    else if (form === 'end') {
      const from = open.pop();
      if (from) suppressions.push({ ...from, end: start });
    } else if (form === 'next') suppressions.push({ ...nextLine(text, end), rules });
    else suppressions.push({ start: text.lastIndexOf('\n', start) + 1, end: start, rules });
  }
  // A start without an end holds to the end of the file.
  for (const from of open) suppressions.push({ ...from, end: text.length });
  return ({ start, ruleId, family }) =>
    suppressions.some(
      found =>
        found.start <= start &&
        start < found.end &&
        (found.rules.length === 0 || found.rules.includes(ruleId) || found.rules.includes(`${family}.*`)),
    );
}

/** The rules that each comment of a draft names, in order of position. */
export const namedInComments = (text: string, languageId: string): (readonly RuleName[])[] =>
  directivesIn(text, languageId).map(({ rules }) => rules);

function directivesIn(text: string, languageId: string): Directive[] {
  if (!text.includes('sayswho-ignore')) return [];
  const { comments: own, code } = formatOf(languageId);
  const found = (own.length > 0 ? own : [comments.html])
    .flatMap(syntax =>
      [...text.matchAll(patternOf(syntax))].map(({ index, 0: whole, 1: opening = '', 2: form, 3: rest = '' }) => ({
        start: index,
        end: index + whole.length,
        form,
        rules: rulesIn(rest, index + opening.length),
      })),
    )
    .sort(bySpan);
  return found.length === 0 || !code ? found : outside(code(text), found);
}

/** The names that stand before the two dashes, of which the first is at `start` in the source. */
const rulesIn = (rest: string, start: number): RuleName[] =>
  [...(rest.split(/\s--(?:\s|$)/)[0] ?? '').matchAll(/[^\s,]+/g)].map(({ index, 0: name }) => ({
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
