import type { SyntaxNode } from '@lezer/common';
import type { RawBlock } from '../model/block.ts';
import type { Change } from '../model/change.ts';
import { firstWhere, shift } from '../model/span.ts';
import { endOfFrontMatter } from './front-matter.ts';
import type { Outline, Patch, Reader } from './incremental.ts';
import { blocksOfNode, labelsDefinedIn } from './markdown-blocks.ts';
import { elementsAround, tagsIn } from './markdown-elements.ts';
import type { Labels } from './markdown-inline.ts';
import { parsable, type Syntax, syntaxes } from './markdown-parsers.ts';

/** What is noted of a top-level node of the document, for the next version to take it from here. */
interface Stretch {
  /** Where its first line starts. */
  readonly start: number;
  readonly node: string;
  /** How many blocks it has. */
  readonly blocks: number;
  /** The labels that it defines, and those that its brackets would refer to if there were a definition. */
  readonly defines: readonly string[];
  readonly asks: readonly string[];
  /** The tags in it of elements that may go on in other stretches, and the elements around it. */
  readonly tags: readonly string[];
  readonly around: string;
}

interface State {
  /** Where front matter ends. */
  readonly body: number;
  readonly stretches: readonly Stretch[];
  /** Every label that is defined. */
  readonly labels: ReadonlySet<string>;
}

/**
 * Markdown (CommonMark with the tables, task lists and strikethrough of GitHub's flavour), read with Lezer's parser for its exact offsets.
 *
 * Front matter is left out; footnote marks, citation keys and wiki links are kept as evidence. Blocks of HTML are read as HTML.
 * An image that is alone in its paragraph is a figure, whose alternative text is its caption, as in Pandoc; its title is not read.
 */
export const readMarkdown = readerOf(syntaxes.markdown);

export const markdownBlocks = (text: string): readonly RawBlock[] => readMarkdown(text).blocks;

/** MDX: Markdown with expressions and tags as in JavaScript. */
export const readMdx = readerOf(syntaxes.mdx);

export const mdxBlocks = (text: string): readonly RawBlock[] => readMdx(text).blocks;

/** Quarto and R Markdown, where a word behind an at sign is a citation key. */
export const readPandoc = readerOf(syntaxes.pandoc);

export const pandocBlocks = (text: string): readonly RawBlock[] => readPandoc(text).blocks;

/**
 * Between two top-level nodes, the parser knows nothing but its place: what comes depends on the text from there on alone.
 * So an edit is read from a node before it, whose end does not depend on the edited text, to the first node behind it that
 * starts where one started before. Only labels may be defined anywhere.
 */
function readerOf(syntax: Syntax): Reader {
  const fresh = (text: string): Patch<State> => {
    const body = endOfFrontMatter(text);
    const nodes = nodesOf(syntax, text, body);
    const labels = new Set(nodes.flatMap(({ defines }) => defines));
    const around = elementsAround(nodes.map(({ tags }) => tags));
    const { blocks, stretches } = blocksOf(text, body, nodes, labels, around);
    return { before: 0, after: 0, blocks, state: { body, stretches, labels } };
  };
  return (text, previous) => {
    const patch =
      previous && patchOf(syntax, text, previous as { readonly outline: Outline<State>; readonly change: Change });
    return patch ?? fresh(text);
  };
}

