import type { BlockKind } from '../model/block.ts';
import type { Definition, Evidence } from '../model/evidence.ts';
import type { Masked } from './prose-of.ts';

export interface Tag {
  readonly name: string;
  readonly start: number;
  readonly attributes: Map<string, string>;
}

export interface Mark extends Tag {
  /** Where its words start. */
  readonly inside: number;
}

export interface OpenBlock {
  readonly start: number;
  end: number;
  readonly kind: BlockKind;
  readonly level: number;
  readonly masked: Masked[];
  readonly evidence: Evidence[];
  defines: readonly Definition[];
}

/** What has to be known to read on between two tags. */
export interface Notes {
  /** How many elements of each name are open. */
  readonly open: readonly (readonly [name: string, count: number])[];
  readonly notes: Within | null;
  /** The element that is open and is not shown. */
  readonly unseen: Within | null;
  /** The label of the note whose words come next. */
  readonly label: string | null;
}

/** An element that is open, and how many of its name are open from it on. */
export interface Within {
  readonly name: string;
  depth: number;
  /** True for one that stands in a line elsewhere, and here around blocks. */
  readonly aroundBlocks?: true;
}
