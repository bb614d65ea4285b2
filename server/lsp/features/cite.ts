import type { WorkspaceEdit } from 'vscode-languageserver';
import { citedAuthors, citeEntry, createPlacer, noLibrary } from '../../core/index.ts';
import { type CiteParams, citeRequest, type LibraryResult, libraryRequest } from '../../protocol/bibliography.ts';
import type { DocumentParams } from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import { createEditMaker } from '../edits.ts';

/** What a draft can cite, for a picker, and the edit that cites what was picked. */
export const cite: Feature = ({ client, connection, convert, forDocument, libraries }) => {
  if (!libraries) return;
  const toWorkspaceEdit = createEditMaker(client, convert);
  const libraryFor = (uri: string) => libraries.of(uri)?.library ?? noLibrary;
  connection.onRequest(
    libraryRequest,
    forDocument<DocumentParams, LibraryResult | null>({ what: 'the bibliography', missing: null }, ({ uri }) => ({
      entries: Array.from(libraryFor(uri).entries.values(), entry => ({
        key: entry.key,
        authors: citedAuthors(entry),
        year: entry.year,
        title: entry.title,
        container: entry.container,
      })),
    })),
  );
  connection.onRequest<WorkspaceEdit | null, never>(
    citeRequest,
    forDocument<CiteParams, WorkspaceEdit | null>(
      { what: 'the citation', missing: null },
      (reading, { position, key }) => {
        const entry = libraryFor(reading.uri).entries.get(key);
        if (!entry) return null;
        const at = convert.toOffset(reading.document, position);
        const { article, report } = reading;
        return toWorkspaceEdit(reading, [citeEntry(article, report.findings, at, entry, createPlacer(article))]);
      },
    ),
  );
};
