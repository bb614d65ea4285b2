/**
 * The messages about the record of checking, and its vocabulary, which server and client share: names and plain types, no imports
 * but those of other messages.
 */
import type { ClaimState, DocumentParams, HeldParams, WireRange } from './messages.ts';
import type { Run } from './runs.ts';

/** How a claim stands with whoever checks it, in the order in which work goes on. */
export const ledgerStatuses = [
  'unchecked',
  'needs-source',
  'sourced',
  'verified',
  'disputed',
  'cut',
  'opinion',
  'let-stand',
] as const;
export type LedgerStatus = (typeof ledgerStatuses)[number];

/** The client's command that lets a claim stand in the record; its argument is the claim's identifier. */
export const markLetStandCommand = 'sayswho.markLetStand';

/** Why a claim may stand without a source; given with the status `let-stand` and with no other. */
export const letStandReasons = [
  'common-knowledge',
  'own-experience',
  'opinion',
  'quoted',
  'checked-elsewhere',
  'other',
] as const;
export type LetStandReason = (typeof letStandReasons)[number];

/** Where somebody looked. At least one of the first four is given; members that are not known here are kept. */
export interface LedgerSource {
  readonly url?: string;
  /** The key of an entry in the bibliography, without `@`. */
  readonly key?: string;
  /** Who was asked. */
  readonly person?: string;
  /** A document without an address: its title and place. */
  readonly document?: string;
  /** How the person was reached, and when. */
  readonly contact?: string;
  /** A copy of the page in an archive. */
  readonly archive?: string;
  /** The day on which it was looked at, such as `2026-05-12`. */
  readonly accessed?: string;
  readonly note?: string;
}

/**
 * How an entry of the record found its claim: `new` has no entry yet, `exact` stands where it stood, `moved` stands elsewhere word
 * for word, `reworded` was changed but is surely the same, `uncertain` may be another's and wants to be confirmed, `orphaned` was
 * not found.
 */
export type AnchorState = 'new' | 'exact' | 'moved' | 'reworded' | 'uncertain' | 'orphaned';

/** A stretch of words, for showing what a claim has become since it was signed off. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A claim with what the record says of it. */
export interface LedgerItem {
  /** The identifier in the record, which stays with the claim through edits. For a claim that is not in it yet, `claimId`. */
  readonly id: string;
  /** The identifier that `sayswho/claims` gives the claim in this version of the draft; absent for what is no claim there (any more). */
  readonly claimId?: string;
  /** The sentence on one line; for an orphan, as it was last seen. */
  readonly text: string;
  /** Absent for an orphan. */
  readonly range?: WireRange;
  /** Index into `LedgerResult.sections`; absent for an orphan. */
  readonly section?: number;
  readonly kinds: readonly string[];
  readonly status: LedgerStatus;
  readonly reason?: LetStandReason;
  readonly sources: readonly LedgerSource[];
  readonly note?: string;
  /** Who gave the status, and on which day (`2026-05-12`). */
  readonly checker?: string;
  readonly date?: string;
  readonly anchor: AnchorState;
  /** How far the words are from those in the record, 0 (equal) to 1 (nothing in common). */
  readonly distance: number;
  /** True where the claim's words or figures changed since it was signed off. */
  readonly stale: boolean;
  /** What has changed since; only where it is stale. */
  readonly changes?: readonly WordChange[];
  /** True where the entry was changed outside of Says Who, by hand or by damage, so that its sign-off has to be given again. */
  readonly altered: boolean;
  /** True where nothing is left to do: verified, cut, opinion or let stand, and neither stale, uncertain nor altered. */
  readonly settled: boolean;
  /** True where sign-off waits for it: an editor would insist on checking it, or somebody has put it on the list. */
  readonly mustCheck: boolean;
  /** What the analyser makes of its evidence; absent for what is no claim in the draft (any more). */
  readonly state?: ClaimState;
  /** Key of the speaker in `LedgerResult.speakers` to whom the words are credited; absent where they are the writer's own. */
  readonly speaker?: string;
  /** True where somebody put it on the list by hand. */
  readonly listed?: true;
}

/** Somebody who is quoted or reported in the draft. */
export interface LedgerSpeaker {
  readonly key: string;
  /** Empty for what is reported with nobody behind it, as by "it is believed". */
  readonly name: string;
  /** `person`, `office`, `organisation`, `document`, `collective`, `vague`, `anonymous` or `none`. */
  readonly type: string;
  /** True where a reader could ask: neither vague, nor anonymous, nor nobody. */
  readonly named: boolean;
  readonly direct: number;
  readonly indirect: number;
  readonly ranges: readonly WireRange[];
}

