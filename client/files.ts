import * as vscode from 'vscode';
import { fromBase64, toBase64 } from '../server/protocol/bytes.ts';
import {
  type FailureReason,
  type FileFailure,
  type FindFilesParams,
  type FindFilesResult,
  fileChangedNotification,
  findFilesRequest,
  type KeepFileAsideParams,
  type KeepFileAsideResult,
  keepFileAsideRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
  type SearchFilesParams,
  searchFilesRequest,
  unwatchFileNotification,
  type WatchFileParams,
  type WriteFileParams,
  type WriteFileResult,
  watchFileNotification,
  writeFileRequest,
} from '../server/protocol/files.ts';
import { type LockPlace, whileLocked } from './file-lock.ts';
import type { Server } from './language-client.ts';

/** Reads and writes files for the server wherever the editor finds them: on a disk, in a browser, behind an address. */
export function serveFiles({ client }: Server): vscode.Disposable {
  const { fs } = vscode.workspace;
  const writing = new Map<string, Promise<unknown>>();
  const watchers = new Map<string, vscode.Disposable>();

  /** One at a time for each file, here and in other windows, so that nothing comes between looking at a version and replacing it. */
  function inTurn<T>(uri: string, work: () => Promise<T>): Promise<T | FileFailure> {
    const lock = lockOf(vscode.Uri.parse(uri));
    const turn = (writing.get(uri) ?? Promise.resolve())
      .then(() => whileLocked(lock, crypto.randomUUID(), work))
      .then(done => (done === 'busy' ? busyFailure(uri) : done))
      .catch(error => failureOf(error, uri));
    writing.set(uri, turn);
    void turn.then(() => {
      if (writing.get(uri) === turn) writing.delete(uri);
    });
    return turn;
  }

  async function read({ uri, known, most }: ReadFileParams): Promise<ReadFileResult> {
    try {
      const file = vscode.Uri.parse(uri);
      const size = most === undefined ? 0 : await sizeOf(file);
      if (most !== undefined && size > most) return { kind: 'too-large', size };
      const bytes = await bytesOf(file);
      if (!bytes) return { kind: 'missing' };
      const version = await versionOf(bytes);
      return version === known ? { kind: 'unchanged' } : { kind: 'found', content: toBase64(bytes), version };
    } catch (error) {
      return failureOf(error, uri);
    }
  }

  const write = ({ uri, content, expected }: WriteFileParams): Promise<WriteFileResult> =>
    inTurn<WriteFileResult>(uri, async () => {
      const target = vscode.Uri.parse(uri);
      const before = await bytesOf(target);
      if ((before && (await versionOf(before))) !== expected) return { kind: 'changed' };
      const bytes = fromBase64(content);
      const temporary = vscode.Uri.joinPath(target, '..', `.${nameOf(target)}.tmp`);
      try {
        await fs.writeFile(temporary, bytes);
        await fs.rename(temporary, target, { overwrite: true });
      } catch (error) {
        await fs.delete(temporary).then(undefined, () => undefined);
        throw error;
      }
      return { kind: 'ok', version: await versionOf(bytes) };
    });

  const keepAside = ({ uri }: KeepFileAsideParams): Promise<KeepFileAsideResult> =>
    inTurn<KeepFileAsideResult>(uri, async () => {
      const target = vscode.Uri.parse(uri);
      for (let n = 1; ; n++) {
        const aside = target.with({ path: `${target.path}.damaged-${n}` });
        try {
          await fs.rename(target, aside, { overwrite: false });
          return { kind: 'ok', uri: aside.toString() };
        } catch (error) {
          if (codeOf(error) === 'FileNotFound') return { kind: 'missing' };
          if (codeOf(error) !== 'FileExists') throw error;
        }
      }
    });

  async function find({ folder, ending }: FindFilesParams): Promise<FindFilesResult> {
    const parent = vscode.Uri.parse(folder);
    try {
      const entries = await fs.readDirectory(parent);
      const names = entries.filter(([name, type]) => type & vscode.FileType.File && name.endsWith(ending));
      return { kind: 'found', uris: names.map(([name]) => vscode.Uri.joinPath(parent, name).toString()).toSorted() };
    } catch (error) {
      return codeOf(error) === 'FileNotFound' ? { kind: 'found', uris: [] } : failureOf(error, folder);
    }
  }

  async function search({ folder, endings, most }: SearchFilesParams): Promise<FindFilesResult> {
    const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), `**/*{${endings.map(escapeGlob).join(',')}}`);
    try {
      const uris = await vscode.workspace.findFiles(pattern, passedOver, most);
      return { kind: 'found', uris: uris.map(String).toSorted() };
    } catch (error) {
      return failureOf(error, folder);
    }
  }

  function watch({ uri }: WatchFileParams): void {
    watchers.get(uri)?.dispose();
    const target = vscode.Uri.parse(uri);
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(target, '..'), escapeGlob(nameOf(target)));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    // A server that is not running reads the file anyway when it is started again.
    const tell = () => void client.sendNotification(fileChangedNotification, { uri }).catch(() => undefined);
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    watcher.onDidDelete(tell);
    watchers.set(uri, watcher);
  }

  function unwatch({ uri }: WatchFileParams): void {
    watchers.get(uri)?.dispose();
    watchers.delete(uri);
  }

  return vscode.Disposable.from(
    client.onRequest<ReadFileResult, void>(readFileRequest, read),
    client.onRequest<WriteFileResult, void>(writeFileRequest, write),
    client.onRequest<KeepFileAsideResult, void>(keepFileAsideRequest, keepAside),
    client.onRequest<FindFilesResult, void>(findFilesRequest, find),
    client.onRequest<FindFilesResult, void>(searchFilesRequest, search),
    client.onNotification(watchFileNotification, watch),
    client.onNotification(unwatchFileNotification, unwatch),
    { dispose: () => [...watchers.values()].forEach(watcher => void watcher.dispose()) },
  );
}

