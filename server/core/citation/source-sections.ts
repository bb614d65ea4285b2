import { isWorkEntry } from '../formats/work-entry.ts';
import type { PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
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

/** True where a block only says where something can be looked up. */
function isSource(block: Block): boolean {
  const { text } = block.prose;
  if (isWorkEntry(text)) return true;
  const isStated = block.tokens.some(({ pos }) => pos === 'verb' || pos === 'aux');
  const isGiven = block.evidence.some(({ kind }) => kind === 'link') || strengthOfSource(text) === 'cited';
  return !isStated && isGiven;
}

/**
 * The indices of the blocks of an article in which nothing is argued since they list its sources: all under "References" and its like, and under
 * "Notes", "Sources" and "Further reading", or a line that opens a list so, the items and what else gives a source. A heading of the
 * same level ends the list, or a higher one.
 */
export function listedUnderSources(blocks: readonly PlacedBlock[]): ReadonlySet<number> {
  const found = new Set<number>();
  let open: { readonly level: number; readonly isLoose: boolean } | undefined;
  for (const [index, { block }] of blocks.entries()) {
    const { kind, level } = block;
    const name = headingOfSources(block);
    if (name !== undefined) open = { level: level || Infinity, isLoose: kind !== 'heading' || loose.test(name) };
    else if (!open || kind === 'quotation' || kind === 'boilerplate') continue;
    // Where headings are told by their length alone, an entry without a stop may pass for one.
    else if (kind === 'heading' && !isSource(block)) {
      if (level <= open.level) open = undefined;
    } else if (!open.isLoose || kind === 'list-item' || isSource(block)) found.add(index);
    else if (open.level === Infinity && kind === 'paragraph') open = undefined;
  }
  return found;
}
