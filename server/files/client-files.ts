import { fromBase64, toBase64 } from '../protocol/bytes.ts';
import {
  type FileChangedParams,
  type FileFailure,
  type FindFilesParams,
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
} from '../protocol/files.ts';
import type { FilePort, FindAnswer } from './port.ts';

/** As much of a connection to the client as is needed. */
export interface FileConnection {
  sendRequest<Result>(method: string, params: object): Promise<Result>;
  sendNotification(method: string, params: object): Promise<void>;
  onNotification(method: string, handler: (params: never) => void): unknown;
}

/** Files wherever the editor finds them, through its own file systems. */
export function createClientFiles(connection: FileConnection): FilePort {
  const watching = new Map<string, Set<() => void>>();
  connection.onNotification(fileChangedNotification, ({ uri }: FileChangedParams) => {
    for (const changed of watching.get(uri) ?? []) changed();
  });

  async function ask<Result>(
    method: string,
    params: { readonly uri: string } | FindFilesParams | SearchFilesParams,
  ): Promise<Result | FileFailure> {
    try {
      return await connection.sendRequest<Result>(method, params);
    } catch (error) {
      const name = 'uri' in params ? params.uri : params.folder;
      const message = `The editor could not reach ${name}: ${error instanceof Error ? error.message : String(error)}`;
      return { kind: 'failed', reason: 'unavailable', message };
    }
  }
  const tell = (method: string, params: WatchFileParams): void => {
    // Without news, a change is seen when the file is read the next time.
    connection.sendNotification(method, params).catch(() => undefined);
  };

  return {
    read: async (uri, known, most) => {
      const params: ReadFileParams = {
        uri,
        ...(known === undefined ? {} : { known }),
        ...(most === undefined ? {} : { most }),
      };
      const answer = await ask<ReadFileResult>(readFileRequest, params);
      return answer.kind === 'found'
        ? { kind: 'found', bytes: fromBase64(answer.content), version: answer.version }
        : answer;
    },
    write: (uri, bytes, expected) => {
      const content = toBase64(bytes);
      const params: WriteFileParams = expected === undefined ? { uri, content } : { uri, content, expected };
      return ask<WriteFileResult>(writeFileRequest, params);
    },
    keepAside: uri => ask<KeepFileAsideResult>(keepFileAsideRequest, { uri } satisfies KeepFileAsideParams),
    find: (folder, ending) => ask<FindAnswer>(findFilesRequest, { folder, ending } satisfies FindFilesParams),
    search: (folder, endings, most) =>
      ask<FindAnswer>(searchFilesRequest, { folder, endings, most } satisfies SearchFilesParams),
    watch: (uri, changed) => {
      const listeners = watching.get(uri) ?? new Set();
      if (listeners.size === 0) tell(watchFileNotification, { uri });
      watching.set(uri, listeners.add(changed));
      return () => {
        if (!listeners.delete(changed) || listeners.size > 0) return;
        watching.delete(uri);
        tell(unwatchFileNotification, { uri });
      };
    },
  };
}
