import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Article, claimsOf, isoOf, type Library, localDayOf, modelNotices, read } from '../../core/index.ts';
import { createNodeFiles } from '../../files/node.ts';
import { placeOf } from '../../ledger/place.ts';
import { createStore, type Loaded, type Store } from '../../ledger/store.ts';
import { type LedgerView, viewOf } from '../../ledger/view.ts';
import { complain } from '../output.ts';
import { readLibraries } from './bibliographies.ts';
import { nameOf, readDrafts } from './drafts.ts';
import { languageFrom, type SettingsOptions, settingsFrom } from './settings.ts';
import { UsageError } from './usage-error.ts';

export interface DeskOptions extends SettingsOptions {
  readonly language?: string;
  /** The day of what is written, `2026-05-12`; today if absent. */
  readonly date?: string;
  /** Who checks; the setting, or the name of the account if that is empty. */
  readonly checker?: string;
  /** The folder below which records are gathered; the setting if absent. */
  readonly folder?: string;
}

/** A draft that was read, with its record. */
export interface DraftWithRecord {
  readonly path: string;
  readonly article: Article;
  readonly recordUri: string;
  readonly store: Store;
  readonly loaded: Loaded;
  /** What the draft can cite; read when it is asked for. */
  library(): Promise<Library>;
  viewWith(record: Extract<Loaded, { kind: 'ok' }>['record'] | undefined): LedgerView;
}

export interface CliDesk {
  readonly checker: string;
  readonly date: string;
  /** The drafts with their records, one after the other; what could not be read is said on standard error, and `undefined`. */
  drafts(paths: readonly string[]): AsyncGenerator<DraftWithRecord | undefined>;
}

export async function deskFrom(options: DeskOptions): Promise<CliDesk> {
  const { settings, problems } = await settingsFrom(options);
  for (const problem of problems) complain(problem);
  const languageId = languageFrom(options.language);
  const date = options.date ?? isoOf(localDayOf(new Date()));
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new UsageError(`--date ${date}: give a day such as 2026-05-12.`);
  const folder = options.folder ?? settings.ledger.folder;
  const store = createStore(createNodeFiles());
  const libraryFor = readLibraries(settings.bibliography);
  const root = pathToFileURL(`${process.cwd()}/`).href;
  return {
    checker: (options.checker ?? settings.ledger.checker) || accountName(),
    date,
    async *drafts(paths) {
      for await (const draft of readDrafts(paths, { languageId, maximumLength: settings.maximumLength })) {
        const { path } = draft;
        if ('problem' in draft) {
          complain(`${nameOf(path)}: ${draft.problem}`);
          yield undefined;
          continue;
        }
        if (path === '-') throw new UsageError('a draft on standard input has no record; name its file.');
        const place = placeOf(pathToFileURL(resolve(path)).href, folder, [root]);
        if ('problem' in place) throw new UsageError(place.problem);
        const article = read(draft.text, draft.languageId);
        // Without a model there would be other claims or none, and a draft without claims can be signed off.
        const missing = modelNotices(article);
        if (missing.length > 0) {
          for (const { message } of missing) complain(`${nameOf(path)}: ${message}`);
          yield undefined;
          continue;
        }
        const loaded = await store.load(place.uri);
        if ('message' in loaded) complain(`${path}: ${loaded.message}`);
        yield {
          path,
          article,
          recordUri: place.uri,
          store,
          loaded,
          library: async () => (await libraryFor(draft)).library,
          viewWith: record => viewOf(record, article, claimsOf(article)),
        };
      }
    },
  };
}

/** The name under which somebody is logged in; empty where the system knows none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
