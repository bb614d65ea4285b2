import type { LedgerSource, LedgerStatus, LetStandReason } from '../protocol/ledger.ts';

/** The newest form of the record that this version reads and the one that it writes. */
export const ledgerSchema = 1;

/** Where a claim stands, in the terms of the W3C Web Annotation Data Model (text quote and text position selectors). */
export interface Selectors {
  /** The sentence as a reader sees it: on one line, without markup. */
  readonly exact: string;
  /** What a reader sees before and behind it, at most `contextLength` UTF-16 code units of it. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where the sentence lay in the draft's source when it was last written down, in UTF-16 code units. A hint only. */
  readonly start: number;
  readonly end: number;
}

/** One claim in the record. */
export interface LedgerEntry extends Selectors {
  /** Given when the claim is first seen and never changed, so that two people who record the same claim write the same entry. */
  readonly id: string;
  /** The most telling kind of claim, such as `quantity`. */
  readonly kind: string;
  readonly status: LedgerStatus;
  /** With the status `let-stand` only. */
  readonly reason?: LetStandReason;
  readonly checker?: string;
  /** The day on which the status was given, `2026-05-12`. */
  readonly date?: string;
  /** The sentence as it stood when the status was given; absent while it is unchecked. */
  readonly signed?: string;
  readonly note?: string;
  readonly sources: readonly LedgerSource[];
  /** True where somebody put the sentence on the list, whether it makes a claim or not. */
  readonly listed?: true;
  /** True where somebody said that what was found is not this claim: it is not looked for any more. */
  readonly detached?: true;
  /** Lines of the entry that this version does not know, and comments, kept as they stand. */
  readonly kept: readonly string[];
  /**
   * The seal that the entry has in the file where it does not fit the rest: the entry was changed outside of Says Who.
   * Empty where there is none at all.
   */
  readonly brokenSeal?: string;
}

/** The record of one draft. */
export interface LedgerRecord {
  /** Everything above the first entry, as it stands. */
  readonly head: string;
  /** In order of position when they were first seen. */
  readonly entries: readonly LedgerEntry[];
  /** From the mark of the end on, as it stands. */
  readonly tail: string;
  /** How lines end in the file. */
  readonly lineBreak: '\n' | '\r\n';
}

/** Nobody has said anything about it: it is in the record only because it is in the draft. */
export const isUntouched = ({ status, note, sources, listed, kept, brokenSeal }: LedgerEntry): boolean =>
  status === 'unchecked' &&
  note === undefined &&
  sources.length === 0 &&
  !listed &&
  kept.length === 0 &&
  brokenSeal === undefined;

/** An entry for a claim that is seen for the first time. */
export const newEntry = (id: string, kind: string, selectors: Selectors): LedgerEntry => ({
  id,
  kind,
  ...selectors,
  status: 'unchecked',
  sources: [],
  kept: [],
});
