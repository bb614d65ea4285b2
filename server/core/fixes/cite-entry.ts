import type { Entry } from '../bibliography/entry.ts';
import { writeCitation } from '../citation/citation.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { inPlaceOf, placeholderAt } from './open-placeholders.ts';
import type { Placer } from './place.ts';
import { markAt } from './placeholder-edits.ts';
import { wantedAt } from './source-place.ts';

/** The rule whose finding is a key that no bibliography has: it gives way to another. */
export const unknownKeyRule = 'unresolved-citation-key';

/**
 * A citation of a work, in place of the placeholder or of the unknown key at a position or, where there is none, where the finding there wants its
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
  const unknown = findings.find(
    ({ ruleId, start, end }) => ruleId === unknownKeyRule && start <= position && position <= end,
  );
  if (unknown) return { span: { start: unknown.start, end: unknown.end }, text: entry.key };
  return markAt(article, written, wantedAt(article, findings, position) ?? position, placer).edit;
}
