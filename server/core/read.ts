import { readAttributions } from './attribution/attributions.ts';
import { listedUnderSources } from './citation/source-sections.ts';
import { readClaims } from './claims/claims.ts';
import type { Patch } from './formats/incremental.ts';
import { formatOf, type Language, languages } from './formats/languages.ts';
import type { Article, PlacedBlock } from './model/article.ts';
import type { Attribution } from './model/attribution.ts';
import type { Block, RawBlock } from './model/block.ts';
import { type Change, changeBetween } from './model/change.ts';
import { readWords, unjudged, type Words } from './read-words.ts';
import { readStance } from './stance/stance.ts';

/** The language identifiers that have a reader of their own. */
export const servedLanguages: readonly string[] = languages.map(({ id }) => id);

/** A version of a draft, of which each block holds what one way of reading finds. */
export interface Version<Reading> {
  readonly text: string;
  readonly languageId: string;
  readonly blocks: readonly Placed<Reading>[];
}
interface Placed<Reading> {
  readonly start: number;
  readonly block: Reading;
}

/** Reads blocks, each as if it were the only one, and answers with as many. */
type ReadBlocks<Reading> = (raws: readonly RawBlock[]) => Reading[];

/** Of a block, everything that a reading looks at. */
type Looked = Pick<RawBlock, 'kind' | 'level' | 'prose' | 'evidence' | 'defines'>;
/** What every reading of a block hands on. */
type Reading = Looked & { readonly length: number };

/** What the readers of formats noted of a version, for the next one; forgotten with it. */
const states = new WeakMap<object, unknown>();

/**
 * Reads a draft. A language without a reader of its own is read as plain text.
 *
 * @param previous The last version of the same draft, if there is one: blocks that did not change are taken from it as they are,
 *   so that the work is in proportion to the edit.
 */
export function read(text: string, languageId: string, previous?: Article): Article {
  const version = readBy(readBlocks, text, languageId, previous && (versions.get(previous) ?? previous));
  let article = articles.get(version);
  if (!article) {
    article = withSources(version);
    articles.set(version, article);
    versions.set(article, version);
  }
  return article;
}

/** The article of each version, and back: what is read of a block does not depend on the headings above it, but what it is for does. */
const articles = new WeakMap<Article, Article>();
const versions = new WeakMap<Article, Article>();

/** The article with its lists of sources told from what it argues; itself where it has none. */
function withSources(article: Article): Article {
  const listed = listedUnderSources(article);
  if (listed.size === 0) return article;
  const blocks = article.blocks.slice();
  for (const index of listed) {
    const { start, block } = article.blocks[index] as PlacedBlock;
    blocks[index] = { start, block: asSource(block) };
  }
  return { ...article, blocks };
}

const sources = new WeakMap<Block, Block>();

/** A block as it reads in a list of sources; remembered with it. */
function asSource(block: Block): Block {
  let known = sources.get(block);
  if (!known) sources.set(block, (known = judge([{ ...block, kind: 'boilerplate', level: 0 }])[0] as Block));
  return known;
}

/** Reads a draft in one way. What it is in `read` is no more than a part of it in the benchmark of reading. */
export function readBy<R extends Reading>(
  readBlocks: ReadBlocks<R>,
  text: string,
  languageId: string,
  previous?: Version<R>,
): Version<R> {
  const last = previous?.languageId === languageId ? previous : undefined;
  if (last?.text === text) return last;
  const change = last && changeBetween(last.text, text);
  const patch = patchFor(text, formatOf(languageId), last, change);
  const old = last?.blocks ?? [];
  const kept = old.length - patch.after;
  const by = change ? change.newEnd - change.oldEnd : 0;
  const changed = readAgain(readBlocks, patch.blocks, text, old.slice(patch.before, kept), last?.text ?? '');
  const blocks = old.slice(0, patch.before).concat(
    changed.map((block, i) => ({ start: (patch.blocks[i] as RawBlock).span.start, block })),
    old.slice(kept).map(({ start, block }) => ({ start: start + by, block })),
  );
  const version = { text, languageId, blocks };
  states.set(version, patch.state);
  return version;
}

function patchFor(
  text: string,
  language: Language,
  last: Version<unknown> | undefined,
  change: Change | undefined,
): Patch {
  // What others made into a version has no notes.
  if (!last || !change || !states.has(last)) return language.reread(text);
  return language.reread(text, { outline: { text: last.text, blocks: last.blocks, state: states.get(last) }, change });
}

/**
 * So many blocks go through the passes together. Each pass has large tables of its own, which stay at hand in the processor for as
 * long as no other pass runs; what one pass leaves for the next stays so too, if there is not too much of it.
 */
const together = 64;

/** Reads blocks, but takes those that are among some placed blocks of an older text as they are, and reads no two that are equal. */
function readAgain<R extends Reading>(
  readBlocks: ReadBlocks<R>,
  raws: readonly RawBlock[],
  text: string,
  placed: readonly Placed<R>[],
  older: string,
): R[] {
  const known = new Map<string, R>();
  for (const { start, block } of placed) known.set(keyOf(block, older.slice(start, start + block.length)), block);
  const keys = raws.map(raw => keyOf(raw, text.slice(raw.span.start, raw.span.end)));
  const unknown = new Map<string, RawBlock>();
  raws.forEach((raw, i) => {
    const key = keys[i] as string;
    if (!known.has(key)) unknown.set(key, raw);
  });
  const toRead = [...unknown];
  for (let from = 0; from < toRead.length; from += together) {
    const some = toRead.slice(from, from + together);
    const read = readBlocks(some.map(([, raw]) => raw));
    for (let i = 0; i < some.length; i++) known.set((some[i] as [string, RawBlock])[0], read[i] as R);
  }
  return keys.map(key => known.get(key) as R);
}

/** Equal keys mean equal readings: everything that a reading looks at is in the key. */
function keyOf(block: Looked, source: string): string {
  const marks = block.evidence.map(mark => `${mark.kind}${mark.start}-${mark.end}${mark.target}`).join();
  const defines = block.defines.map(({ kind, label, start, end }) => `${kind}${start}-${end}${label}`).join();
  return `${block.kind}${block.level}|${marks}|${defines}|${block.prose.text.length}|${source}`;
}

/** The passes in order; each one reads only what the ones before it found. */
const readBlocks: ReadBlocks<Block> = raws => judge(readWords(raws));

function judge(words: readonly Words[]): Block[] {
  const judged = judgeUnderstood(words.filter(isUnderstood)).values();
  return words.map(block => (isUnderstood(block) ? (judged.next().value as Block) : unjudged(block)));
}

/** What the reader does not understand it does not judge. */
const isUnderstood = ({ language }: Words): boolean => language !== 'other';

function judgeUnderstood(words: readonly Words[]): Block[] {
  const attributions = readAttributions(words);
  const attributed = words.map((block, i) => ({ ...block, attributions: attributions[i] as readonly Attribution[] }));
  const sounding = attributed.map(block => ({ ...block, ...readStance(block) }));
  return sounding.map(block => ({ ...block, ...readClaims(block) }));
}
