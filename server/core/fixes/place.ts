import type { Standing } from '../citation/placeholder-styles.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import { bySpan, firstWhere, overlapping, type Span, shift } from '../model/span.ts';
import { enclosed } from './markup.ts';

/** Finds where a placeholder may stand that belongs behind some words. */
export interface Placer {
  /** The place for a placeholder behind the words that end at a position of the article: never inside a link, code, emphasis or another mark. */
  place(at: number, standing: Standing): number;
}

/** The block in which a position of the article lies, or which it ends. */
export function blockAt({ blocks }: Pick<Article, 'blocks'>, position: number): PlacedBlock | undefined {
  return blocks[firstWhere(blocks, ({ start }) => start > position) - 1];
}

/** What stands between marks is worked out once a block, so that all fixes of a long block cost as much as it is long. */
export function createPlacer(article: Article): Placer {
  const known = new Map<PlacedBlock, readonly Span[]>();
  const closedTo = (placed: PlacedBlock): readonly Span[] => {
    let spans = known.get(placed);
    if (!spans) known.set(placed, (spans = closedStretches(article.text, placed)));
    return spans;
  };
  return {
    place: (at, standing) => {
      const placed = blockAt(article, at);
      if (!placed) return at;
      const { text } = article;
      let here = at;
      const leave = () => {
        const around = overlapping(closedTo(placed), { start: here - 1, end: here + 1 }).find(
          ({ start, end }) => start < here && here < end,
        );
        if (around) here = around.end;
      };
      leave();
      here += closingMarks(text.slice(here, here + 12), standing === 'attached');
      leave();
      if (standing !== 'inside' || here !== at) return here;
      // A stop that ends an abbreviation or an omission is no stop to stand in front of.
      return /(?<![.\s]|[.\s]\p{L})[.!?]$/u.test(text.slice(Math.max(0, at - 8), at)) ? at - 1 : at;
    },
  };
}

/** Quotation marks and brackets that close behind words and, for notes, the punctuation there. How long they are. */
function closingMarks(behind: string, withPunctuation: boolean): number {
  const quotes = /^(?:[”’»)]|["'](?![\p{L}\p{N}])|'')*/u;
  const all = /^(?:[”’»)]|["'](?![\p{L}\p{N}])|''|[,;:.!?…](?![\p{L}\p{N}]))*/u;
  return (withPunctuation ? all : quotes).exec(behind)?.[0].length ?? 0;
}

/** Where nothing may be inserted, in order and in positions of the article: what stands between marks, and marks of evidence. */
function closedStretches(text: string, placed: PlacedBlock): Span[] {
  const { block, start } = placed;
  const merged: { start: number; end: number }[] = [];
  for (const found of [...enclosed(text, placed), ...block.evidence].sort(bySpan)) {
    const span = shift(found, start);
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push(span);
  }
  return merged;
}
