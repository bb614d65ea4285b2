import { lineIndex } from '../line-index.ts';
import type { CheckedFile, FileResult, ReportFormat } from './report-format.ts';

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

const plainFile = (result: FileResult) =>
  result.kind === 'unread'
    ? { path: result.path, error: result.problem }
    : {
        path: result.path,
        languageId: result.languageId,
        findings: plainFindings(result),
        failedRules: result.failedRules,
      };

function plainFindings({ text, shown }: CheckedFile) {
  const lines = lineIndex(text);
  return shown.map(({ ruleId, family, severity, message, start, end }) => {
    const from = lines.placeAt(start);
    const to = lines.placeAt(end);
    return {
      ruleId,
      family,
      severity,
      message,
      start,
      end,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
  });
}
