import type { Entry } from '../bibliography/entry.ts';
import { writeCitation } from '../citation/citation.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { inPlaceOf, placeholderAt } from './open-placeholders.ts';
import type { Placer } from './place.ts';
import { markAt } from './placeholder-edits.ts';
import { wantedAt } from './source-place.ts';

/**
 * A citation of a work, in place of the placeholder at a position or, where there is none, where the finding there wants its
 * source, otherwise right at the position, but inside no link, code or emphasis.
 */
export function citeEntry(
  article: Article,
  findings: readonly Finding[],
  position: number,
  entry: Entry,
  placer: Placer,
): DraftEdit {
  const written = writeCitation(entry, article.languageId);
  const placeholder = placeholderAt(article, position);
  if (placeholder) return inPlaceOf(article, placeholder, written);
  return markAt(article, written, wantedAt(article, findings, position) ?? position, placer).edit;
}
