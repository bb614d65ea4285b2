import { isWorkEntry } from '../formats/work-entry.ts';
import { blocksIn, blocksThat } from '../model/alongside.ts';
import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';
import { strengthOfSource } from './source-text.ts';

const heading =
  /^\W*(?:\d{1,2}\.?\s)?(?<name>(?:(?:foot|end)?notes|(?:list of |selected |cited )?references|reference list|sources|(?:selected )?bibliography|works (?:cited|consulted)|literature(?: cited)?|citations|further reading)(?: (?:and|&) (?:(?:foot|end)?notes|references|sources|further reading))?)\W*$/i;

/** Headings under which prose may stand, too. */
const loose = /^(?:notes|sources|literature|further reading)$/i;

const longestHeading = 40;

/** The heading of a list of sources that a block is, such as "References" or "Notes and sources"; absent where it is none. */
export function headingOfSources({ kind, prose, sentences, evidence }: Block): string | undefined {
  // A line that gives its source itself heads no list.
  const isHead = kind === 'heading' || (kind === 'paragraph' && sentences.length < 2 && evidence.length === 0);
  return isHead && prose.text.length <= longestHeading ? heading.exec(prose.text)?.groups?.['name'] : undefined;
}

/** The blocks that head a list of sources. */
export const headingsOfSources = blocksThat(block => headingOfSources(block) !== undefined);

/** True where a block only says where something can be looked up. */
const isSource = once(({ prose: { text }, tokens, evidence }: Block): boolean => {
  if (isWorkEntry(text)) return true;
  const isStated = tokens.some(({ pos }) => pos === 'verb' || pos === 'aux');
  const isGiven = evidence.some(({ kind }) => kind === 'link') || strengthOfSource(text) === 'cited';
  return !isStated && isGiven;
});

/**
 * The indices of the blocks of an article in which nothing is argued since they list its sources: all under "References" and its like, and under
 * "Notes", "Sources" and "Further reading", or a line that opens a list so, the items and what else gives a source. A heading of the
 * same level ends the list, or a higher one.
 */
export function listedUnderSources(article: Article): ReadonlySet<number> {
  const found = new Set<number>();
  const blocks = blocksIn(article);
  const heads = headingsOfSources(article);
  heads.forEach((head, at) => {
    findListed(blocks, head, heads[at + 1] ?? blocks.length, found);
  });
  return found;
}

/** Adds the blocks that are listed under a heading of sources, the next of which stands at `end`. */
function findListed(blocks: readonly Block[], head: number, end: number, found: Set<number>): void {
  const heading = blocks[head] as Block;
  const openLevel = heading.level || Infinity;
  const isLoose = heading.kind !== 'heading' || loose.test(headingOfSources(heading) ?? '');
  for (let index = head + 1; index < end; index++) {
    const block = blocks[index] as Block;
    const { kind, level } = block;
    if (kind === 'quotation' || kind === 'boilerplate') continue;
    // Where headings are told by their length alone, an entry without a stop may pass for one.
    if (kind === 'heading' && !isSource(block)) {
      if (level <= openLevel) return;
    } else if (!isLoose || kind === 'list-item' || isSource(block)) found.add(index);
    else if (openLevel === Infinity && kind === 'paragraph') return;
  }
}
