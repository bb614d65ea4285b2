import { needOf, writePlaceholder } from '../citation/placeholder.ts';
import { urlCitation } from '../citation/url-citation.ts';
import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { blockAt, type Placer } from './place.ts';
import { markAt } from './placeholder-edits.ts';
import { wantedAt } from './source-place.ts';

/** The placeholders of an article, in order and in its positions. */
export const openPlaceholders = ({ blocks }: Article): Span[] =>
  blocks.flatMap(({ block, start }) =>
    block.evidence
      .filter(({ kind }) => kind === 'placeholder')
      .map(mark => ({ start: start + mark.start, end: start + mark.end })),
  );

/** The placeholder that a position touches. */
export function placeholderAt(article: Article, position: number): Span | undefined {
  const placed = blockAt(article, position);
  const mark = placed?.block.evidence.find(
    ({ kind, start, end }) =>
      kind === 'placeholder' && placed.start + start <= position && position <= placed.start + end,
  );
  return placed && mark && { start: placed.start + mark.start, end: placed.start + mark.end };
}

/** The placeholder as a citation of the language, whose key is still to be typed; undefined where it is one, or the language has none. */
export function asCitation(
  article: Article,
  placeholder: Span,
): (DraftEdit & { readonly citation: string }) | undefined {
  const wording = article.text.slice(placeholder.start, placeholder.end);
  const { text, style, says } = writePlaceholder(needOf(wording) ?? 'source', 'citation', article.languageId);
  if (style !== 'citation' || text === wording) return undefined;
  return { span: placeholder, text, ...(says ? { typeOver: says } : {}), citation: text };
}

/**
 * A link to a page in the place of the placeholder at a position or, where there is none, where the finding there wants its source,
 * otherwise behind the sentence there.
 */
export function citeUrl(
  article: Article,
  findings: readonly Finding[],
  position: number,
  url: string,
  placer: Placer,
): DraftEdit[] {
  const written = urlCitation(article.languageId, url);
  const placeholder = placeholderAt(article, position);
  if (placeholder) return [inPlaceOf(article, placeholder, written)];
  const wanted = wantedAt(article, findings, position);
  if (wanted !== undefined) return [markAt(article, written, wanted, placer).edit];
  const placed = blockAt(article, position);
  if (!placed || position > placed.start + placed.block.length) return [];
  const sentence =
    placed.block.sentences.find(({ end }) => position <= placed.start + end) ?? placed.block.sentences.at(-1);
  return sentence ? [markAt(article, written, placed.start + sentence.end, placer).edit] : [];
}

/** A note stands by the word, anything else with a space. */
export function inPlaceOf({ text }: Article, { start, end }: Span, written: ReturnType<typeof urlCitation>): DraftEdit {
  const spaces = /[ \t]*$/.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0;
  if (written.standing === 'attached') return { span: { start: start - spaces, end }, text: written.text };
  return { span: { start, end }, text: spaces > 0 || start === 0 ? written.text : ` ${written.text}` };
}
