import type { Article, Span } from '../core/index.ts';
import { type CheckedClaim, type LedgerView } from '../ledger/view.ts';
import type { LedgerSource, WordChange } from '../protocol/ledger.ts';
/** A claim of the sheet, with the number that stands beside it in the annotated copy. */
export interface Fact {
  /** From 1, in order of position; what is not in the draft any more comes last. */
  readonly number: number;
  readonly claim: CheckedClaim;
  /** Where it stands in the draft's source; absent for what is not in it any more. */
  readonly span?: Span;
  /** How it stands, in words. */
  readonly standing: string;
  /** What has changed since sign-off; empty where nothing has. */
  readonly changes: readonly WordChange[];
}
/** The fact-check sheet of a draft, in a form that every format prints. */
export interface Sheet {
  readonly draftName: string;
  readonly text: string;
  readonly languageId: string;
  readonly facts: readonly Fact[];
  readonly settled: number;
  readonly total: number;
  /** The day on which it was made, `2026-05-12`. */
  readonly date: string;
}
export declare function sheetOf(article: Article, view: LedgerView, draftName: string, date: string): Sheet;
/** "verified", "let stand (common knowledge)", "verified, but changed since". */
export declare function standingOf({ altered, anchor, entry, stale, status }: CheckedClaim): string;
/** A source in one line, as a reader looks it up. */
export declare const sourceLine: ({
  url,
  key,
  person,
  contact,
  document,
  archive,
  accessed,
  note,
}: LedgerSource) => string;
