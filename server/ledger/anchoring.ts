import type { LedgerEntry } from './record.ts';
import type { Unit } from './units.ts';
import { isFigure, type Worded } from './words.ts';

/** An attachment while they are being found. */
export interface Attachment {
  readonly unit: number;
  readonly isCertain: boolean;
}

/** What the passes work on. */
export interface Anchoring {
  readonly entries: readonly LedgerEntry[];
  readonly units: readonly Unit[];
  /** The recorded words of each entry. */
  readonly recorded: readonly Worded[];
  /** For each entry where it was attached; absent while it was not. */
  readonly attached: (Attachment | undefined)[];
  /** For each sentence how many entries are attached to it. */
  readonly taken: number[];
}

/** So few words may well be written twice, or say something else with one of them changed: where they stand has to speak for them. */
export const fewWords = 8;

const veryFewWords = 4;

/** So few words without a figure are written twice as a matter of course. */
export const isTiny = ({ words }: Worded): boolean => words.length <= veryFewWords && !words.some(isFigure);

/** Attaches an entry, by its index, to a sentence, by its own. */
export function attach({ attached, taken }: Anchoring, entry: number, unit: number, isCertain: boolean): void {
  attached[entry] = { unit, isCertain };
  taken[unit] = (taken[unit] ?? 0) + 1;
}
