import { Emitter, type Event } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DraftLibrary, libraryOf, type Surroundings } from '../../bibliography/library.ts';
import { createShelf } from '../../bibliography/load.ts';
import { paced } from '../../bibliography/paced.ts';
import { declaredFiles, frontMatterNaming, likelySteps, ownReferences, searchSteps } from '../../core/index.ts';
import type { FilePort } from '../../files/port.ts';

/** What each open draft can cite. It is read beside the typing, never for it. */
export interface Libraries {
  /** As it was read last; absent before that, and where files cannot be reached. */
  of(uri: string): DraftLibrary | undefined;
  /** Looks, once typing rests, whether a draft names other bibliographies than before. */
  look(document: TextDocument): void;
  /** Reads the bibliographies of every draft again, or of those for which a changed file matters. */
  refresh(changed?: string): void;
  forget(uri: string): void;
  /** Fires with the address of a draft whose library changed. */
  readonly onChange: Event<string>;
}

export interface LibrariesOptions {
  readonly files: FilePort;
  readonly surroundings: (document: TextDocument) => Promise<Pick<Surroundings, 'folder' | 'settings' | 'mayRead'>>;
  readonly logError: (doing: string, error: unknown) => void;
  /** Milliseconds without a keystroke after which a draft is looked at. */
  readonly delay: number;
}

interface Followed {
  document: TextDocument;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** What the draft named when its library was read. */
  named?: string;
  found?: DraftLibrary;
  loading: boolean;
  /** True where something changed while the library was read. */
  again: boolean;
  readonly watches: Map<string, () => void>;
}

export function createLibraries({ files, surroundings, logError, delay }: LibrariesOptions): Libraries {
  const drafts = new Map<string, Followed>();
  const change = new Emitter<string>();
  const shelf = createShelf(files, pause);

  const schedule = (draft: Followed, wait: number): void => {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => {
      if (draft.named !== namedBy(draft.document)) void load(draft);
    }, wait);
  };

  async function load(draft: Followed): Promise<void> {
    if (draft.loading) {
      draft.again = true;
      return;
    }
    draft.loading = true;
    const { document } = draft;
    try {
      do {
        draft.again = false;
        draft.named = namedBy(document);
        const text = document.getText();
        const around = await surroundings(document);
        const found = await libraryOf(
          { uri: document.uri, text, languageId: document.languageId },
          { ...around, files, shelf },
        );
        await paced(searchSteps(found.library), pause);
        await paced(likelySteps(found.library), pause);
        if (drafts.get(document.uri) !== draft) return;
        draft.found = found;
        watch(draft, found.watched);
        change.fire(document.uri);
      } while (draft.again);
    } catch (error) {
      logError(`Could not read the bibliographies of ${document.uri}`, error);
    } finally {
      draft.loading = false;
    }
  }

  function watch({ watches, document }: Followed, wanted: ReadonlySet<string>): void {
    for (const [uri, stop] of watches)
      if (!wanted.has(uri)) {
        stop();
        watches.delete(uri);
      }
    for (const uri of wanted)
      if (!watches.has(uri))
        watches.set(
          uri,
          files.watch(uri, () => reload(document.uri)),
        );
  }

  const reload = (uri: string): void => {
    const draft = drafts.get(uri);
    if (!draft) return;
    delete draft.named;
    // A program that writes a file changes it several times in a row.
    schedule(draft, delay);
  };

  return {
    of: uri => drafts.get(uri)?.found,
    look: document => {
      const known = drafts.get(document.uri);
      const draft = known ?? { document, loading: false, again: false, watches: new Map() };
      draft.document = document;
      drafts.set(document.uri, draft);
      schedule(draft, known ? delay : 0);
    },
    refresh: changed => {
      for (const [uri, { found }] of drafts)
        if (changed === undefined || !found?.library.declared || found.watched.has(changed)) reload(uri);
    },
    forget: uri => {
      const draft = drafts.get(uri);
      if (!draft) return;
      clearTimeout(draft.timer);
      for (const stop of draft.watches.values()) stop();
      drafts.delete(uri);
      change.fire(uri);
    },
    onChange: change.event,
  };
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

/** Whatever of a draft its library depends on. */
function namedBy(document: TextDocument): string {
  const text = document.getText();
  const files = declaredFiles(text, document.languageId).map(({ kind, path }) => [kind, path]);
  return JSON.stringify([files, frontMatterNaming(text), ownReferences(text)]);
}
