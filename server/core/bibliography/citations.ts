import { blocksThat } from '../model/alongside.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { once } from '../model/once.ts';
import { firstWhere, type Span } from '../model/span.ts';

/** A citation key in a draft. Its span is that of the key alone, without at sign or braces. */
export interface CitedKey extends Span {
  readonly key: string;
}

/** The keys that a block cites, in order of position, which counts from its start. */
const keysIn = once(({ evidence }: Block): readonly CitedKey[] => evidence.flatMap(keyOf));

function keyOf({ kind, key, target }: Block['evidence'][number]): CitedKey[] {
  if (kind !== 'citation' || !key || target === '*') return [];
  // Before the key may stand an at sign, behind it a closing brace.
  const start = key.end - key.start > target.length ? key.start + 1 : key.start;
  return [{ key: target, start, end: Math.min(key.end, start + target.length) }];
}

/** The citation keys of an article that a bibliography explains, in order of position. */
export function* citedKeys(article: Article): Generator<CitedKey> {
  for (const index of citing(article)) yield* citedKeysIn(article.blocks[index] as PlacedBlock, article.text);
}

const citing = blocksThat(block => keysIn(block).length > 0);

function* citedKeysIn({ start, block }: PlacedBlock, text: string): Generator<CitedKey> {
  for (const cited of keysIn(block)) {
    const placed = whole(text, { key: cited.key, start: start + cited.start, end: start + cited.end });
    if (!isReference(text, placed)) yield placed;
  }
}

/** Between braces, as Pandoc has it, a key may have any character but a brace. */
function whole(text: string, cited: CitedKey): CitedKey {
  if (!text.startsWith('@{', cited.start - 2)) return cited;
  const end = text.indexOf('}', cited.end);
  return end < 0 ? cited : { key: text.slice(cited.start, end), start: cited.start, end };
}

/** The citation key at a place of an article; absent where there is none. */
export function citedKeyAt({ blocks, text }: Article, at: number): CitedKey | undefined {
  const index = firstWhere(blocks, ({ start }) => start > at) - 1;
  const placed: PlacedBlock | undefined = blocks[index];
  if (!placed) return undefined;
  // The at sign belongs to the key for whoever points at it.
  return [...citedKeysIn(placed, text)].find(({ start, end }) => start - 1 <= at && at <= end);
}

/** What the extensions of Pandoc, Quarto and Typst's users put in front of the names of figures, tables and sections. */
const crossReference =
  /^(?:fig|tbl|tab|sec|subsec|eqn?|eqt|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|alg|app|ch|chap)[:-]/;

/** Marks such as "[Smith]_", "<<smith>>" and "@fig:walls" point to a place of the draft, not to a bibliography. */
const isReference = (text: string, { key, start, end }: CitedKey): boolean =>
  crossReference.test(key) || text.startsWith(']_', end) || text.startsWith('<<', start - 2);

/** A label in Typst, but not one that a function is given. */
const typstLabel = /(?<!\()<([\p{L}_][\p{L}\p{N}_:.-]{0,100})>/gu;

/** What marks point to that the draft itself defines. */
export function definedLabels({ blocks, languageId, text }: Article): ReadonlySet<string> {
  const labels = new Set<string>();
  if (languageId === 'typst') for (const [, label = ''] of text.matchAll(typstLabel)) labels.add(label);
  for (const { block } of blocks)
    for (const { kind, label } of block.defines) if (kind === 'reference') labels.add(label);
  return labels;
}
