import { isUtf8 } from 'node:buffer';
import type { Writable } from 'node:stream';
import { analysisOf, type Settings } from '../../core/index.ts';
import { type Line, readLines } from '../input/lines.ts';
import { languageProblem } from '../input/settings.ts';
import { failureReporter, inspect, isWhole } from '../inspect.ts';
import { type ExitCode, write } from '../output.ts';

/** A line of input that holds a text. */
interface Request {
  readonly id: string;
  readonly text: string;
  readonly languageId: string;
}

/** A line of input that does not, with its identifier if that could be read. */
interface Refusal {
  readonly id: string | null;
  readonly error: string;
}

/**
 * Analyses one text a line and writes one line for each, in the same order. It reads on only when what it wrote was taken,
 * and holds one line at a time.
 *
 * @param languageId For a line that does not name its language.
 */
export async function analyzeLines(
  input: AsyncIterable<Buffer>,
  output: Writable,
  languageId: string,
  settings: Settings,
): Promise<ExitCode> {
  // Every UTF-16 code unit may be written as an escape of six characters; the rest of a line is small.
  const limit = 6 * settings.maximumLength + 65_536;
  const nameFailures = failureReporter();
  let number = 0;
  let exitCode: ExitCode = 0;
  for await (const line of readLines(input, limit)) {
    number++;
    const answer = (request: Request | Refusal) => {
      if ('error' in request) return request;
      const inspection = inspect(request, settings);
      if ('problem' in inspection) return { id: request.id, error: `line ${number}: ${inspection.problem}` };
      nameFailures(`line ${number}`, inspection);
      if (!isWhole(inspection)) exitCode = 2;
      return analysisOf(inspection.article, inspection.report, request.id);
    };
    const result = answer(parseLine(line, number, languageId, settings.maximumLength));
    if ('error' in result && exitCode === 0) exitCode = 1;
    await write(output, `${JSON.stringify(result)}\n`);
  }
  return exitCode;
}

function parseLine(line: Line, number: number, defaultLanguage: string, maximumLength: number): Request | Refusal {
  const refuse = (problem: string, id: string | null = null): Refusal => ({ id, error: `line ${number}: ${problem}` });
  const tooLong = `has more than ${maximumLength.toLocaleString('en')} characters and was not read. Split it, or allow more with --maximum-length.`;
  if (!line) return refuse(tooLong);
  if (!isUtf8(line)) return refuse('is not valid UTF-8.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(line.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return refuse('is not valid JSON. Give one object a line: {"id": "…", "text": "…"}.');
  }
  const {
    id,
    text,
    languageId = defaultLanguage,
  } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
  if (typeof id !== 'string') return refuse('has no “id” that is a string.');
  if (typeof text !== 'string') return refuse('has no “text” that is a string.', id);
  if (typeof languageId !== 'string') return refuse('has a “languageId” that is not a string.', id);
  const unknown = languageProblem(languageId);
  if (unknown !== undefined) return refuse(`has the unknown “languageId” “${languageId}”: ${unknown}`, id);
  if (text.length > maximumLength) return refuse(tooLong, id);
  return { id, text, languageId };
}
