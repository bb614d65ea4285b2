import { noticesOf } from '../../core/index.ts';
import { type Severity, severities } from '../../core/model/finding.ts';
import { bySpan } from '../../core/model/span.ts';
import { jsonFormat } from '../formats/json.ts';
import type { Counts, ReportFormat } from '../formats/report-format.ts';
import { reportedSuppressions } from '../formats/suppressions.ts';
import { textFormat } from '../formats/text.ts';
import { nameOf } from '../input/drafts.ts';
import { languageFrom, type SettingsOptions, settingsFrom } from '../input/settings.ts';
import { inspectDrafts, isWhole, todayFor } from '../inspect.ts';
import { complain, type ExitCode, write } from '../output.ts';
import { coloursFor } from '../terminal/colours.ts';

export interface CheckOptions extends SettingsOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  /** What is shown; if absent, `information` and above, and whatever fails the run. */
  readonly minSeverity?: Severity;
  /** The language identifier for every file; by its extension if absent. */
  readonly language?: string;
  /** Whether the comments that let findings stand are listed. */
  readonly reportSuppressions?: true;
}

/** `sayswho check`: prints a report on each draft and answers with the exit code. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { failOn } = options;
  const { settings, problems } = await settingsFrom(options);
  const languageId = languageFrom(options.language);
  for (const problem of problems) complain(problem);
  if (!settings.enable) complain(`${options.config}: “sayswho.enable” is false, so that nothing is checked.`);

  const isShown = isAtLeast(options.minSeverity ?? (failOn === 'hint' ? 'hint' : 'information'));
  const isFailure = failOn === 'never' ? () => false : isAtLeast(failOn);
  const format = formatFor(options.format);
  const counts = noCounts();
  let checked = 0;
  let unread = 0;
  let isWithoutGaps = true;

  await write(process.stdout, format.start());
  for await (const draft of inspectDrafts(paths, languageId, settings)) {
    const path = nameOf(draft.path);
    if ('problem' in draft) {
      unread++;
      await write(process.stdout, format.file({ kind: 'unread', path, problem: draft.problem }));
      continue;
    }
    checked++;
    const { article, report, bibliographyNotices } = draft;
    const checking = { report, settings, today: todayFor(settings) };
    const own = noCounts();
    for (const { severity } of report.findings) {
      own[severity]++;
      counts[severity]++;
    }
    const failedRules = report.failures.map(failure => failure.ruleId);
    isWithoutGaps &&= isWhole(draft);
    await write(
      process.stdout,
      format.file({
        kind: 'checked',
        path,
        languageId: article.languageId,
        text: article.text,
        shown: report.findings.filter(({ severity }) => isShown(severity)),
        notices: settings.enable
          ? [...bibliographyNotices, ...noticesOf(article, checking)]
              .sort(bySpan)
              .filter(({ severity }) => isShown(severity))
          : [],
        ...(options.reportSuppressions ? { suppressions: reportedSuppressions(article, checking) } : {}),
        counts: own,
        failedRules,
      }),
    );
  }

  const hidden = severities.filter(severity => !isShown(severity)).reduce((sum, severity) => sum + counts[severity], 0);
  const isIncomplete = unread > 0 || !isWithoutGaps || problems.length > 0;
  const exitCode = isIncomplete ? 2 : severities.some(severity => counts[severity] > 0 && isFailure(severity)) ? 1 : 0;
  await write(process.stdout, format.end({ checked, unread, counts, hidden, exitCode }));
  return exitCode;
}

/** Widest excerpt; the paragraphs of an op-ed are single lines far longer than that. */
const widestExcerpt = 100;
const narrowestExcerpt = 40;

function formatFor(name: CheckOptions['format']): ReportFormat {
  if (name === 'json') return jsonFormat();
  const { isTTY, columns } = process.stdout;
  // A terminal that does not know its width says 0; a file has none.
  const width = columns ? Math.max(columns, narrowestExcerpt) : widestExcerpt;
  return textFormat(coloursFor(isTTY, process.env), Math.min(width, widestExcerpt));
}

const noCounts = (): Record<keyof Counts, number> => ({ error: 0, warning: 0, information: 0, hint: 0 });

const isAtLeast =
  (least: Severity) =>
  (severity: Severity): boolean =>
    severities.indexOf(severity) <= severities.indexOf(least);
