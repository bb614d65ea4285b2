import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { claimState, type PlacedClaim } from '../../core/index.ts';
import type { Feature } from '../context.ts';
import type { Converter } from '../convert.ts';
import type { Reading } from '../readings.ts';
import { type Heading, sectionsOf } from '../sections.ts';
import { claimText, shortened, stateWording } from '../wording.ts';

const longestName = 100;

/** The claims under their headings: an outline in every editor. Headings without a claim below them are left out. */
export const documentSymbols: Feature = ({ capabilities, client, connection, convert, forDocument }) => {
  capabilities.documentSymbolProvider = { label: 'Claims' };
  const outline = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? treeOf : listOf;
  connection.onDocumentSymbol(
    forDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
      { what: 'the outline', missing: [] },
      reading => outline(reading, convert),
    ),
  );
};

/** Headings hold the headings below their level and their own claims, in the order of the text. */
function treeOf(reading: Reading, convert: Converter): DocumentSymbol[] {
  const { article, document } = reading;
  const sections = sectionsOf(article);
  const top: DocumentSymbol[] = [];
  const open: { level: number; children: DocumentSymbol[] }[] = [{ level: 0, children: top }];
  sections.forEach(({ heading, claims }, index) => {
    if (heading) {
      while ((open.at(-1)?.level ?? 0) >= heading.level && open.length > 1) open.pop();
      const next = sections.slice(index + 1).find(later => later.heading && later.heading.level <= heading.level);
      const children: DocumentSymbol[] = [];
      open.at(-1)?.children.push({
        name: nameOf(heading),
        kind: SymbolKind.String,
        range: convert.toRange(document, { start: heading.start, end: next?.heading?.start ?? article.text.length }),
        selectionRange: convert.toRange(document, heading),
        children,
      });
      open.push({ level: heading.level, children });
    }
    for (const claim of claims) {
      const range = convert.toRange(document, claim);
      open
        .at(-1)
        ?.children.push({ ...describe(reading, claim), kind: SymbolKind.Boolean, range, selectionRange: range });
    }
  });
  return top.flatMap(withClaims);
}

/** The symbol without headings that lead to no claim. */
function withClaims(symbol: DocumentSymbol): DocumentSymbol[] {
  if (symbol.kind !== SymbolKind.String) return [symbol];
  const children = (symbol.children ?? []).flatMap(withClaims);
  return children.length > 0 ? [{ ...symbol, children }] : [];
}

function listOf(reading: Reading, convert: Converter): SymbolInformation[] {
  return sectionsOf(reading.article).flatMap(({ heading, claims }) =>
    claims.map(claim => ({
      name: describe(reading, claim).name,
      kind: SymbolKind.Boolean,
      location: { uri: reading.uri, range: convert.toRange(reading.document, claim) },
      ...(heading ? { containerName: nameOf(heading) } : {}),
    })),
  );
}

/** Editors refuse a symbol without a name. */
const nameOf = ({ title }: Heading): string => shortened(title, longestName) || '(empty heading)';

const describe = ({ article }: Reading, placed: PlacedClaim): { name: string; detail: string } => ({
  name: shortened(claimText(article, placed), longestName) || '(empty sentence)',
  detail: stateWording[claimState(placed.claim)],
});
