import { blocksIn, blocksThat } from '../model/alongside.ts';
import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Definition, Evidence } from '../model/evidence.ts';
import { once } from '../model/once.ts';
import { type ListedSource, listedSources } from './listed-sources.ts';
import { headingsOfSources } from './source-sections.ts';
import { type SourceStrength, strengthOfSource } from './source-text.ts';
import { weaknessOf } from './weak-links.ts';

/** Something that a mark refers to, at its place in the article. */
export interface Defined {
  readonly kind: Definition['kind'];
  /** As it is compared: without regard to case and to how white space is written. */
  readonly label: string;
  /** Index of its block in the article. */
  readonly block: number;
  /** Where its label stands, counted from the start of the block. */
  readonly start: number;
  readonly end: number;
  readonly address?: string;
  readonly strength: SourceStrength;
  /** True where it says nothing at all. */
  readonly isEmpty: boolean;
  /** True where its label stands in a mark that is itself the note. */
  readonly inText: boolean;
}

/** What a mark comes to, once it is looked up. */
export interface Resolved {
  readonly strength: SourceStrength;
  readonly defined?: Defined;
  /** True where the article has nothing under its label, and nothing else may have. */
  readonly missing?: true;
}

/** The marks of an article and what they refer to. */
export interface Links {
  readonly defined: readonly Defined[];
  /** For each block with marks that refer to something, what each piece of its evidence comes to. */
  readonly resolved: ReadonlyMap<number, readonly (Resolved | undefined)[]>;
  readonly used: ReadonlySet<Defined>;
}

