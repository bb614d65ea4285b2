import { fromConsole, type Line } from '../suite/lines.ts';
import type { Counts, Tally } from './tally.ts';

/** Longer than the slowest test may take, and than the editor needs to start on a busy machine. */
const SILENCE_LIMIT_MS = 120_000;

/** How much of the editor's output is shown when a run breaks as a whole. */
const RECENT = 20;

/**
 * Runs the suites in an editor and judges the run as a whole.
 *
 * An editor exits with 0 when it found no test to run, and its console may lose lines. Therefore a run is good
 * only when the exit code, the last line and the lines before it tell the same story; else it counts as failed.
 *
 * @param start Runs the suites, passes on the editor's console output, and gives the editor's exit code.
 */
export async function runSuitesIn(
  tally: Tally,
  start: (hear: (text: string) => void) => Promise<number>,
): Promise<void> {
  const began = Date.now();
  let end: Counts | undefined;
  let heardAt = began;
  let recent: string[] = [];
  const hear = (text: string) => {
    recent = [...recent, text.split('\n', 1).join('').slice(0, 300)].slice(-RECENT);
    for (const line of fromConsole(text)) {
      heardAt = Date.now();
      end = tell(tally, line) ?? end;
    }
  };
  const silence = listenForSilence(() => heardAt);
  const judged = start(hear).then(exitCode => disagreement(exitCode, tally.counts, end));
  const problem = await Promise.race([judged, silence.fallen]).finally(silence.stop);
  if (problem)
    tally.take('the run as a whole', Date.now() - began, [problem, 'The last it said:', ...recent].join('\n'));
}

function tell(tally: Tally, line: Line): Counts | undefined {
  if (line.kind === 'test') tally.take(line.title, line.ms, line.error);
  else if (line.kind === 'measure') tally.measure(line.name, line.ms);
  else return line;
  return undefined;
}

function disagreement(exitCode: number, heard: Counts, end: Counts | undefined): string | undefined {
  if (!end) return `The editor exited with ${exitCode} before the suites had ended.`;
  if (end.passed + end.failed === 0) return 'No test ran.';
  if (end.passed !== heard.passed || end.failed !== heard.failed) {
    return `The suites counted ${end.passed} passed and ${end.failed} failed, but ${heard.passed} and ${heard.failed} were heard of.`;
  }
  if (exitCode !== 0 && end.failed === 0) return `The editor exited with ${exitCode} although no test failed.`;
  if (exitCode === 0 && end.failed > 0) return 'The editor exited with 0 although tests failed.';
  return undefined;
}

function listenForSilence(heardAt: () => number): { readonly fallen: Promise<string>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const fallen = new Promise<string>(resolve => {
    timer = setInterval(() => {
      if (Date.now() - heardAt() < SILENCE_LIMIT_MS) return;
      resolve(`Nothing was heard from the editor for ${SILENCE_LIMIT_MS / 1000} s, so the run was ended.`);
    }, 1_000);
  });
  return { fallen, stop: () => clearInterval(timer) };
}
