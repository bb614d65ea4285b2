import { type Entry, type Library, type Notice, ownReferences, type Settings, type Span } from '../core/index.ts';
import type { FilePort } from '../files/port.ts';
import { collect, type Fault, type Part, placesFor } from './included.ts';
import type { Loaded, Shelf, Shelved } from './load.ts';
import { namedByProject } from './project.ts';
import { loadReaders } from './readers.ts';
import { folderOf, isInside, isOnNetwork, nameOfUri, uriOf } from './uris.ts';

/** Whether a bibliography outside the folder may be read: the user said so, said no, or does not trust the folder. */
export type Permission = 'yes' | 'no' | 'untrusted';

/** Where a draft is and what may be done for it. */
export interface Surroundings {
  /** The folder that is open and that the draft lies in; absent where there is none. */
  readonly folder: string | undefined;
  /** The folder up to which configurations are looked for, from that of the draft on; `folder`, or that of the draft, if absent. */
  readonly project?: string;
  readonly settings: Settings['bibliography'];
  readonly files: Pick<FilePort, 'read' | 'search'>;
  readonly shelf: Shelf;
  /** True where nobody need be asked, since whoever named the draft has named what it names. */
  readonly everywhere?: boolean;
  /** Asks whether a file outside the folder may be read. */
  readonly mayRead: (uri: string) => Promise<Permission>;
}

/** What a draft can cite, and what was found wrong on the way. */
export interface DraftLibrary {
  readonly library: Library;
  /** The bibliographies by URI, in the order in which they count. */
  readonly bibliographies: ReadonlyMap<string, Shelved>;
  /** The bibliography that each key is from; the draft itself for its own references. */
  readonly homes: ReadonlyMap<string, string>;
  /** What is wrong with the files that the draft names. Spans hold for the text that was given. */
  readonly faults: readonly Fault[];
  /** What others than the draft name, or was found in its folder, and could not be read: full sentences. */
  readonly unread: readonly string[];
  /** Everything that was read or looked for: when one of them changes, the library may. */
  readonly watched: ReadonlySet<string>;
}

/** Endings of the files that are taken for bibliographies where a draft names none. */
export const searchedEndings = [
  '.bib',
  '.csl.json',
  'references.json',
  'bibliography.json',
  '.csl.yaml',
  '.csl.yml',
  'references.yaml',
  'references.yml',
  'bibliography.yaml',
  'bibliography.yml',
] as const;
const mostSearched = 20;