/** Labels match without regard to case and to how white space is written; what leads to an anchor starts with a number sign. */
const normal = (label: string): string => {
  const plain = label.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain.length > 1 ? plain.replace(/^#/, '') : plain;
};

/** Labels that many marks share, which are paired with their definitions by their order. */
const isPaired = (label: string): boolean => label === '#' || label === '*';

const refers = ({ key, kind, target }: Evidence): boolean =>
  (key !== undefined && kind !== 'placeholder') || (kind === 'link' && target.startsWith('#'));

/** The label that each piece of evidence of a block refers to, if it refers to any: pure, so remembered with the block. */
const labelsIn = once((block: Block) => block.evidence.map(mark => (refers(mark) ? normal(mark.target) : undefined)));

const isReferring = (block: Block): boolean =>
  block.evidence.length > 0 && labelsIn(block).some(label => label !== undefined);

/** Looks up every mark of an article that refers to a label. Worked out once for each version, over the few blocks that have labels. */
export const linksOf = once(link);

/** The blocks that define something or refer to it. */
const linked = blocksThat(block => block.defines.length > 0 || isReferring(block));

/** What was found last among some blocks, which says the same for as long as these stay where they are. */
interface Found {
  readonly indices: readonly number[];
  readonly blocks: readonly Block[];
  readonly links: Links;
}
const lastFound = new WeakMap<Block, Found>();

function link(article: Article): Links {
  const indices = linked(article);
  const all = blocksIn(article);
  const blocks = indices.map(index => all[index] as Block);
  const [first] = blocks;
  const last = first && lastFound.get(first);
  if (last && isSame(last.indices, indices) && isSame(last.blocks, blocks) && headingsOfSources(article).length === 0)
    return last.links;
  const { isOwn, ...links } = linkBlocks(article, indices);
  if (first && isOwn) lastFound.set(first, { indices, blocks, links });
  return links;
}

const isSame = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Looks up the marks of some blocks; `isOwn` where no other block was looked at. */
function linkBlocks(article: Article, indices: readonly number[]): Links & { readonly isOwn: boolean } {
  const defined = indices.flatMap(index => definedIn(article, index));
  const byLabel = new Map<string, Defined[]>();
  for (const one of defined) {
    const others = byLabel.get(one.label);
    if (others) others.push(one);
    else byLabel.set(one.label, [one]);
  }
  const works = defined.some(({ kind }) => kind === 'reference');
  const used = new Set<Defined>();
  const resolved = new Map<number, readonly (Resolved | undefined)[]>();
  const paired = new Map<string, number>();
  let headings: ReadonlySet<string> | undefined;
  let listed: ReadonlyMap<string, ListedSource> | undefined;

  const find = (mark: Evidence, label: string): Defined | undefined => {
    const fits = ({ kind }: Defined) =>
      mark.kind === 'link' && mark.byLabel ? kind === 'address' : kind !== 'address' || mark.kind === 'link';
    const known = byLabel.get(label)?.filter(fits) ?? [];
    if (!isPaired(label)) return known[0] ?? (mark.kind === 'footnote' ? byNumber(defined, label) : undefined);
    const nth = paired.get(label) ?? 0;
    paired.set(label, nth + 1);
    return known[nth];
  };

  const lookUp = (mark: Evidence, label: string | undefined, index: number): Resolved | undefined => {
    if (label === undefined) return undefined;
    // A note in the text is its own definition.
    if (mark.note !== undefined) return undefined;
    const found = find(mark, label);
    if (found) {
      used.add(found);
      return { strength: found.strength, defined: found };
    }
    const { start } = article.blocks[index] as PlacedBlock;
    const source = () => article.text.slice(start + mark.start, start + mark.end);
    if (mark.kind === 'citation')
      return works || source().endsWith(']_') ? { strength: 'none', missing: true } : { strength: 'cited' };
    if (mark.kind === 'footnote') {
      const source = /^\d{1,3}$/.test(label) ? (listed ??= listedSources(article)).get(label) : undefined;
      return source ? { strength: source.strength, defined: asDefined(source) } : { strength: 'none', missing: true };
    }
    if (!mark.byLabel) return { strength: 'vague' };
    headings ??= headingsOf(article);
    return headings.has(label) ? { strength: 'vague' } : { strength: 'none', missing: true };
  };

  for (const index of indices) {
    const { block } = article.blocks[index] as PlacedBlock;
    const asked = labelsIn(block);
    if (isReferring(block))
      resolved.set(
        index,
        block.evidence.map((mark, at) => lookUp(mark, asked[at], index)),
      );
  }
  return { defined, resolved, used, isOwn: !headings && headingsOfSources(article).length === 0 };
}

const asDefined = ({ number, ...source }: ListedSource): Defined => ({
  kind: 'footnote',
  label: number,
  inText: false,
  ...source,
});

/** A number finds the note whose name ends with it: "1" finds "fn1" and "note-1". */
const byNumber = (defined: readonly Defined[], label: string): Defined | undefined =>
  /^\d{1,3}$/.test(label)
    ? defined.find(one => one.kind === 'footnote' && /^[a-z_]*[-_:]?(\d{1,3})$/.exec(one.label)?.[1] === label)
    : undefined;

const headingsOf = ({ blocks }: Article): ReadonlySet<string> =>
  new Set(blocks.flatMap(({ block }) => (block.kind === 'heading' ? [normal(block.prose.text)] : [])));

/** What a block defines, as far as the block itself tells. */
type Entry = Omit<Defined, 'block'> & { readonly continues: boolean };

const entries = new WeakMap<Block, readonly Entry[]>();

/** Pure, so remembered with the block: how a note reads is not worked out again at every keystroke. */
function entriesOf({ blocks, text }: Article, index: number): readonly Entry[] {
  const { start, block } = blocks[index] as PlacedBlock;
  let known = entries.get(block);
  if (!known) entries.set(block, (known = readEntries(block, text.slice(start, start + block.length))));
  return known;
}

function readEntries({ defines, evidence }: Block, source: string): Entry[] {
  const notes = evidence.flatMap(({ key, note, target, start, end }): Entry[] =>
    key && note !== undefined
      ? [
          {
            kind: 'footnote',
            label: normal(target),
            start,
            end,
            strength: strengthOfSource(note),
            isEmpty: note.trim() === '',
            inText: true,
            continues: false,
          },
        ]
      : [],
  );
  const others = defines.map(({ kind, label, start, end, address, continues = false }, at): Entry => {
    const words = source.slice(end, defines[at + 1]?.start ?? source.length);
    const shared = { kind, label: normal(label), start, end, inText: false, continues };
    if (address === undefined) return { ...shared, strength: strengthOfSource(words), isEmpty: words.trim() === '' };
    return { ...shared, address, strength: weaknessOf(address) === undefined ? 'cited' : 'vague', isEmpty: false };
  });
  return [...notes, ...others];
}

/** What a block defines. A definition that goes on in the blocks behind it says what they say, too. */
function definedIn(article: Article, index: number): Defined[] {
  const found: Defined[] = [];
  for (const { continues, ...entry } of entriesOf(article, index)) {
    // What an earlier block opens is told with that; a note that is a list has no such block.
    if (continues && defines(article, index - 1, entry.label)) continue;
    let { strength, isEmpty } = entry;
    for (let next = index + 1; !entry.inText && defines(article, next, entry.label, true); next++)
      for (const more of entriesOf(article, next)) {
        if (!more.continues || more.isEmpty) continue;
        isEmpty = false;
        if (strengths.indexOf(more.strength) < strengths.indexOf(strength)) strength = more.strength;
      }
    found.push({ ...entry, strength, isEmpty, block: index });
  }
  return found;
}

/** The strongest first. */
const strengths: readonly SourceStrength[] = ['cited', 'named', 'vague', 'placeholder', 'none'];

/** True where a block defines something under a label; only as going on with it, if so asked. */
const defines = (article: Article, index: number, label: string, goingOn = false): boolean =>
  (article.blocks[index]?.block.defines.length ?? 0) > 0 &&
  entriesOf(article, index).some(one => !one.inText && one.label === label && (one.continues || !goingOn));
