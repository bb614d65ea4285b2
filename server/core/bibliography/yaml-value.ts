import { parseDocument } from 'yaml';
import type { BibliographyProblem } from './entry.ts';

/**
 * The value of a piece of YAML, or of JSON, which is YAML too; of a broken one, what can be made out.
 *
 * @param start Where the piece starts in the bibliography.
 */
export function yamlValue(source: string, start: number): { value: unknown; problems: BibliographyProblem[] } {
  try {
    const document = parseDocument(source, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    const problems = document.errors.map(({ pos, message }) => ({
      position: start + Math.min(pos[0], source.length),
      message: `This cannot be read: ${message.replace(/\.$/, '')}.`,
    }));
    return { value: document.toJS({ maxAliasCount: 100 }), problems: problems.slice(0, 1) };
  } catch (error) {
    // Names that are never defined, names that would unfold without end, brackets too deep.
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return { value: undefined, problems: [{ position: start, message: `This cannot be read: ${reason}.` }] };
  }
}
