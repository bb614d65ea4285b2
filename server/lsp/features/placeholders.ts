import type { WorkspaceEdit } from 'vscode-languageserver';
import {
  citableUrl,
  citeUrl,
  createPlacer,
  type FixContext,
  insertChosen,
  openPlaceholders,
  placeholderChoices,
  placeholderNeeds,
  placeholderStyles,
} from '../../core/index.ts';
import {
  type CiteUrlParams,
  type CiteUrlResult,
  citeUrlRequest,
  type DocumentParams,
  type InsertPlaceholderParams,
  type InsertPlaceholderResult,
  insertPlaceholderRequest,
  type PlaceholderChoicesResult,
  type PlaceholdersResult,
  type PlaceParams,
  placeholderChoicesRequest,
  placeholdersRequest,
} from '../../protocol/messages.ts';
import type { Feature } from '../context.ts';
import { createEditMaker } from '../edits.ts';
import type { Reading } from '../readings.ts';

/** Where the placeholders of a draft are, which others could be written, and the edit that cites a web address. */
export const placeholders: Feature = ({ client, connection, convert, forDocument }) => {
  const toWorkspaceEdit = createEditMaker(client, convert);
  connection.onRequest(
    placeholdersRequest,
    forDocument<DocumentParams, PlaceholdersResult | null>(
      { what: 'the placeholders', missing: null },
      ({ article, document, version }) => ({
        version,
        ranges: openPlaceholders(article).map(span => convert.toRange(document, span)),
      }),
    ),
  );
  connection.onRequest(
    placeholderChoicesRequest,
    forDocument<PlaceParams, PlaceholderChoicesResult | null>(
      { what: 'the placeholders', missing: null },
      (reading, { position }) => ({
        version: reading.version,
        needs: placeholderChoices(contextOf(reading), convert.toOffset(reading.document, position)),
      }),
    ),
  );
  connection.onRequest(
    insertPlaceholderRequest,
    forDocument<InsertPlaceholderParams, InsertPlaceholderResult<WorkspaceEdit> | null>(
      { what: 'the placeholder', missing: null },
      (reading, { position, ...asked }) => {
        const need = placeholderNeeds.find(known => known === asked.need);
        const style = placeholderStyles.find(known => known === asked.style);
        if (!need) return null;
        const at = convert.toOffset(reading.document, position);
        const edit = toWorkspaceEdit(reading, insertChosen(contextOf(reading), at, need, style));
        return { version: reading.version, edit };
      },
    ),
  );
  connection.onRequest(
    citeUrlRequest,
    forDocument<CiteUrlParams, CiteUrlResult<WorkspaceEdit> | null>(
      { what: 'the citation', missing: null },
      (reading, { position, url: given }) => {
        const checked = citableUrl(String(given));
        if ('problem' in checked) return { version: reading.version, problem: checked.problem };
        const { article, document, report, version } = reading;
        const at = convert.toOffset(document, position);
        const edits = citeUrl(article, report.findings, at, checked.url, createPlacer(article));
        return edits.length > 0
          ? { version, edit: toWorkspaceEdit(reading, edits) }
          : { version, problem: 'Put the cursor into the sentence or the placeholder that the address is for.' };
      },
    ),
  );
};

const contextOf = ({ article, settings, today }: Reading): FixContext => ({
  article,
  settings,
  today,
  placer: createPlacer(article),
});