export interface LedgerProgress {
  readonly settled: number;
  readonly total: number;
}

export interface LedgerSection {
  /** Absent for what stands before the first heading. */
  readonly title?: string;
  readonly range?: WireRange;
  readonly progress: LedgerProgress;
}

/** Two versions of one entry, as a merge left them; a side that is absent has no such entry. */
export interface LedgerConflict {
  readonly id: string;
  readonly text: string;
  readonly ours?: LedgerConflictSide;
  readonly theirs?: LedgerConflictSide;
}
export interface LedgerConflictSide {
  /** The name git gave the side, such as `HEAD` or a branch. */
  readonly label: string;
  readonly status: LedgerStatus;
  /** The entry as it stands in the file. */
  readonly entry: string;
}

/**
 * Client to server: the record of a draft with the claims that it speaks of. `null` for a document that the server does not serve;
 * what has changed where the client holds an answer that the server remembers.
 */
export const ledgerRequest = 'sayswho/ledger';
export interface AskLedgerParams extends DocumentParams, HeldParams {}
export interface LedgerResult {
  /** The version of the document that was read. */
  readonly version: number;
  /**
   * `none`: no record yet, the first change makes it; `ok`; `conflict`: merge markers are in it, see `conflicts`; `unreadable`: it
   * is damaged or of a newer version and is left as it is; `failed`: it could not be read; `untitled`: the draft has to be saved first.
   * Only in the states `none` and `ok` are changes taken.
   */
  readonly state: 'none' | 'ok' | 'conflict' | 'unreadable' | 'failed' | 'untitled';
  /** What is the matter and what to do, in full sentences; in every state but `none` and `ok`. */
  readonly message?: string;
  /** True where `sayswho/ledger/setAside` can help: the file is damaged, rather than of a newer version. */
  readonly canSetAside: boolean;
  /** Where the record lies or would; absent for an untitled draft. */
  readonly recordUri?: string;
  /** Every claim in order of position, recorded or not, and whatever else an entry is attached to. */
  readonly items: readonly LedgerItem[];
  readonly orphans: readonly LedgerItem[];
  readonly sections: readonly LedgerSection[];
  readonly progress: LedgerProgress;
  /** What keeps the draft from being signed off: must-check claims that are not settled. */
  readonly open: number;
  readonly speakers: readonly LedgerSpeaker[];
  readonly conflicts: readonly LedgerConflict[];
  /** Records beside this draft whose own draft is gone, the best match first: the draft may have been renamed. Only in the state `none`. */
  readonly adoptable: readonly string[];
}

/** What an answer says otherwise than an earlier one: its lists in terms of those that the client has, and the rest as it is. */
export interface LedgerDelta extends Omit<LedgerResult, LedgerList> {
  /** The number of the earlier answer. */
  readonly since: number;
  readonly items: readonly Run<LedgerItem>[];
  readonly orphans: readonly Run<LedgerItem>[];
  readonly sections: readonly Run<LedgerSection>[];
  readonly speakers: readonly Run<LedgerSpeaker>[];
}
type LedgerList = 'items' | 'orphans' | 'sections' | 'speakers';

/** A change to entries of the record, by their identifiers. Claims that have no entry yet get one. */
export type LedgerChange =
  | {
      readonly kind: 'status';
      readonly ids: readonly string[];
      readonly status: LedgerStatus;
      /** Required for `let-stand`. */
      readonly reason?: LetStandReason;
    }
  | { readonly kind: 'add-source'; readonly ids: readonly string[]; readonly source: LedgerSource }
  | { readonly kind: 'remove-source'; readonly ids: readonly string[]; readonly index: number }
  /** An empty note removes it. */
  | { readonly kind: 'note'; readonly ids: readonly string[]; readonly note: string }
  /** Says that an uncertain or orphaned entry belongs to a claim (by its `claimId`), whose own entry may only be an untouched one. */
  | { readonly kind: 'attach'; readonly id: string; readonly claimId: string }
  /** Says that an uncertain attachment is wrong: the entry becomes an orphan. */
  | { readonly kind: 'detach'; readonly ids: readonly string[] }
  /** Puts a sentence that makes no claim on the list: the one at this offset into the draft, in UTF-16 code units. */
  | { readonly kind: 'list'; readonly at: number }
  /** Takes orphans, and what was put on the list by hand, out of the record. */
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  /** Brings entries back as they were; the server makes it, as the way back from another change. */
  | { readonly kind: 'restore'; readonly entries: readonly RestoredEntry[] };

