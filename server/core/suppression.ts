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
 */
interface Directive extends Span {
  readonly form: string | undefined;
  readonly rules: readonly string[];
}

interface Suppression extends Span {
  readonly rules: readonly string[];
}

/** Tells whether a finding is suppressed. It works on positions in the source, whatever the format made of the comment. */
export function suppressionsOf(
  text: string,
  languageId: string,
): (finding: Span & { readonly ruleId: string; readonly family: string }) => boolean {
  if (!text.includes('sayswho-ignore')) return () => false;
  const suppressions: Suppression[] = [];
  const open: { start: number; rules: readonly string[] }[] = [];
  for (const { start, end, form, rules } of directivesIn(text, languageId)) {
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

function directivesIn(text: string, languageId: string): Directive[] {
  const { comments: own } = formatOf(languageId);
  return (own.length > 0 ? own : [comments.html])
    .flatMap(syntax =>
      [...text.matchAll(patternOf(syntax))].map(({ index, 0: whole, 1: form, 2: rest }) => ({
        start: index,
        end: index + whole.length,
        form,
        rules:
          (rest ?? '')
            .split(/\s--(?:\s|$)/)[0]
            ?.split(/[\s,]+/)
            .filter(Boolean) ?? [],
      })),
    )
    .sort(bySpan);
}

/** The reason is at most 1,000 characters, so that comments that nobody closed are passed over quickly. */
function patternOf({ open, close, opening }: CommentSyntax): RegExp {
  const rest = close === '' ? '([^\\r\\n]{0,1000})' : `([\\s\\S]{0,1000}?)${literal(close)}`;
  return new RegExp(
    `${opening ?? literal(open)}\\s{0,100}sayswho-ignore(?:-(next|start|end|file))?(?![\\w-])${rest}`,
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
