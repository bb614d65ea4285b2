import type { RawBlock } from '../model/block.ts';
import type { Change } from '../model/change.ts';

/** A version of a draft that was read, and what its reader noted for the next one. */
export interface Outline<State = unknown> {
  readonly text: string;
  /** Where each block starts, in order. */
  readonly blocks: readonly { readonly start: number }[];
  readonly state: State;
}

/** What an edit makes of the blocks of a draft: the first and the last ones stay as they are, and others come between. */
export interface Patch<State = unknown> {
  /** How many blocks stay at the start. */
  readonly before: number;
  /** How many blocks stay at the end; they may have moved. */
  readonly after: number;
  /** The blocks between, in order, at their place in the new text. */
  readonly blocks: readonly RawBlock[];
  /** Handed back with the next edit. */
  readonly state: State;
}

/**
 * Reads the blocks of a draft that were not there before an edit; the whole draft where no version was read before.
 * The blocks are those that a reading from scratch finds, exactly.
 */
export type Reader<State = unknown> = (
  text: string,
  previous?: { readonly outline: Outline<State>; readonly change: Change },
) => Patch<State>;
