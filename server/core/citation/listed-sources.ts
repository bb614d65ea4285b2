import type { Article, PlacedBlock } from '../model/article.ts';
import { headingsOfSources } from './source-sections.ts';
import { type SourceStrength, strengthOfSource } from './source-text.ts';

/** A source in a numbered list under a heading such as "References". */
export interface ListedSource {
  /** As marks write it. */
  readonly number: string;
  /** Index in the article of the heading. */
  readonly block: number;
  /** Where the item stands, counted from the start of the heading. */
  readonly start: number;
  readonly end: number;
  readonly strength: SourceStrength;
  readonly isEmpty: boolean;
}

/** What opens an item of a numbered list in one language or another: "1.", "1)", "#.", ".", "+", "#", `\item`, `<li>`. The group is its number. */
const opening = /^[ \t]{0,3}(?:(\d{1,3})[.)]|#\.?|\.|\+|\\item\b)(?:[ \t]+|$)|<li\b[^<>]{0,200}>/gim;

/** Longest list that is looked through, in UTF-16 code units. */
const longest = 200_000;
/** A draft with more lists of sources than this is none, and its text is not to be gone through for each. */
const mostLists = 20;

/** The sources that an article lists by number, for marks such as "[1]" that no note explains. Of a number that is given twice the first counts. */
export function listedSources(article: Article): ReadonlyMap<string, ListedSource> {
  const { blocks, text } = article;
  const found = new Map<string, ListedSource>();
  for (const block of headingsOfSources(article).slice(0, mostLists)) {
    const { start, block: head } = blocks[block] as PlacedBlock;
    const from = start + head.length;
    const to = Math.min(endOfSection(blocks, block) ?? text.length, from + longest);
    for (const item of itemsIn(text.slice(from, to)))
      if (!found.has(item.number))
        found.set(item.number, { ...item, block, start: item.start + head.length, end: item.end + head.length });
  }
  return found;
}

function endOfSection(blocks: readonly PlacedBlock[], head: number): number | undefined {
  for (let at = head + 1; at < blocks.length; at++) {
    const { start, block } = blocks[at] as PlacedBlock;
    if (block.kind === 'heading') return start;
  }
  return undefined;
}

function itemsIn(section: string): Omit<ListedSource, 'block'>[] {
  // What stands behind bullets has no number.
  if (/<li\b/i.test(section) ? !/<ol\b/i.test(section) : /\\begin\{itemize\}/.test(section)) return [];
  const items: Omit<ListedSource, 'block'>[] = [];
  const openings = [...section.matchAll(opening)];
  let last = 0;
  for (const [at, { 0: mark, 1: given, index }] of openings.entries()) {
    // In Markdown, every item may be numbered 1.
    last = Math.max(last + 1, Number(given ?? 0));
    const words = section.slice(index + mark.length, openings[at + 1]?.index ?? section.length);
    const end = index + mark.length + (/^[^\n]*/.exec(words)?.[0].trimEnd().length ?? 0);
    const plain = words.replace(
      /<[^<>]{0,500}>|\\(?:begin|end)\{\w+\}/g,
      tag => /https?:[^\s"'>]*/.exec(tag)?.[0] ?? ' ',
    );
    items.push({
      number: String(last),
      start: index,
      end,
      strength: strengthOfSource(plain),
      isEmpty: plain.trim() === '',
    });
  }
  return items;
}
