import { readBibtex } from './bibtex.ts';
import { readCslJson } from './csl-json.ts';
import type { Bibliography, BibliographyProblem, Entry, ReadingStep } from './entry.ts';
import type { BibliographyFormat } from './format.ts';
import { atOnce } from './steps.ts';
import { readYamlReferences } from './yaml-references.ts';

/** Most problems that are told of one bibliography; a file that is none would have one in every line. */
const mostProblems = 100;

const readers: Readonly<Record<BibliographyFormat, (text: string) => Generator<ReadingStep>>> = {
  bibtex: readBibtex,
  'csl-json': readCslJson,
  yaml: text => readYamlReferences(text),
};

/**
 * Reads a bibliography, and pauses behind each entry: whoever has other things to do asks for the next step later. What is
 * broken is told and left out, and the rest is read.
 */
export function* bibliographySteps(text: string, format: BibliographyFormat): Generator<void, Bibliography> {
  const entries = new Map<string, Entry>();
  const problems: BibliographyProblem[] = [];
  for (const { entry, problems: found = [] } of readers[format](text)) {
    if (entry && entries.has(entry.key))
      problems.push({
        position: entry.position,
        message: `The key “${entry.key}” is given twice; the first entry with it is cited.`,
      });
    else if (entry) entries.set(entry.key, entry);
    if (problems.length < mostProblems) problems.push(...found);
    yield;
  }
  problems.sort((a, b) => a.position - b.position);
  return { entries: [...entries.values()], problems: problems.slice(0, mostProblems) };
}

/** Reads a bibliography at one go. */
export const readBibliography = (text: string, format: BibliographyFormat): Bibliography =>
  atOnce(bibliographySteps(text, format));
