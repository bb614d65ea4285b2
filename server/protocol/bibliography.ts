/** The messages about what a draft can cite. */
import type { PlaceParams } from './messages.ts';

/** Client to server: the works that a draft can cite, by key. Answers `null` for a document that the server does not serve. */
export const libraryRequest = 'sayswho/library';
export interface LibraryResult {
  readonly entries: readonly LibraryItem[];
}
/** What the bibliography does not say is empty. */
export interface LibraryItem {
  readonly key: string;
  /** "Müller and Berg", "Müller et al." */
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly container: string;
}

/**
 * Client to server: the edit that cites a work at a position of a draft, in the draft's own syntax: in place of the placeholder
 * there, otherwise where the finding there wants its source. Answers a `WorkspaceEdit`, or `null` where the key is not known.
 */
export const citeRequest = 'sayswho/cite';
export interface CiteParams extends PlaceParams {
  readonly key: string;
}

/** Server to client, sent only if it says `files: true`: may a file outside the folders that are open be read? The client asks once and remembers. */
export const mayReadOutsideRequest = 'sayswho/mayReadOutside';
export interface MayReadOutsideParams {
  readonly uri: string;
  /** The draft that names it. */
  readonly draft: string;
}
/** `untrusted`: the folder is restricted, so that nobody was asked. */
export interface MayReadOutsideResult {
  readonly answer: 'yes' | 'no' | 'untrusted';
}

/** Client to server, notification: the folder is trusted now. */
export const trustGrantedNotification = 'sayswho/trustGranted';

/** The client's command that lets the writer pick a work and cites it; its arguments are the document's URI and the position to cite at. */
export const citeFromBibliographyCommand = 'sayswho.citeFromBibliography';
