import { type Declared, declaredFiles, formatOfFile, frontMatterNaming } from '../core/index.ts';
import type { FilePort } from '../files/port.ts';
import { loadReaders } from './readers.ts';
import { nameOfUri, uriOf } from './uris.ts';

/** A text that names bibliographies: the draft or a part of it. */
export interface Part {
  readonly uri: string;
  readonly text: string;
  readonly languageId: string;
}

/** A bibliography that the draft names, itself or through a part of it. */
export interface Named {
  readonly path: string;
  /** Where it may lie, the likeliest first. */
  readonly uris: readonly string[];
  /** What of the draft names it, or leads there. */
  readonly by: Declared;
}

/** What is wrong with something that the draft names: a full sentence. */
export interface Fault {
  readonly by: Declared;
  readonly message: string;
}

export interface Collected {
  readonly named: readonly Named[];
  readonly faults: readonly Fault[];
  /** The parts that were read or looked for. */
  readonly parts: readonly string[];
}

/** A draft with more parts, or parts within parts, is not followed to its end. */
const mostParts = 200;
const deepest = 20;
/** Longest part that is looked through, in bytes. */
const longestPart = 20_000_000;

/**
 * The bibliographies that a draft names, its includes followed. A path is looked for from the file that has it, then from the
 * draft, then from the folder that is open, as LaTeX and Pandoc do from the folder in which they are started.
 *
 * @param mayRead False for a place that is not to be read.
 */
export async function collect(
  draft: Part,
  folder: string | undefined,
  files: Pick<FilePort, 'read'>,
  mayRead: (uri: string) => boolean,
): Promise<Collected> {
  const named: Named[] = [];
  const faults: Fault[] = [];
  const parts: string[] = [];
  const seen = new Set([draft.uri]);

  const urisOf = (path: string, from: string): string[] => placesFor(path, [from, draft.uri], folder);

  async function visit(part: Part, above: readonly string[], via: Declared | undefined): Promise<void> {
    for (const declared of [...(await inFrontMatter(part.text)), ...declaredFiles(part.text, part.languageId)]) {
      const by = via ?? declared;
      if (declared.kind === 'bibliography') {
        named.push({ path: declared.path, uris: urisOf(declared.path, part.uri), by });
        continue;
      }
      const uris = urisOf(declared.path, part.uri);
      const again = declared.kind === 'include' && above.find(uri => uris.includes(uri));
      if (again) faults.push({ by, message: cycle([...above.slice(above.indexOf(again)), again]) });
      if (again || uris.some(uri => seen.has(uri)) || parts.length >= mostParts || above.length >= deepest) continue;
      const readable = uris.filter(mayRead);
      const found = await firstThere(readable);
      if (found) {
        // What a main file includes is no cycle, though the draft is among it.
        await visit(found, declared.kind === 'root' ? [found.uri] : [...above, found.uri], by);
      } else {
        const why = readable.length > 0 ? 'is not found' : 'lies outside the folder that is open and was not read';
        faults.push({
          by,
          message: `“${declared.path}”, which “${nameOfUri(part.uri)}” includes, ${why}, so that bibliographies named in it are not known.`,
        });
      }
    }
  }

  async function firstThere(uris: readonly string[]): Promise<Part | undefined> {
    for (const uri of uris) {
      seen.add(uri);
      parts.push(uri);
      const answer = await files.read(uri, undefined, longestPart);
      if (answer.kind !== 'found') continue;
      const text = new TextDecoder().decode(answer.bytes);
      return { uri, text, languageId: formatOfFile(nameOfUri(uri)).id };
    }
    return undefined;
  }

  await visit(draft, [draft.uri], undefined);
  return { named, faults, parts };
}

/** Where a path may lie: it is looked for from some files, then from the folder that is open. */
export function placesFor(path: string, from: readonly string[], folder: string | undefined): string[] {
  const bases = [...from, ...(folder === undefined ? [] : [`${folder.replace(/\/$/, '')}/`])];
  return [...new Set(bases.flatMap(base => uriOf(path, base) ?? []))];
}

async function inFrontMatter(text: string): Promise<Declared[]> {
  const naming = frontMatterNaming(text);
  if (!naming) return [];
  const { namedInMetadata } = await loadReaders();
  return namedInMetadata(naming.yaml, [['bibliography']]).map(
    ({ path, start, end }): Declared => ({
      kind: 'bibliography',
      path,
      start: naming.start + start,
      end: naming.start + end,
      inFrontMatter: true,
    }),
  );
}

const cycle = (uris: readonly string[]): string =>
  `This include leads back to where it came from: ${uris.map(nameOfUri).join(' → ')}.`;
