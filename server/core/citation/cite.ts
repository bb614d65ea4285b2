import type { Entry } from '../bibliography/entry.ts';
import { blockAt, createPlacer } from '../fixes/place.ts';
import { insertionOf } from '../fixes/placeholder-edits.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { type Span, shift } from '../model/span.ts';
import { writeCitation } from './citation.ts';

/**
 * The edits that cite a work at a place of the draft: in place of the placeholder there, otherwise where the finding there wants
 * a source, otherwise right at the place, but inside no link, code or emphasis.
 */
export function cite(article: Article, findings: readonly Finding[], at: number, entry: Entry): readonly DraftEdit[] {
  const written = writeCitation(entry, article.languageId);
  const placeholder = placeholderAt(article, at);
  if (placeholder) return [{ span: placeholder, text: written.text }];
  const wanted = findings
    .filter(({ start, end }) => start <= at && at <= end)
    .flatMap(({ fixes }) => fixes)
    .find(fix => fix.kind === 'placeholder' && fix.need === 'source');
  return insertionOf(article, written, wanted?.kind === 'placeholder' ? wanted.at : at, createPlacer(article)).edits;
}

function placeholderAt(article: Article, at: number): Span | undefined {
  const placed = blockAt(article, at);
  if (!placed) return undefined;
  const here = placed.block.evidence.find(
    ({ kind, start, end }) => kind === 'placeholder' && start <= at - placed.start && at - placed.start <= end,
  );
  return here && shift({ start: here.start, end: here.end }, placed.start);
}
