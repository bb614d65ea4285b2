import { bugs } from '../../package.json';
import {
  type Article,
  type CalendarDay,
  check,
  type Library,
  localDayOf,
  modelNotices,
  type Notice,
  noLibrary,
  type Report,
  read,
  type Settings,
} from '../core/index.ts';
import { readLibraries } from './input/bibliographies.ts';
import { type Draft, nameOf, readDrafts, type Unread } from './input/drafts.ts';
import { complain } from './output.ts';

/** A draft that was read and checked. */
export interface Inspected {
  readonly path: string;
  readonly article: Article;
  readonly report: Report;
  /** What was wrong with the bibliographies that the draft names. */
  readonly bibliographyNotices: readonly Notice[];
}

/** Reads and checks drafts one after the other. What goes wrong is said on standard error; the others follow. */
export async function* inspectDrafts(
  paths: readonly string[],
  languageId: string | undefined,
  settings: Settings,
): AsyncGenerator<Inspected | Unread> {
  const nameFailures = failureReporter();
  const libraryFor = readLibraries(settings.bibliography);
  for await (const draft of readDrafts(paths, { languageId, maximumLength: settings.maximumLength })) {
    const { path } = draft;
    if ('problem' in draft) {
      complain(`${nameOf(path)}: ${draft.problem}`);
      yield draft;
      continue;
    }
    const { library, notices } = await libraryFor(draft);
    const inspection = inspect(draft, settings, library);
    if ('problem' in inspection) complain(`${nameOf(path)}: ${inspection.problem}`);
    else nameFailures(nameOf(path), inspection);
    yield { path, ...inspection, bibliographyNotices: notices };
  }
}

/** Reads and checks a text. An error in the analyser is a problem of this one draft. */
export function inspect(
  { text, languageId }: Omit<Draft, 'path'>,
  settings: Settings,
  library: Library = noLibrary,
): Pick<Inspected, 'article' | 'report'> | Omit<Unread, 'path'> {
  try {
    const article = read(text, languageId);
    return { article, report: check(article, settings, { today: todayFor(settings), library }) };
  } catch (error) {
    return {
      problem: `could not be analysed because of an error in Says Who (${firstLine(error)}). Please report it: ${bugs.url}`,
    };
  }
}

/** The day by which comments that let findings stand run out. */
export const todayFor = (settings: Settings): CalendarDay => settings.today ?? localDayOf(new Date());

/** Whether all rules ran and had the models that they need, so that what they did not find is not there for them. */
export const isWhole = ({ article, report }: Pick<Inspected, 'article' | 'report'>): boolean =>
  report.failures.length === 0 && modelNotices(article).length === 0;

/** Says which rules failed and whether a model could not be used, each once in a run; other notices are about the draft. */
export function failureReporter(): (name: string, inspected: Pick<Inspected, 'article' | 'report'>) => void {
  const named = new Set<string>();
  return (name, { article, report: { failures } }) => {
    for (const { code, message } of modelNotices(article)) {
      if (named.has(code)) continue;
      named.add(code);
      complain(message);
    }
    for (const { ruleId, error } of failures) {
      if (named.has(ruleId)) continue;
      named.add(ruleId);
      complain(
        `${name}: the rule “${ruleId}” failed and the others ran (${firstLine(error)}). Please report it: ${bugs.url}`,
      );
    }
  };
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
