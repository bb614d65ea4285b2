import type { WorkspaceEdit } from 'vscode-languageserver';
import { citableUrl, citeUrl, createPlacer, openPlaceholders } from '../../core/index.ts';
import {
  type CiteUrlParams,
  type CiteUrlResult,
  citeUrlRequest,
  type PlaceholdersParams,
  type PlaceholdersResult,
  placeholdersRequest,
} from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import { createEditMaker } from '../edits.ts';

/** Where the placeholders of a draft are, and the edit that cites a web address. */
export const placeholders: Feature = ({ client, connection, convert, forDocument }) => {
  const toWorkspaceEdit = createEditMaker(client, convert);
  connection.onRequest(
    placeholdersRequest,
    forDocument<PlaceholdersParams, PlaceholdersResult | null>(
      { what: 'the placeholders', missing: null },
      ({ article, document, version }) => ({
        version,
        ranges: openPlaceholders(article).map(span => convert.toRange(document, span)),
      }),
    ),
  );
  connection.onRequest(
    citeUrlRequest,
    forDocument<CiteUrlParams, CiteUrlResult<WorkspaceEdit> | null>(
      { what: 'the citation', missing: null },
      (reading, { position, url: given }) => {
        const checked = citableUrl(String(given));
        if ('problem' in checked) return { version: reading.version, problem: checked.problem };
        const { article, document, version } = reading;
        const edits = citeUrl(article, convert.toOffset(document, position), checked.url, createPlacer(article));
        return edits.length > 0
          ? { version, edit: toWorkspaceEdit(reading, edits) }
          : { version, problem: 'Put the cursor into the sentence or the placeholder that the address is for.' };
      },
    ),
  );
};
