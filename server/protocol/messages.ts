/**
 * The custom messages between the language server and its client: wire names and plain types, no imports,
 * because the client and the server each bring their own copy of the protocol library.
 */

/** A position as the Language Server Protocol gives it: zero-based line and character in the negotiated encoding. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}
export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

/** What a question about a document says at least. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}
/** What a question about a place in a document says at least. */
export interface PlaceParams extends DocumentParams {
  readonly position: WirePosition;
}

/**
 * Asks for no more than has changed. The client numbers its questions, and uses no number twice as long as it runs, so that a server
 * that was started anew takes no answer of another for its own.
 */
export interface HeldParams {
  /** The number by which the server remembers the answer; it remembers none if absent. */
  readonly keepAs?: number;
  /** The number of the answer that the client holds. Where the server does not remember it, it says all. */
  readonly since?: number;
}

/** Client to server: the claims of a document, under their headings. Answers `null` for a document that the server does not serve. */
export const claimsRequest = 'sayswho/claims';
export interface ClaimsResult {
  /** The version of the document that was read. */
  readonly version: number;
  readonly sections: readonly ClaimSection[];
}
export interface ClaimSection {
  /** The heading; absent for what stands before the first one. */
  readonly title?: string;
  readonly range?: WireRange;
  readonly claims: readonly ClaimItem[];
}
/** `open`: nothing backs it; `vague`: only an unnamed source does; `placeholder`: it carries a mark that asks for one; `sourced`: it is backed; `noted`: nobody would ask. */
export type ClaimState = 'open' | 'vague' | 'placeholder' | 'sourced' | 'noted';
export interface ClaimItem {
  readonly id: string;
  readonly text: string;
  readonly range: WireRange;
  readonly state: ClaimState;
  readonly kinds: readonly string[];
  readonly evidence: string;
  readonly reasons: readonly string[];
  /** Probability, 0 to 1, that an editor would ask for a source. */
  readonly needsSource: number;
}

/** Server to client: a document was analysed. Drives the status item and the refresh of the Claims view. */
export const analysedNotification = 'sayswho/analysed';
export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  readonly claims: number;
  /** Claims that nothing backs, or only an unnamed source. */
  readonly open: number;
  /** Identifiers of rules that failed on this document; they are named in the log. */
  readonly failedRules: readonly string[];
  /** Why the document was read without some or all of its models, each a full sentence; empty where none is damaged or missing. */
  readonly modelProblems: readonly string[];
  /** Why the document was not read, where it was not: a full sentence with the remedy. */
  readonly notRead?: string;
  /** Paragraphs that were left unread because they are not in English. */
  readonly foreign: number;
  /** Settings that were not understood, each a full sentence with the remedy. */
  readonly settingProblems: readonly string[];
}

/** Which findings placeholders are inserted for: those of a rule, the warnings of the section around a place (a UTF-16 offset), or all warnings. */
export interface BulkScope {
  readonly rule?: string;
  readonly section?: number;
}

/** Client to server: where the placeholders of a document are, in order. Answers `null` for a document that the server does not serve. */
export const placeholdersRequest = 'sayswho/placeholders';
export interface PlaceholdersResult {
  readonly version: number;
  readonly ranges: readonly WireRange[];
}

/**
 * Client to server: what a placeholder at a position could ask for, and how each could be written there, the style of the settings
 * first. Answers `null` for a document that the server does not serve.
 */
export const placeholderChoicesRequest = 'sayswho/placeholderChoices';
export interface PlaceholderChoicesResult {
  readonly version: number;
  readonly needs: readonly {
    readonly need: string;
    /** `style` is absent for the first, that of the settings. */
    readonly choices: readonly { readonly style?: string; readonly text: string }[];
  }[];
}

/** Client to server: the `WorkspaceEdit` that writes one of those placeholders, in place of the one at the position if there is one. */
export const insertPlaceholderRequest = 'sayswho/insertPlaceholder';
export interface InsertPlaceholderParams extends PlaceParams {
  readonly need: string;
  readonly style?: string;
}
export interface InsertPlaceholderResult<Edit = unknown> {
  readonly version: number;
  readonly edit: Edit;
}

/** Client to server: the edit that cites a web address in the place of the placeholder at a position or, where there is none, behind the sentence there. */
export const citeUrlRequest = 'sayswho/citeUrl';
export interface CiteUrlParams extends PlaceParams {
  readonly url: string;
}
export interface CiteUrlResult<Edit = unknown> {
  readonly version: number;
  /** A `WorkspaceEdit`; absent where there is a problem. */
  readonly edit?: Edit;
  /** Why nothing can be cited: a full sentence. */
  readonly problem?: string;
}

/** The client's command that cites the web address on the clipboard; its argument is the document's URI. */
export const citeClipboardCommand = 'sayswho.citeClipboard';

/** What the client tells the server at the start, in `initializationOptions`. All are optional. */
export interface InitializationOptions {
  /** The folder of the rule pages, ending in a slash, as a URI; each page is `<ruleId>.md`. */
  readonly docsUri?: string;
  /** The script of the models' weights as a URI, which a server in a web worker cannot find by itself. */
  readonly modelsUri?: string;
  /** True where the client listens for `sayswho/analysed`. */
  readonly analysed?: boolean;
  /** True where the client runs the commands that our code actions name. */
  readonly commands?: boolean;
  /** True where the client reads and writes files for the server, as `files.ts` says. */
  readonly files?: boolean;
  /** True where the client listens for `sayswho/ledgerChanged`. */
  readonly ledger?: boolean;
  /** The content of the section `sayswho`, for a client that neither answers `workspace/configuration` nor sends settings. */
  readonly settings?: unknown;
}
