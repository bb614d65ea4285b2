import { type Article, claimsOf, type PlacedClaim, type Span } from '../core/index.ts';
import { onOneLine } from './wording.ts';

/** A heading and the claims that stand under it before the next heading. */
export interface Section {
  /** Absent for what stands before the first heading. */
  readonly heading?: Heading;
  readonly claims: readonly PlacedClaim[];
}

export interface Heading extends Span {
  /** The heading's words; empty where it has none. */
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
}

/** The article in sections, in order. The first one has no heading and may be empty. */
export function sectionsOf(article: Article): readonly Section[] {
  const sections: { heading?: Heading; claims: PlacedClaim[] }[] = [{ claims: [] }];
  const claims = claimsOf(article);
  let next = 0;
  article.blocks.forEach(({ start, block }, index) => {
    if (block.kind === 'heading')
      sections.push({
        heading: { title: onOneLine(block.prose.text), level: block.level, start, end: start + block.length },
        claims: [],
      });
    while (claims[next]?.block === index) sections.at(-1)?.claims.push(claims[next++] as PlacedClaim);
  });
  return sections;
}