export interface RestoredEntry {
  readonly id: string;
  /** The entry as it is brought back; `null` takes it out. */
  readonly entry: string | null;
  /** The entry as it has to stand for that, so that nobody's later change is undone. */
  readonly instead: string | null;
}

/** Client to server: changes the record. All of it is done or nothing, and it is on the disk when the answer comes. */
export const changeLedgerRequest = 'sayswho/ledger/change';
export interface ChangeLedgerParams extends DocumentParams {
  readonly changes: readonly LedgerChange[];
  /** Whose change it is; the setting `sayswho.ledger.checker` if absent. */
  readonly checker?: string;
}
export type ChangeLedgerResult =
  | {
      readonly kind: 'ok';
      /** The way back: send it as `changes`. */
      readonly inverse: readonly LedgerChange[];
      /** Entries that were changed. */
      readonly changed: number;
    }
  | LedgerRefusal;
export interface LedgerRefusal {
  readonly kind: 'refused';
  /** Why nothing was changed and what to do, in full sentences. */
  readonly message: string;
}

/** Client to server: the fact-check sheet of a draft. */
export const exportLedgerRequest = 'sayswho/ledger/export';
export const sheetFormats = ['html', 'markdown', 'csv', 'csl-json', 'annotations'] as const;
export type SheetFormat = (typeof sheetFormats)[number];
export interface ExportLedgerParams extends DocumentParams {
  readonly format: SheetFormat;
}
export type ExportLedgerResult =
  | { readonly kind: 'ok'; readonly content: string; readonly fileName: string; readonly mimeType: string }
  | LedgerRefusal;

/** Client to server: what an edited CSV sheet would change. */
export const previewImportRequest = 'sayswho/ledger/importPreview';
export interface ImportLedgerParams extends DocumentParams {
  /** The content of the CSV file, decoded. */
  readonly csv: string;
}
export type PreviewImportResult =
  | {
      readonly kind: 'ok';
      readonly rows: readonly ImportedRow[];
      /** Rows that could not be taken, each a full sentence that names its row. */
      readonly problems: readonly string[];
      /** Rows that say what the record says already. */
      readonly unchanged: number;
    }
  | LedgerRefusal;
/** What one row changes. */
export interface ImportedRow {
  /** The number of the row in the file, the header being 1. */
  readonly row: number;
  readonly id: string;
  readonly text: string;
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** Client to server: takes over what a preview showed; the CSV is compared anew. */
export const applyImportRequest = 'sayswho/ledger/importApply';
export interface ApplyImportParams extends ImportLedgerParams {
  /** The identifiers of the rows to take; all of them if absent. */
  readonly ids?: readonly string[];
  readonly checker?: string;
}

/** Client to server: settles the conflicts that a merge left. Every one needs a choice. */
export const resolveLedgerRequest = 'sayswho/ledger/resolve';
export interface ResolveLedgerParams extends DocumentParams {
  readonly choices: readonly { readonly id: string; readonly take: 'ours' | 'theirs' }[];
}

/** Client to server: renames a damaged record to a name that is free and starts a new one with all entries that can still be read. */
export const setAsideLedgerRequest = 'sayswho/ledger/setAside';
export type SetAsideLedgerResult =
  | {
      readonly kind: 'ok';
      /** Where the damaged file is now. */
      readonly aside: string;
      /** Entries that could be read and are in the new record. */
      readonly kept: number;
      readonly message: string;
    }
  | LedgerRefusal;

/** Client to server: takes over a record whose draft was renamed. */
export const adoptLedgerRequest = 'sayswho/ledger/adopt';
export interface AdoptLedgerParams extends DocumentParams {
  /** One of `LedgerResult.adoptable`. */
  readonly recordUri: string;
}

/** Server to client, notification, if the client says `ledger: true` at the start: ask again for the record of a draft. */
export const ledgerChangedNotification = 'sayswho/ledgerChanged';
export interface LedgerChangedParams {
  /** The draft. */
  readonly uri: string;
}
