import type { Article, PlacedClaim } from '../core/index.ts';
import type { ClaimState } from '../protocol/messages.ts';

/** Text on one line, with single spaces. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text on one line and of limited length, cut between words where there is a space to cut at. */
export function shortened(text: string, longest: number): string {
  const line = onOneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}

/** A claim's sentence as a reader sees it, free of markup and on one line. */
export function claimText(article: Article, { claim, block: index, start, end }: PlacedClaim): string {
  const block = article.blocks[index]?.block;
  const sentence = block?.sentences[claim.sentence];
  const first = sentence && block?.tokens[sentence.firstToken];
  const last = sentence && block?.tokens[sentence.endToken - 1];
  const text =
    block && first && last
      ? block.prose.text.slice(first.at, last.at + last.text.length)
      : article.text.slice(start, end);
  return onOneLine(text);
}

/** How a claim stands, for lists that have room for a few words. */
export const stateWording: Readonly<Record<ClaimState, string>> = {
  open: 'no source',
  vague: 'unnamed source only',
  placeholder: 'marked for a source',
  sourced: 'sourced',
  noted: 'needs no source',
};
