import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bibliographyNotices, libraryOf } from '../../bibliography/library.ts';
import { createShelf } from '../../bibliography/load.ts';
import { folderOf, isInside } from '../../bibliography/uris.ts';
import type { Library, Notice, Settings } from '../../core/index.ts';
import { createNodeFiles } from '../../files/node.ts';
import { lineIndex } from '../line-index.ts';
import { complain } from '../output.ts';
import type { Draft } from './drafts.ts';

/** Finds what each draft can cite. What is broken in a bibliography is said once in a run, on standard error. */
export function readLibraries(
  given: Settings['bibliography'],
): (draft: Draft) => Promise<{ library: Library; notices: readonly Notice[] }> {
  const files = createNodeFiles();
  const shelf = createShelf(files, async () => undefined);
  // As everywhere on the command line, paths count from where one is.
  const settings = { ...given, files: given.files.map(path => pathToFileURL(resolve(path)).href) };
  const told = new Set<string>();
  const here = pathToFileURL(join(process.cwd(), '/')).href;

  return async draft => {
    const uri = pathToFileURL(draft.path === '-' ? join(process.cwd(), 'draft') : resolve(draft.path)).href;
    // The folder is searched only for a draft that may cite something.
    const mayCite = /@|cite/.test(draft.text);
    const found = await libraryOf(
      { ...draft, uri },
      {
        folder: mayCite ? folderOf(uri) : undefined,
        // A project is mostly checked from its own folder.
        ...(isInside(uri, here) ? { project: here } : {}),
        settings,
        files,
        shelf,
        everywhere: true,
        mayRead: async () => 'yes',
      },
    );
    for (const [where, { problems, text = '' }] of found.bibliographies) {
      if (told.has(where)) continue;
      told.add(where);
      const lines = lineIndex(text);
      for (const { position, message } of problems)
        complain(`${fileURLToPath(where)}:${lines.placeAt(position).line}: ${message}`);
    }
    return { library: found.library, notices: bibliographyNotices(found, ({ by }) => by) };
  };
}