/** What an edit changed; undefined where it reaches too far for that to be told without reading the whole text. */
function patchOf(
  syntax: Syntax,
  text: string,
  { outline, change }: { readonly outline: Outline<State>; readonly change: Change },
): Patch<State> | undefined {
  const { body, stretches: old, labels: oldLabels } = outline.state;
  if (change.start < body || endOfFrontMatter(text) !== body) return undefined;
  const first = firstToRead(outline.text, old, change);
  const from = first === 0 ? body : (old[first] as Stretch).start;
  const by = change.newEnd - change.oldEnd;

  const { nodes, next } = newNodes(syntax, text, from, old, first, change);
  const kept = [...old.slice(0, first), ...old.slice(next)];
  const labels = labelsAfter(nodes, old.slice(first, next), kept, oldLabels);
  if (!labels) return undefined;
  const around = elementsAround([...old.slice(0, first), ...nodes, ...old.slice(next)].map(({ tags }) => tags));
  const behind = first + nodes.length;
  // Where a tag came or went, what stands between it and another one is something else.
  const isSame = (stretch: Stretch, at: number) => around[at < first ? at : behind + at - next] === stretch.around;
  if (!old.every((stretch, at) => (at >= first && at < next) || isSame(stretch, at))) return undefined;
  const { blocks, stretches } = blocksOf(text, from, nodes, labels, around.slice(first, behind));
  const count = (some: readonly Stretch[]) => some.reduce((sum, stretch) => sum + stretch.blocks, 0);
  return {
    before: count(old.slice(0, first)),
    after: count(old.slice(next)),
    blocks,
    state: {
      body,
      labels,
      stretches: [...old.slice(0, first), ...stretches, ...old.slice(next).map(stretch => moved(stretch, by))],
    },
  };
}

/** Written out, since every stretch behind an edit is moved. */
const moved = ({ start, node, blocks, defines, asks, tags, around }: Stretch, by: number): Stretch => ({
  start: start + by,
  node,
  blocks,
  defines,
  asks,
  tags,
  around,
});

/** Reads nodes until they meet the old ones, ever more of them at once, and tells the index of the old stretch that comes next. */
function newNodes(
  syntax: Syntax,
  text: string,
  from: number,
  old: readonly Stretch[],
  first: number,
  change: Change,
): { readonly nodes: readonly TopNode[]; readonly next: number } {
  const by = change.newEnd - change.oldEnd;
  let next = firstFrom(old, change.oldEnd + 1);
  const opening = old[next];
  // Mostly a paragraph was edited, which ends at an empty line, and what stands behind that need not be read to be known.
  if (opening && old[next - 1]?.node !== 'Table') {
    const gap = gapBefore(text, opening.start + by);
    const nodes = gap > from ? nodesOf(syntax, text, from, gap - 1) : [];
    const last = nodes.at(-1);
    if (last && endsAtEmptyLine.test(last.node.name) && gap === from + last.node.to) return { nodes, next };
  }
  for (let step = 1; ; step *= 2) {
    const target = old[next];
    const nodes = nodesOf(syntax, text, from, target && target.start + by);
    if (!target) return { nodes, next };
    const met = meeting(nodes, old, first, change, by);
    if (met) return { nodes: nodes.slice(0, met.nodes), next: met.stretch };
    next = Math.min(old.length, next + step);
  }
}

/** Where the white space starts that stands before a position and holds an empty line; -1 where there is none. */
function gapBefore(text: string, position: number): number {
  let start = position;
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  return emptyLine.test(text.slice(start, position)) ? start : -1;
}

/** White space as the parser knows it. */
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
const emptyLine = /\n[ \t\r]*\n$/;

/** Nodes that end at an empty line whatever follows it. */
const endsAtEmptyLine = /^(?:Paragraph|(?:ATX|Setext)Heading\d)$/;

/**
 * Index of the stretch to read from: the last one at or before the edit that follows a paragraph or heading and an empty line.
 * The start of a table says what the next node is, so a table is no place to stop behind either.
 */
function firstToRead(oldText: string, stretches: readonly Stretch[], { start }: Change): number {
  let index = Math.max(0, firstFrom(stretches, start + 1) - 1);
  while (
    index > 0 &&
    !(
      endsAtEmptyLine.test((stretches[index - 1] as Stretch).node) &&
      gapBefore(oldText, (stretches[index] as Stretch).start) >= 0
    )
  )
    index--;
  return index;
}

/** Index of the first stretch that starts at or behind a position. */
const firstFrom = (stretches: readonly Stretch[], position: number): number =>
  firstWhere(stretches, ({ start }) => start >= position);