/** Finds and reads the bibliographies of a draft. */
export async function libraryOf(draft: Part, around: Surroundings): Promise<DraftLibrary> {
  const { folder, settings, files, shelf, mayRead } = around;
  const home = folder ?? folderOf(draft.uri);
  const isNear = (uri: string): boolean => around.everywhere === true || isInside(uri, home);
  const byProject = await namedByProject(draft, around.project ?? home, files);
  const { named, faults: faultsOnTheWay, parts } = await collect(draft, folder, files, isNear);
  const faults = [...faultsOnTheWay];
  const unread: string[] = [];
  const watched = new Set([...parts, ...byProject.map(({ by }) => by)]);
  const bibliographies = new Map<string, Shelved>();
  let isComplete = true;

  const take = (uri: string, loaded: Loaded): string | undefined => {
    if (loaded.kind === 'read') bibliographies.set(uri, loaded.bibliography);
    else isComplete = false;
    return loaded.kind === 'unread' ? loaded.message : undefined;
  };

  async function load(path: string, uris: readonly string[]): Promise<string | undefined> {
    if (isOnNetwork(path))
      return refuse(`“${path}” is on the network, where Says Who reads nothing. Save a copy beside the draft.`);
    for (const uri of uris) {
      if (!isNear(uri)) {
        const permission = await mayRead(uri);
        if (permission !== 'yes') return refuse(refusals[permission](path));
      }
      watched.add(uri);
      const loaded = await shelf.load(uri, settings.maximumBytes);
      if (loaded.kind !== 'missing') return take(uri, loaded);
    }
    return refuse(`The bibliography “${path}” is not there.`);
  }
  const refuse = (message: string): string => {
    isComplete = false;
    return message;
  };

  for (const { path, uris, by } of named) {
    const message = await load(path, uris);
    if (message) faults.push({ by, message });
  }
  for (const { path, by } of byProject) {
    const message = await load(path, placesFor(path, [by, draft.uri], folder));
    if (message) unread.push(`“${nameOfUri(by)}”: ${message}`);
  }
  for (const path of settings.files) {
    const uri = uriOf(path, `${home.replace(/\/$/, '')}/`);
    if (uri) watched.add(uri);
    const loaded: Loaded = uri ? await shelf.load(uri, settings.maximumBytes) : { kind: 'missing' };
    const message = take(uri ?? path, loaded);
    if (loaded.kind !== 'read')
      unread.push(message ?? `The bibliography “${path}” of the setting “sayswho.bibliography.files” is not there.`);
  }
  const own = await ownEntries(draft.text);
  const declared = named.length + byProject.length > 0 || settings.files.length > 0 || own.length > 0;
  if (!declared && folder !== undefined) {
    const found = await files.search(folder, searchedEndings, mostSearched);
    for (const uri of found.kind === 'found' ? found.uris : []) {
      watched.add(uri);
      const message = take(uri, await shelf.load(uri, settings.maximumBytes));
      if (message) unread.push(message);
    }
  }
  const { entries, homes } = merged(draft.uri, own, bibliographies);
  const complete = isComplete && (bibliographies.size > 0 || own.length > 0);
  return { library: { entries, complete, declared }, bibliographies, homes, faults, unread, watched };
}

async function ownEntries(text: string): Promise<readonly Entry[]> {
  const references = ownReferences(text);
  if (references === undefined) return [];
  const { readBibliography } = await loadReaders();
  return readBibliography(references, 'yaml').entries;
}

/** The first bibliography that has a key is the one that is cited. */
function merged(
  draft: string,
  own: readonly Entry[],
  bibliographies: ReadonlyMap<string, Shelved>,
): { entries: Map<string, Entry>; homes: Map<string, string> } {
  const entries = new Map<string, Entry>();
  const homes = new Map<string, string>();
  for (const [uri, list] of [
    [draft, own] as const,
    ...Array.from(bibliographies, ([uri, { entries: list }]) => [uri, list] as const),
  ])
    for (const entry of list) {
      if (entries.has(entry.key)) continue;
      entries.set(entry.key, entry);
      homes.set(entry.key, uri);
    }
  return { entries, homes };
}

const refusals: Readonly<Record<Exclude<Permission, 'yes'>, (path: string) => string>> = {
  no: path =>
    `“${path}” lies outside the folder that is open, and was not read. To read it, name it in the setting “sayswho.bibliography.files”.`,
  untrusted: path =>
    `“${path}” lies outside the folder that is open, which is restricted, and was not read. Trust the folder to be asked.`,
};

/**
 * What to say in a draft about its bibliographies, each at the place that names the file.
 *
 * @param placeOf Where the draft names a file now; absent where it names it no longer.
 */
export function bibliographyNotices(
  { faults, unread }: Pick<DraftLibrary, 'faults' | 'unread'>,
  placeOf: (fault: Fault) => Span | undefined,
): Notice[] {
  const notice = ({ start, end }: Span, message: string): Notice => ({
    code: 'bibliography',
    severity: 'information',
    message,
    start,
    end,
  });
  return [
    ...unread.map(message => notice({ start: 0, end: 0 }, message)),
    ...faults.flatMap(fault => {
      const place = placeOf(fault);
      return place ? [notice(place, fault.message)] : [];
    }),
  ].sort((a, b) => a.start - b.start);
}
