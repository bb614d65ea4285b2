/**
 * The messages by which the server reads and writes files through the editor, wherever these lie: in a browser, behind an address
 * or in any other file system that the editor knows. The server sends them only to a client that says `files: true` at the start.
 *
 * Contents are base64 (`bytes.ts`); versions are opaque to the server and name what a file holds.
 */

/** Why something could not be done with a file; `message` is a full sentence that names it and the remedy. */
export interface FileFailure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  readonly message: string;
}
/** `full`: no space; `busy`: somebody else is writing it; `unavailable`: the file system cannot be reached or cannot do this. */
export type FailureReason = 'full' | 'read-only' | 'no-permission' | 'busy' | 'unavailable' | 'other';

/** Server to client: what does a file hold? */
export const readFileRequest = 'sayswho/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** The version that the server has; if the file still holds it, `unchanged` is the answer. */
  readonly known?: string;
  /** The bytes that the server takes; no limit if absent. */
  readonly most?: number;
}
export type ReadFileResult =
  | { readonly kind: 'found'; readonly content: string; readonly version: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large'; readonly size: number }
  | FileFailure;

/** Server to client: writes a file whole, if it holds what the server thinks it does. Folders that are missing are made. */
export const writeFileRequest = 'sayswho/writeFile';
export interface WriteFileParams {
  readonly uri: string;
  readonly content: string;
  /** The version that is replaced; absent where there must not be a file yet. */
  readonly expected?: string;
}
export type WriteFileResult =
  | { readonly kind: 'ok'; readonly version: string }
  | { readonly kind: 'changed' }
  | FileFailure;

/** Server to client: renames a file to `<name>.damaged-<n>`, the first such name that is free. */
export const keepFileAsideRequest = 'sayswho/keepFileAside';
export interface KeepFileAsideParams {
  readonly uri: string;
}
export type KeepFileAsideResult =
  | { readonly kind: 'ok'; readonly uri: string }
  | { readonly kind: 'missing' }
  | FileFailure;

/** Server to client: the files of a folder whose names end in a certain way, as URIs in order of name; none where there is no such folder. */
export const findFilesRequest = 'sayswho/findFiles';
export interface FindFilesParams {
  readonly folder: string;
  readonly ending: string;
}
export type FindFilesResult = { readonly kind: 'found'; readonly uris: readonly string[] } | FileFailure;

/** Server to client: the files in a folder and the folders in it whose names end in one of several ways, at most so many. Answers as `findFiles` does. */
export const searchFilesRequest = 'sayswho/searchFiles';
export interface SearchFilesParams {
  readonly folder: string;
  readonly endings: readonly string[];
  readonly most: number;
}

/** Server to client, notifications: tell when a file is changed, made or deleted, and do no longer. */
export const watchFileNotification = 'sayswho/watchFile';
export const unwatchFileNotification = 'sayswho/unwatchFile';
export interface WatchFileParams {
  readonly uri: string;
}

/** Client to server, notification: a watched file may have changed. */
export const fileChangedNotification = 'sayswho/fileChanged';
export interface FileChangedParams {
  readonly uri: string;
}
