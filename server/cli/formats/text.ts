import { severities } from '../../core/model/finding.ts';
import { bySpan } from '../../core/model/span.ts';
import { lineIndex } from '../line-index.ts';
import { printable } from '../terminal/cells.ts';
import type { Colours } from '../terminal/colours.ts';
import { excerpt } from '../terminal/excerpt.ts';
import type { CheckedFile, Counts, ReportFormat, Summary } from './report-format.ts';
import type { ReportedSuppression } from './suppressions.ts';

const indent = '  ';

/**
 * The report for people: every notice and finding with its line and carets, then a summary.
 *
 * @param columns How wide an excerpt may be, its indentation included.
 */
export function textFormat(colours: Colours, columns: number): ReportFormat {
  return {
    start: () => '',
    file: result =>
      // A draft that was not read is complained about on standard error.
      result.kind === 'unread'
        ? ''
        : [...marked(result, colours, columns), ...suppressed(result, colours), fileSummary(result, colours), ''].join(
            '\n',
          ),
    end: summary =>
      runSummary(summary, colours)
        .map(line => `${line}\n`)
        .join(''),
  };
}

function marked({ path, text, notices, shown }: CheckedFile, colours: Colours, columns: number): string[] {
  const lines = lineIndex(text);
  const all = [...notices.map(notice => ({ ...notice, ruleId: notice.code, related: [] })), ...shown].sort(bySpan);
  return all.map(({ start, end, severity, ruleId, message, related }) => {
    const { line, column } = lines.placeAt(start);
    const span = lines.lineSpan(line);
    const { line: shownLine, carets } = excerpt(
      text.slice(span.start, span.end),
      { start: start - span.start, end: Math.min(end, span.end) - span.start },
      columns - indent.length,
    );
    const paint = colours.severity[severity];
    return [
      `${colours.strong(`${printable(path)}:${line}:${column}`)} ${paint(severity)} ${colours.faint(ruleId)}`,
      indent + printable(message),
      indent + shownLine,
      indent + paint(carets),
      ...related.map(other => {
        const there = lines.placeAt(other.start);
        return indent + colours.faint(`${there.line}:${there.column} ${printable(other.message)}`);
      }),
      '',
    ].join('\n');
  });
}

/** Each comment that lets findings stand, and what comes of it. */
function suppressed({ path, text, suppressions = [] }: CheckedFile, colours: Colours): string[] {
  const lines = lineIndex(text);
  return suppressions.map(({ start, form, rules, reason, note, until, state, findings }) => {
    const { line, column } = lines.placeAt(start);
    const outcome = state === 'used' ? `lets ${number(findings, 'finding')} stand` : state;
    const why = note === '' ? 'no reason given' : note === reason ? note : `${reason}: ${note}`;
    return [
      `${colours.strong(`${printable(path)}:${line}:${column}`)} suppression ${colours.faint(rules.join(', ') || 'all rules')}`,
      indent + printable(`${scopes[form]}; ${why}${until ? `; until ${until}` : ''}; ${outcome}`),
      '',
    ].join('\n');
  });
}

const scopes = {
  line: 'on its line',
  next: 'on the next line',
  block: 'in a block',
  file: 'in the whole file',
} as const satisfies Record<ReportedSuppression['form'], string>;

function fileSummary({ path, text, counts, failedRules }: CheckedFile, colours: Colours): string {
  const outcome = text.trim() === '' ? 'empty, nothing to check' : inWords(counts);
  const failed = failedRules.length === 0 ? '' : ` (without ${failedRules.join(', ')})`;
  return `${colours.strong(printable(path))}: ${outcome}${failed}`;
}

function runSummary({ checked, unread, counts, hidden }: Summary, colours: Colours): string[] {
  const lines: string[] = [];
  if (checked + unread > 1) {
    const files = `${number(checked, 'file')} checked`;
    const rest = unread === 0 ? '' : `, ${unread} not read`;
    lines.push(`${colours.strong(files)}${rest}: ${inWords(counts)}`);
  }
  if (hidden > 0)
    lines.push(colours.faint(`${number(hidden, 'finding')} not shown; show all with --min-severity hint`));
  return lines;
}

const nouns = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

function inWords(counts: Counts): string {
  const parts = severities
    .filter(severity => counts[severity] > 0)
    .map(severity => number(counts[severity], nouns[severity]));
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
