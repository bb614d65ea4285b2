import type { Entry } from './entry.ts';

/** What a draft can cite: the entries of all its bibliographies. */
export interface Library {
  /** By key. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** False where a bibliography is still to be read or could not be, so that a key that is not there may be in it. */
  readonly complete: boolean;
}

/** Of a draft without a bibliography nothing can be told. */
export const noLibrary: Library = { entries: new Map(), complete: false };
