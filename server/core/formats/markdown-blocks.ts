import type { SyntaxNode } from '@lezer/common';
import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition } from '../model/evidence.ts';
import { shift } from '../model/span.ts';
import { detached } from '../text/detached.ts';
import { blockOf } from './block-of.ts';
import { htmlBlocks } from './html.ts';
import type { InlineMarks } from './inline-rules.ts';
import { type Labels, normalLabel, plainLabel, readInline } from './markdown-inline.ts';

/** Blocks that hold prose. Code, rules and the definitions of links hold none. */
const leaves = new Set([
  'Paragraph',
  'Task',
  'TableCell',
  ...[1, 2, 3, 4, 5, 6].map(level => `ATXHeading${level}`),
  'SetextHeading1',
  'SetextHeading2',
]);

/** Nodes that are code. */
export const code: ReadonlySet<string> = new Set(['InlineCode', 'FencedCode', 'CodeBlock']);

/** The blocks of a top-level node of the document, at their place in its source. */
export function blocksOfNode(source: string, top: SyntaxNode, labels: Labels): RawBlock[] {
  const blocks: RawBlock[] = [];
  top.cursor().iterate(node => {
    if (code.has(node.name)) return false;
    if (node.name === 'HTMLBlock' || node.name === 'CommentBlock') {
      for (const block of htmlBlocks(source.slice(node.from, node.to)))
        blocks.push({ ...block, span: shift(block.span, node.from) });
      return false;
    }
    if (node.name === 'LinkReference') {
      blocks.push(addressBlock(source, node.node));
      return false;
    }
    // A note that says nothing is a block of its own, so that it can be told from one that is missing.
    if (node.name === 'FootnoteDefinition' && !node.node.firstChild) {
      blocks.push(
        blockOf(source.slice(node.from, node.to), node.from, noteOf(source, node.node), {
          masked: [{ start: 0, end: node.to - node.from }],
          evidence: [],
        }) as RawBlock,
      );
      return false;
    }
    if (!leaves.has(node.name)) return true;
    const block = leafBlock(source, node.node, labels);
    if (block) blocks.push(block);
    return false;
  });
  return blocks;
}

/** The labels that have a definition (`[label]: address`) in a top-level node of the document. */
export function labelsDefinedIn(source: string, top: SyntaxNode): string[] {
  const labels: string[] = [];
  top.cursor().iterate(node => {
    if (leaves.has(node.name)) return false;
    const label = node.name === 'LinkReference' ? node.node.getChild('LinkLabel') : null;
    if (label) labels.push(normalLabel(source.slice(label.from, label.to)));
    return true;
  });
  return labels;
}

function leafBlock(text: string, node: SyntaxNode, labels: Labels): RawBlock | undefined {
  const marks: InlineMarks = { masked: [], evidence: [] };
  const figure = isFigure(text, node);
  const kind = figure ? { kind: 'caption' as const } : kindOf(text, node);
  // The block of a note has its label in front.
  const opening = node.parent?.name === 'FootnoteDefinition' && !node.prevSibling ? node.parent : undefined;
  const from = opening?.from ?? node.from;
  if (opening) marks.masked.push({ start: 0, end: node.from - from });
  readInline(text, node, from, labels, figure, marks);
  return blockOf(text.slice(from, node.to), from, kind, marks);
}

/** What a note is, by its label; a paragraph of it that is not the first goes on with it. */
function noteOf(text: string, note: SyntaxNode, goesOn = false): { kind: BlockKind; defines: readonly Definition[] } {
  const mark = /^\[\^([^\]\s]{1,200})\]:/.exec(text.slice(note.from, note.from + 210));
  const label = detached(mark?.[1] ?? '');
  const where = { start: 0, end: goesOn ? 0 : (mark?.[0].length ?? 1) };
  return {
    kind: 'boilerplate',
    defines: [{ kind: 'footnote', label, ...where, ...(goesOn && { continues: true as const }) }],
  };
}

/** The block of a link's definition, in which readers read nothing. */
function addressBlock(text: string, node: SyntaxNode): RawBlock {
  const part = (name: string) => {
    const found = node.getChild(name);
    return found ? text.slice(found.from, found.to) : '';
  };
  const label = part('LinkLabel');
  const defines: Definition[] = [
    { kind: 'address', label: plainLabel(label), address: part('URL'), start: 0, end: label.length },
  ];
  const whole = { start: 0, end: node.to - node.from };
  return blockOf(
    text.slice(node.from, node.to),
    node.from,
    { kind: 'boilerplate', defines },
    { masked: [whole], evidence: [] },
  ) as RawBlock;
}

/** True for a paragraph that is an image, with nothing but attributes behind it. */
function isFigure(text: string, node: SyntaxNode): boolean {
  const image = node.name === 'Paragraph' ? node.firstChild : null;
  if (image?.name !== 'Image' || image.from !== node.from) return false;
  const attributes = image.nextSibling;
  const end = attributes?.name === 'Hidden' && attributes.from === image.to ? attributes.to : image.to;
  return text.slice(end, node.to).trim() === '';
}

function kindOf(text: string, node: SyntaxNode): { kind: BlockKind; level?: number; defines?: readonly Definition[] } {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  if (node.name === 'TableCell') return { kind: 'table-cell' };
  let listItem = false;
  for (let parent = node.parent; parent; parent = parent.parent) {
    // The text of a footnote is where a source is given, not where one is asked for.
    if (parent.name === 'FootnoteDefinition')
      return noteOf(text, parent, node.prevSibling !== null || node.parent !== parent);
    // The words of a callout are the writer's own.
    if (parent.name === 'Blockquote' && !callout.test(text.slice(parent.from, parent.from + 50)))
      return { kind: 'quotation' };
    if (parent.name === 'Definition' && parent.prevSibling?.name === 'Table') return { kind: 'caption' };
    if (parent.name === 'ListItem' || parent.name === 'Definition') listItem = true;
  }
  if (/^(?:Table|Figure):\s/.test(text.slice(node.from, node.from + 10)) && node.prevSibling?.name === 'Table')
    return { kind: 'caption' };
  return { kind: listItem ? 'list-item' : 'paragraph' };
}

const callout = /^>\s*\[![\w-]{1,30}\]/;
