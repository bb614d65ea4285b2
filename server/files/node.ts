import { createHash } from 'node:crypto';
import { watch as watchFolder } from 'node:fs';
import * as promises from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codeOf, failureOf } from './failures.ts';
import { type Lock, takeLock } from './lock.ts';
import type { AsideAnswer, FileFailure, FilePort, FindAnswer, ReadAnswer, Version, WriteAnswer } from './port.ts';
import { searchFolder } from './search.ts';
import { createTurns } from './turns.ts';

/** What is used of Node's file system, so that tests can let it fail. */
export type NodeFileSystem = Pick<
  typeof promises,
  'link' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat'
>;

export interface NodeFilesOptions {
  readonly fs?: NodeFileSystem;
  /** Milliseconds after which a lock that nobody touches is taken for abandoned; a write takes a few. */
  readonly patience?: number;
}

/** Files on the disks of this machine, by `file:` URIs. */
export function createNodeFiles({ fs = promises, patience = 10_000 }: NodeFilesOptions = {}): FilePort {
  /** One at a time for each file in this process; other processes are kept out by the lock. */
  const inTurn = createTurns();

  /** Does something to a file while nobody else writes it. */
  async function locked<T extends { readonly kind: string }>(
    uri: string,
    makesFolder: boolean,
    work: (path: string, lock: Lock) => Promise<T>,
  ): Promise<T | FileFailure> {
    const named = pathOf(uri);
    if (typeof named !== 'string') return named;
    return inTurn(named, async () => {
      try {
        // What a link leads to is replaced, not the link.
        const path = await fs.realpath(named).catch(() => named);
        if (makesFolder) await fs.mkdir(dirname(path), { recursive: true });
        const lock = await takeLock(fs, hidden(path, 'lock'), patience, () => removeTemporary(fs, path));
        if ('heldBy' in lock) return busy(named, lock.heldBy);
        try {
          return await work(path, lock);
        } finally {
          await lock.release().catch(() => undefined);
        }
      } catch (error) {
        return failureOf(error, named, 'written');
      }
    });
  }

  return {
    read: async (uri, known, most = Number.POSITIVE_INFINITY): Promise<ReadAnswer> => {
      const path = pathOf(uri);
      if (typeof path !== 'string') return path;
      try {
        const { size } = await fs.stat(path);
        if (size > most) return { kind: 'too-large', size };
        const bytes = await fs.readFile(path);
        const version = versionOf(bytes);
        return version === known ? { kind: 'unchanged' } : { kind: 'found', bytes, version };
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? { kind: 'missing' } : failureOf(error, path, 'read');
      }
    },

    write: (uri, bytes, expected) =>
      locked<WriteAnswer>(uri, true, async (path, lock) => {
        if ((await currentVersion(fs, path)) !== expected) return { kind: 'changed' };
        const isReplaced = await replace(fs, path, bytes, lock);
        return isReplaced ? { kind: 'ok', version: versionOf(bytes) } : { kind: 'changed' };
      }),

    keepAside: uri =>
      locked<AsideAnswer>(uri, false, async path => {
        for (let n = 1; ; n++) {
          const aside = `${path}.damaged-${n}`;
          if (await exists(fs, aside)) continue;
          if (!(await exists(fs, path))) return { kind: 'missing' };
          await fs.rename(path, aside);
          return { kind: 'ok', uri: pathToFileURL(aside).href };
        }
      }),

    find: async (folder, ending): Promise<FindAnswer> => {
      const path = pathOf(folder);
      if (typeof path !== 'string') return path;
      try {
        const names = (await fs.readdir(path)).filter(name => name.endsWith(ending)).toSorted();
        return { kind: 'found', uris: names.map(name => pathToFileURL(join(path, name)).href) };
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? { kind: 'found', uris: [] } : failureOf(error, path, 'read');
      }
    },

    search: async (folder, endings, most): Promise<FindAnswer> => {
      const path = pathOf(folder);
      if (typeof path !== 'string') return path;
      const paths = await searchFolder(fs, path, name => endings.some(ending => name.endsWith(ending)), most);
      return { kind: 'found', uris: paths.map(found => pathToFileURL(found).href).toSorted() };
    },

    watch: (uri, changed) => {
      const path = pathOf(uri);
      if (typeof path !== 'string') return () => undefined;
      // The folder, since the file is replaced by another at every write, and may not be there yet.
      try {
        const watcher = watchFolder(dirname(path), { persistent: false }, (_, name) => {
          if (name === null || name === basename(path)) changed();
        });
        watcher.on('error', () => watcher.close());
        return () => watcher.close();
      } catch {
        return () => undefined;
      }
    },
  };
}

const exists = (fs: NodeFileSystem, path: string): Promise<boolean> =>
  fs.stat(path).then(
    () => true,
    error => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );

const versionOf = (bytes: Uint8Array): Version => createHash('sha256').update(bytes).digest('base64url');

async function currentVersion(fs: NodeFileSystem, path: string): Promise<Version | undefined> {
  try {
    return versionOf(await fs.readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Puts the bytes into a file beside the old one, makes sure that they are on the disk, and only then lets them take its place.
 * False where the lock was lost meanwhile, so that nothing was replaced.
 */
async function replace(fs: NodeFileSystem, path: string, bytes: Uint8Array, lock: Lock): Promise<boolean> {
  const temporary = hidden(path, `${process.pid}.tmp`);
  try {
    const mode = await fs.stat(path).then(
      stats => stats.mode,
      () => 0o666,
    );
    const handle = await fs.open(temporary, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await lock.isHeld())) {
      await fs.rm(temporary, { force: true });
      return false;
    }
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, dirname(path));
  return true;
}

/** Where a folder cannot be synchronised, as on Windows, the system does so by itself. */
async function syncFolder(fs: NodeFileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is in its place all the same.
  }
}

/** What a process left behind that was ended while it wrote. Only who holds the lock writes such files, so none is in use. */
async function removeTemporary(fs: NodeFileSystem, path: string): Promise<void> {
  const own = `.${basename(path)}.`;
  for (const name of await fs.readdir(dirname(path)))
    if (name.startsWith(own) && name.endsWith('.tmp')) await fs.rm(join(dirname(path), name), { force: true });
}

const hidden = (path: string, ending: string): string => join(dirname(path), `.${basename(path)}.${ending}`);

function pathOf(uri: string): string | FileFailure {
  try {
    return fileURLToPath(uri);
  } catch {
    return {
      kind: 'failed',
      reason: 'unavailable',
      message: `${uri} is not on a disk of this machine, and this program reaches no others.`,
    };
  }
}

const busy = (path: string, holder: string): FileFailure => ({
  kind: 'failed',
  reason: 'busy',
  message: `${path} is being written by ${holder}. Nothing was changed; try again in a moment.`,
});
