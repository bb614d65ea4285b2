import { analysisOf } from '../../core/index.ts';
import { nameOf } from '../input/drafts.ts';
import { languageFrom, type SettingsOptions, settingsFrom } from '../input/settings.ts';
import { inspectDrafts, isWhole } from '../inspect.ts';
import { complain, type ExitCode, write } from '../output.ts';
import { analyzeLines } from './analyze-lines.ts';

export interface AnalyzeOptions extends SettingsOptions {
  /** `json` takes files; `jsonl` takes one JSON object a line on standard input. */
  readonly format: 'json' | 'jsonl';
  /** The language identifier where nothing else tells it. */
  readonly language?: string;
}

/** `sayswho analyze`: prints one analysis a line and answers with the exit code. */
export async function analyzeCommand(paths: readonly string[], options: AnalyzeOptions): Promise<ExitCode> {
  const { settings, problems } = await settingsFrom(options);
  const languageId = languageFrom(options.language);
  for (const problem of problems) complain(problem);
  const least: ExitCode = problems.length > 0 ? 2 : 0;

  if (options.format === 'jsonl') {
    const exitCode = await analyzeLines(process.stdin, process.stdout, languageId ?? 'plaintext', settings);
    return Math.max(least, exitCode) as ExitCode;
  }
  let exitCode = least;
  for await (const draft of inspectDrafts(paths, languageId, settings)) {
    if ('problem' in draft || !isWhole(draft)) exitCode = 2;
    if ('problem' in draft) continue;
    const analysis = analysisOf(draft.article, draft.report, nameOf(draft.path));
    await write(process.stdout, `${JSON.stringify(analysis)}\n`);
  }
  return exitCode;
}