/**
 * Where the new nodes meet the old ones: a node behind the edit that starts where one started before, and follows a table only if
 * that one did.
 */
function meeting(
  nodes: readonly TopNode[],
  old: readonly Stretch[],
  first: number,
  { oldEnd }: Change,
  by: number,
): { readonly nodes: number; readonly stretch: number } | undefined {
  for (const [index, { start }] of nodes.entries()) {
    if (start - by <= oldEnd) continue;
    const stretch = firstFrom(old, start - by);
    if (old[stretch]?.start !== start - by || stretch < first) continue;
    // In front of the first of the new nodes there is no table, since none is where reading starts.
    const isBehindTable = nodes[index - 1]?.node.name === 'Table';
    if (isBehindTable === (old[stretch - 1]?.node === 'Table')) return { nodes: index, stretch };
  }
  return undefined;
}

/** The labels that are defined after an edit; undefined where one came or went that a stretch asks for which is not read again. */
function labelsAfter(
  nodes: readonly TopNode[],
  gone: readonly Stretch[],
  kept: readonly Stretch[],
  before: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const now = nodes.flatMap(({ defines }) => defines);
  const then = gone.flatMap(({ defines }) => defines);
  if (now.length === then.length && now.every((label, index) => label === then[index])) return before;
  const labels = new Set([...kept.flatMap(({ defines }) => defines), ...now]);
  const changed = new Set([...now, ...then].filter(label => labels.has(label) !== before.has(label)));
  return kept.some(({ asks }) => asks.some(label => changed.has(label))) ? undefined : labels;
}

interface TopNode {
  readonly node: SyntaxNode;
  /** Where its first line starts in the text. */
  readonly start: number;
  readonly defines: readonly string[];
  readonly tags: readonly string[];
}

/** The top-level nodes from the start of a line on; all of them, or those up to the one at or behind a position. Their own positions count from `from`. */
function nodesOf(syntax: Syntax, text: string, from: number, upTo?: number): TopNode[] {
  const source = text.slice(from);
  // Only what is going to be parsed is made parsable.
  const limit = upTo === undefined ? source.length : endOfLine(source, upTo - from);
  const head = source.slice(0, limit);
  const ready = parsable(head);
  // Mostly nothing had to be made so; joined strings would be copied, all the way to the end of the text.
  const parse = syntax().startParse(ready === head ? source : ready + source.slice(limit));
  if (upTo !== undefined) parse.stopAt(Math.max(0, upTo - from));
  let tree = parse.advance();
  while (!tree) tree = parse.advance();
  const nodes: TopNode[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling)
    nodes.push({
      node,
      start: from + (node.from === 0 ? 0 : source.lastIndexOf('\n', node.from - 1) + 1),
      defines: labelsDefinedIn(source, node),
      tags: tagsIn(source, node),
    });
  return nodes;
}

/** The end of the line after the one at a position, which a table's row may still need. */
function endOfLine(source: string, position: number): number {
  const first = source.indexOf('\n', Math.max(0, position));
  const second = first < 0 ? -1 : source.indexOf('\n', first + 1);
  return second < 0 ? source.length : second + 1;
}

function blocksOf(
  text: string,
  from: number,
  nodes: readonly TopNode[],
  labels: ReadonlySet<string>,
  around: readonly string[],
): { readonly blocks: RawBlock[]; readonly stretches: Stretch[] } {
  const source = text.slice(from);
  const blocks: RawBlock[] = [];
  const stretches = nodes.map(({ node, start, defines, tags }, index): Stretch => {
    const asks = new Set<string>();
    const asked: Labels = {
      has: label => {
        asks.add(label);
        return labels.has(label);
      },
    };
    const here = around[index] ?? '';
    const found = blocksOfNode(source, node, asked, here);
    for (const block of found) blocks.push({ ...block, span: shift(block.span, from) });
    return { start, node: node.name, blocks: found.length, defines, asks: [...asks], tags, around: here };
  });
  return { blocks, stretches };
}