/** A lock beside a file. Renaming to a name that must be free is the one step in which every file system lets one window win. */
function lockOf(target: vscode.Uri): LockPlace {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(target, '..');
  const lock = vscode.Uri.joinPath(folder, `.${nameOf(target)}.lock`);
  const ownName = () => vscode.Uri.joinPath(folder, `.${nameOf(target)}.lock-${crypto.randomUUID()}`);
  const contentOf = async (uri: vscode.Uri) => new TextDecoder().decode(await bytesOf(uri));
  /** False where the name is taken, or what was to be renamed is gone. */
  const moved = (from: vscode.Uri, to: vscode.Uri): Promise<boolean> =>
    Promise.resolve(fs.rename(from, to, { overwrite: false })).then(
      () => true,
      error => {
        if (codeOf(error) === 'FileExists' || codeOf(error) === 'FileNotFound') return false;
        throw error;
      },
    );
  return {
    make: async content => {
      const own = ownName();
      await fs.createDirectory(folder);
      await fs.writeFile(own, new TextEncoder().encode(content));
      const isMade = await moved(own, lock);
      if (!isMade) await fs.delete(own);
      return isMade;
    },
    content: () => contentOf(lock),
    remove: async content => {
      const away = ownName();
      if (!(await moved(lock, away))) return;
      if ((await contentOf(away)) === content || !(await moved(away, lock))) await fs.delete(away);
    },
  };
}

const busyFailure = (uri: string): FileFailure => ({
  kind: 'failed',
  reason: 'busy',
  message: vscode.l10n.t('{0} is being written by other windows all the time. Try again in a moment.', uri),
});

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const escapeGlob = (name: string): string => name.replace(/[[\]{}*?]/g, '[$&]');

/** Folders that programs fill. */
const passedOver = '**/{node_modules,bower_components,vendor,target,dist,build,__pycache__,venv,.*}/**';

/** In bytes; 0 where there is no file. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch (error) {
    if (codeOf(error) === 'FileNotFound') return 0;
    throw error;
  }
}

/** Nothing where there is no file. */
async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (codeOf(error) === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Both hosts of extensions, Node and the browser's worker, have the Web Cryptography API. */
async function versionOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return toBase64(new Uint8Array(digest));
}

const codeOf = (error: unknown): string => (error instanceof vscode.FileSystemError ? error.code : '');

function failureOf(error: unknown, uri: string): FileFailure {
  const [reason, why] = explanations()[codeOf(error)] ?? [
    'other',
    error instanceof Error ? error.message : String(error),
  ];
  return { kind: 'failed', reason, message: vscode.l10n.t('{0} could not be read or written: {1}', uri, why) };
}

const explanations = (): Readonly<Record<string, readonly [FailureReason, string]>> => ({
  NoPermissions: [
    'no-permission',
    vscode.l10n.t('you may not do that here. Change the permissions of the file and its folder.'),
  ],
  Unavailable: ['unavailable', vscode.l10n.t('its file system cannot be reached. Connect to it again.')],
  FileIsADirectory: ['other', vscode.l10n.t('there is a folder of that name. Rename or move the folder.')],
  FileNotADirectory: ['other', vscode.l10n.t('a part of its path is a file, not a folder. Check the path.')],
});
