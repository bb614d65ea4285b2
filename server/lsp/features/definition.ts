import type { DefinitionParams, Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { citedKeyAt } from '../../core/index.ts';
import type { Feature } from '../context.ts';

/** From a citation key to its entry in the bibliography. */
export const definition: Feature = ({ capabilities, connection, convert, files, forDocument, libraries }) => {
  if (!libraries || !files) return;
  capabilities.definitionProvider = true;
  const place = forDocument<DefinitionParams, { uri: string; start: number; end: number } | null>(
    { what: 'the definition', missing: null },
    ({ article, document, uri }, { position }) => {
      const cited = citedKeyAt(article, convert.toOffset(document, position));
      const found = libraries.of(uri);
      const entry = cited && found?.library.entries.get(cited.key);
      const home = cited && found?.homes.get(cited.key);
      return entry && home ? { uri: home, start: entry.position, end: entry.position + entry.key.length } : null;
    },
  );
  connection.onDefinition(async (params, token): Promise<Location | null> => {
    const found = await place(params, token);
    if (!found || !('uri' in found)) return null;
    const { uri, ...span } = found;
    if (uri === params.textDocument.uri) return null;
    const answer = await files.read(uri);
    if (answer.kind !== 'found') return null;
    const bibliography = TextDocument.create(uri, '', 0, new TextDecoder().decode(answer.bytes));
    return { uri, range: convert.toRange(bibliography, span) };
  });
};
