import type { FileFailure } from '../protocol/files.ts';

export type { FailureReason, FileFailure } from '../protocol/files.ts';

/** Names what a file holds: two readings with the same version hold the same bytes. It says nothing of clocks. */
export type Version = string;

export type ReadAnswer =
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly version: Version }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  /** `size` is in bytes. */
  | { readonly kind: 'too-large'; readonly size: number }
  | FileFailure;

export type WriteAnswer =
  | { readonly kind: 'ok'; readonly version: Version }
  | { readonly kind: 'changed' }
  | FileFailure;

export type AsideAnswer = { readonly kind: 'ok'; readonly uri: string } | { readonly kind: 'missing' } | FileFailure;

export type FindAnswer = { readonly kind: 'found'; readonly uris: readonly string[] } | FileFailure;

/**
 * The few things that Says Who does with files other than drafts. Nothing rejects: what goes wrong is an answer of the kind
 * `failed` with a sentence for the user. Every file is named by its URI.
 */
export interface FilePort {
  /**
   * @param known A version whose bytes the caller has; if the file still holds them, the answer is `unchanged`.
   * @param most The bytes that the caller takes; a larger file is not read and the answer is `too-large`. No limit if absent.
   */
  read(uri: string, known?: Version, most?: number): Promise<ReadAnswer>;
  /**
   * Writes a file whole or not at all, and only if it holds the expected version; `changed` says that it does not.
   * After `ok` the bytes outlive a power failure, as far as the file system can promise that.
   *
   * @param expected Absent where there must not be a file yet.
   */
  write(uri: string, bytes: Uint8Array, expected: Version | undefined): Promise<WriteAnswer>;
  /** Renames a file to `<name>.damaged-<n>`, the first such name that is free, and gives the new URI. */
  keepAside(uri: string): Promise<AsideAnswer>;
  /** The files of a folder whose names end in a certain way, in order of name; none where there is no such folder. */
  find(folder: string, ending: string): Promise<FindAnswer>;
  /**
   * The files in a folder and the folders in it whose names end in one of several ways, in order of URI. Folders that programs
   * fill, such as `node_modules`, and hidden ones are passed over, and a very large tree is searched in part.
   *
   * @param most How many are found at most.
   */
  search(folder: string, endings: readonly string[], most: number): Promise<FindAnswer>;
  /** Calls back when the file may have been changed, made or deleted, until the returned function is called. */
  watch(uri: string, changed: () => void): () => void;
}
