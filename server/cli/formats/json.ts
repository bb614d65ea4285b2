import type { Span } from '../../core/index.ts';
import { round } from '../../core/models/round.ts';
import { lineIndex } from '../line-index.ts';
import type { FileResult, ReportFormat } from './report-format.ts';

/** The version of the format; docs/guide/command-line.md describes it. */
const schema = 1;

/** One JSON document for the whole run, with one line for each file. */
export function jsonFormat(): ReportFormat {
  let isFirst = true;
  return {
    start: () => `{"schema":${schema},"files":[`,
    file(result) {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + JSON.stringify(plainFile(result));
    },
    end: summary => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

function plainFile(result: FileResult) {
  if (result.kind === 'unread') return { path: result.path, error: result.problem };
  const { path, languageId, text, notices, shown, suppressions, failedRules } = result;
  const placed = placesIn(text);
  return {
    path,
    languageId,
    notices: notices.map(({ code, severity, message, start, end }) => ({
      code,
      severity,
      message,
      ...placed({ start, end }),
    })),
    findings: shown.map(({ ruleId, family, severity, confidence, message, start, end, related }) => ({
      ruleId,
      family,
      severity,
      confidence: round(confidence),
      message,
      ...placed({ start, end }),
      ...(related.length > 0 ? { related: related.map(other => ({ message: other.message, ...placed(other) })) } : {}),
    })),
    ...(suppressions
      ? { suppressions: suppressions.map(({ start, end, ...said }) => ({ ...said, ...placed({ start, end }) })) }
      : {}),
    failedRules,
  };
}

/** Says where a span lies, in code units and in lines and columns. */
function placesIn(text: string) {
  const lines = lineIndex(text);
  return ({ start, end }: Span) => {
    const from = lines.placeAt(start);
    const to = lines.placeAt(end);
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}
