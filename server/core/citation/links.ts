import type { Article } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import type { Definition, Evidence } from '../model/evidence.ts';
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

const linking = new WeakMap<Block, boolean>();

/** True where a block defines something or refers to something: pure, so remembered with the block. */
function isLinking(block: Block): boolean {
  if (block.evidence.length === 0 && block.defines.length === 0) return false;
  let known = linking.get(block);
  if (known === undefined) linking.set(block, (known = block.defines.length > 0 || block.evidence.some(refers)));
  return known;
}

const remembered = new WeakMap<Article, Links>();

/** Looks up every mark of an article that refers to a label. Worked out once for each version, over the few blocks that have labels. */
export function linksOf(article: Article): Links {
  let known = remembered.get(article);
  if (!known) remembered.set(article, (known = link(article)));
  return known;
}

function link(article: Article): Links {
  const indices: number[] = [];
  article.blocks.forEach(({ block }, index) => {
    if (isLinking(block)) indices.push(index);
  });
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

  const find = (mark: Evidence, label: string): Defined | undefined => {
    const fits = ({ kind }: Defined) =>
      mark.kind === 'link' && mark.byLabel ? kind === 'address' : kind !== 'address' || mark.kind === 'link';
    const known = byLabel.get(label)?.filter(fits) ?? [];
    if (!isPaired(label)) return known[0] ?? (mark.kind === 'footnote' ? byNumber(defined, label) : undefined);
    const nth = paired.get(label) ?? 0;
    paired.set(label, nth + 1);
    return known[nth];
  };

  const lookUp = (mark: Evidence, index: number): Resolved | undefined => {
    if (!refers(mark)) return undefined;
    const label = normal(mark.target);
    // A note in the text is its own definition.
    if (mark.note !== undefined) return undefined;
    const found = find(mark, label);
    if (found) {
      used.add(found);
      return { strength: found.strength, defined: found };
    }
    const { start } = article.blocks[index] as Article['blocks'][number];
    const source = () => article.text.slice(start + mark.start, start + mark.end);
    if (mark.kind === 'citation')
      return works || source().endsWith(']_') ? { strength: 'none', missing: true } : { strength: 'cited' };
    if (mark.kind === 'footnote') return { strength: 'none', missing: true };
    if (!mark.byLabel) return { strength: 'vague' };
    headings ??= headingsOf(article);
    return headings.has(label) ? { strength: 'vague' } : { strength: 'none', missing: true };
  };

  for (const index of indices) {
    const { evidence } = (article.blocks[index] as Article['blocks'][number]).block;
    if (evidence.some(refers))
      resolved.set(
        index,
        evidence.map(mark => lookUp(mark, index)),
      );
  }
  return { defined, resolved, used };
}

/** A number finds the note whose name ends with it: "1" finds "fn1" and "note-1". */
const byNumber = (defined: readonly Defined[], label: string): Defined | undefined =>
  /^\d{1,3}$/.test(label)
    ? defined.find(one => one.kind === 'footnote' && /^[a-z_]*[-_:]?(\d{1,3})$/.exec(one.label)?.[1] === label)
    : undefined;

const headingsOf = ({ blocks }: Article): ReadonlySet<string> =>
  new Set(blocks.flatMap(({ block }) => (block.kind === 'heading' ? [normal(block.prose.text)] : [])));

/** What a block defines, each with what it says of a source: up to the next definition, and on in the blocks that go on with it. */
function definedIn({ blocks, text }: Article, index: number): Defined[] {
  const { start, block } = blocks[index] as Article['blocks'][number];
  const notes = block.evidence.flatMap((mark): Defined[] =>
    mark.key && mark.note !== undefined
      ? [
          {
            kind: 'footnote',
            label: normal(mark.target),
            block: index,
            start: mark.start,
            end: mark.end,
            strength: strengthOfSource(mark.note),
            isEmpty: mark.note.trim() === '',
            inText: true,
          },
        ]
      : [],
  );
  const entries = block.defines.map((one, at): Defined => {
    let words = text.slice(start + one.end, start + (block.defines[at + 1]?.start ?? block.length));
    if (at === block.defines.length - 1)
      for (let next = index + 1; goesOnWith(blocks[next]?.block, one); next++) {
        const more = blocks[next] as Article['blocks'][number];
        words += `\n${text.slice(more.start, more.start + more.block.length)}`;
      }
    const weak = one.address !== undefined && weaknessOf(one.address) !== undefined;
    return {
      kind: one.kind,
      label: normal(one.label),
      block: index,
      start: one.start,
      end: one.end,
      ...(one.address !== undefined && { address: one.address }),
      strength: one.address === undefined ? strengthOfSource(words) : weak ? 'vague' : 'cited',
      isEmpty: words.trim() === '' && one.address === undefined,
      inText: false,
    };
  });
  const opening = entries.filter((_, at) => !block.defines[at]?.continues || isFirst(blocks, index));
  return [...notes, ...opening];
}

const goesOnWith = (block: Block | undefined, { label }: Definition): boolean =>
  block?.defines.some(one => one.continues && one.label === label) ?? false;

/** True where nothing before a block opens the definition that it goes on with, as where a note is a list. */
const isFirst = (blocks: Article['blocks'], index: number): boolean => {
  const label = blocks[index]?.block.defines[0]?.label;
  return !blocks[index - 1]?.block.defines.some(one => one.label === label);
};
