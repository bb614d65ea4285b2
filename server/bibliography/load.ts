import { type Bibliography, type BibliographyFormat, bibliographyFormat } from '../core/index.ts';
import type { FilePort, Version } from '../files/port.ts';
import { paced } from './paced.ts';
import { loadReaders } from './readers.ts';
import { nameOfUri } from './uris.ts';

/** A bibliography as it was read. */
export interface Shelved extends Bibliography {
  /** What was read, for as long as something is wrong in it that is to be shown at its place. */
  readonly text?: string;
}

/** A bibliography as it was read, or a full sentence that says why it was not. */
export type Loaded =
  | { readonly kind: 'read'; readonly bibliography: Shelved }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unread'; readonly message: string };

/** The bibliographies that were read so far, by URI; one that did not change is not parsed again. */
export interface Shelf {
  /** @param most The largest that is read, in bytes. */
  load(uri: string, most: number): Promise<Loaded>;
}

/** @param pause Lets what waits go first, such as the next keystroke. */
export function createShelf(files: Pick<FilePort, 'read'>, pause: () => Promise<void>): Shelf {
  const known = new Map<string, { readonly version: Version; readonly bibliography: Shelved }>();
  const loading = new Map<string, Promise<Loaded>>();

  async function load(uri: string, most: number): Promise<Loaded> {
    const name = nameOfUri(uri);
    const format = bibliographyFormat(name);
    if (!format) return unread(`“${name}” is no bibliography that is read: give a .bib, .json, .yaml or .yml file.`);
    const before = known.get(uri);
    const answer = await files.read(uri, before?.version, most);
    switch (answer.kind) {
      case 'unchanged':
        return before ? { kind: 'read', bibliography: before.bibliography } : { kind: 'missing' };
      case 'missing':
        known.delete(uri);
        return answer;
      case 'too-large':
        known.delete(uri);
        return unread(
          `“${name}” has ${megabytes(answer.size)} MB, more than the ${megabytes(most)} MB that “sayswho.bibliography.maximumSize” allows, and was not read. Raise that setting to read it.`,
        );
      case 'failed':
        return unread(answer.message);
    }
    const bibliography = await parse(answer.bytes, format, pause);
    known.set(uri, { version: answer.version, bibliography });
    return { kind: 'read', bibliography };
  }

  return {
    load: (uri, most) => {
      let underWay = loading.get(uri);
      if (!underWay) {
        underWay = load(uri, most).finally(() => loading.delete(uri));
        loading.set(uri, underWay);
      }
      return underWay;
    },
  };
}

async function parse(bytes: Uint8Array, format: BibliographyFormat, pause: () => Promise<void>): Promise<Shelved> {
  const text = new TextDecoder().decode(bytes);
  const { bibliographySteps } = await loadReaders();
  return shelved(await paced(bibliographySteps(text, format), pause), text);
}

/** A file in an old encoding is read with marks in place of its accented letters. */
function shelved({ entries, problems: found }: Bibliography, text: string): Shelved {
  const position = text.indexOf('\uFFFD');
  const message = 'This file is not in UTF-8, so that some letters are not read. Save it with the encoding UTF-8.';
  const problems = position < 0 ? found : [{ position, message }, ...found];
  return { entries, problems, ...(problems.length > 0 ? { text } : {}) };
}

const unread = (message: string): Loaded => ({ kind: 'unread', message });

const megabytes = (bytes: number): string =>
  (bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 });
