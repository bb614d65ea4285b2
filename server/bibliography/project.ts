import { declaredFiles } from '../core/index.ts';
import type { FilePort } from '../files/port.ts';
import { loadReaders } from './readers.ts';
import { folderOf, isInside } from './uris.ts';

/** A bibliography that a tool's configuration names for the drafts in its folder and in those below. */
export interface ProjectName {
  readonly path: string;
  /** The URI of the file that names it. */
  readonly by: string;
}

type NamesIn = (text: string) => Promise<readonly string[]>;

const underKeys =
  (...keys: readonly (readonly string[])[]): NamesIn =>
  async text => {
    const { namedInMetadata } = await loadReaders();
    // Pandoc writes the folder of a defaults file so.
    return namedInMetadata(text, keys).map(({ path }) => path.replace(/^\$\{\.\}\//, ''));
  };
const pandoc = underKeys(['bibliography'], ['metadata', 'bibliography']);
const quarto = underKeys(['bibliography']);
const sphinx: NamesIn = async text => declaredFiles(text, 'python').map(({ path }) => path);

const configurations: Readonly<Record<string, NamesIn>> = {
  '_metadata.yml': quarto,
  '_metadata.yaml': quarto,
  '_quarto.yml': quarto,
  '_quarto.yaml': quarto,
  'defaults.yaml': pandoc,
  'defaults.yml': pandoc,
  'pandoc.yaml': pandoc,
  'pandoc.yml': pandoc,
  'pandoc-defaults.yaml': pandoc,
  'pandoc-defaults.yml': pandoc,
  'myst.yml': underKeys(['project', 'bibliography']),
  'conf.py': sphinx,
};

/** The names of files in which Quarto, Pandoc, MyST and Sphinx are told of bibliographies. */
export const projectFiles = Object.keys(configurations);

/** The languages that those tools read. */
const languages = new Set(['markdown', 'quarto', 'rmd', 'restructuredtext']);

/** A configuration is shorter than this, in bytes. */
const longest = 1_000_000;

/**
 * The bibliographies that configurations name, from the folder of a draft up to that of the project, the nearest first; and
 * which configurations name one.
 */
export async function namedByProject(
  draft: { readonly uri: string; readonly languageId: string },
  project: string,
  files: Pick<FilePort, 'read'>,
): Promise<ProjectName[]> {
  if (!languages.has(draft.languageId)) return [];
  const found: ProjectName[] = [];
  for (let folder = folderOf(draft.uri); isInside(folder, project); folder = folderOf(folder.slice(0, -1)))
    for (const names of await Promise.all(projectFiles.map(name => namesIn(folder + name, name)))) found.push(...names);
  return found;

  async function namesIn(uri: string, name: string): Promise<ProjectName[]> {
    const answer = await files.read(uri, undefined, longest);
    if (answer.kind !== 'found') return [];
    const text = new TextDecoder().decode(answer.bytes);
    // Most configurations name none, and are not worth a parser.
    if (!/bibliography|bibtex_bibfiles/.test(text)) return [];
    return ((await configurations[name]?.(text)) ?? []).map(path => ({ path, by: uri }));
  }
}
