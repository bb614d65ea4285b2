import { contextLength } from '../ledger/units.ts';
import type { Fact, Sheet } from './sheet.ts';
import { sourceLine } from './sheet.ts';

/**
 * The sheet as a collection in the W3C Web Annotation Data Model. The target is the source of the draft: quotes stand there letter by
 * letter, and positions count its Unicode code points, as the model wants.
 */
export function annotationSheet(sheet: Sheet): string {
  const { draftName, facts, text } = sheet;
  const points = codePointsIn(text);
  const items = facts.map(fact => annotationOf(fact, sheet, points));
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:sayswho:${encodeURIComponent(draftName)}`,
    type: 'AnnotationCollection',
    label: `Fact-check sheet: ${draftName}`,
    total: items.length,
    first: { id: `urn:sayswho:${encodeURIComponent(draftName)}:page1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

function annotationOf(
  { claim, span, standing }: Fact,
  { draftName, text, works }: Sheet,
  points: (offset: number) => number,
): object {
  const { entry, id } = claim;
  const quote = span
    ? {
        exact: text.slice(span.start, span.end),
        prefix: text.slice(Math.max(0, span.start - contextLength), span.start),
        suffix: text.slice(span.end, span.end + contextLength),
      }
    : { exact: entry?.exact ?? claim.text, prefix: entry?.prefix ?? '', suffix: entry?.suffix ?? '' };
  const body = [
    { type: 'TextualBody', purpose: 'tagging', value: claim.status },
    { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: standing },
    ...(entry?.note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: entry.note }] : []),
    ...(entry?.sources ?? []).map(source =>
      source.url
        ? { type: 'SpecificResource', purpose: 'linking', source: source.url }
        : { type: 'TextualBody', purpose: 'linking', format: 'text/plain', value: sourceLine(source, works) },
    ),
  ];
  return {
    id: `urn:sayswho:${encodeURIComponent(draftName)}:${encodeURIComponent(id)}`,
    type: 'Annotation',
    motivation: 'assessing',
    ...(entry?.checker ? { creator: { type: 'Person', name: entry.checker } } : {}),
    ...(entry?.date ? { modified: `${entry.date}T00:00:00Z` } : {}),
    body,
    target: {
      source: encodeURIComponent(draftName),
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        ...(span ? [{ type: 'TextPositionSelector', start: points(span.start), end: points(span.end) }] : []),
      ],
    },
  };
}

/** How many code points stand before an offset, for offsets in any order, from one pass over the text. */
function codePointsIn(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return offset => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
