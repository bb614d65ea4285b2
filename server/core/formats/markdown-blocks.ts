import type { SyntaxNode } from '@lezer/common';
import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition } from '../model/evidence.ts';
import { clipped, contains, type Span, shift, span } from '../model/span.ts';
import { detached } from '../text/detached.ts';
import { blockOf } from './block-of.ts';
import { htmlBlocksWithin } from './html.ts';
import { kindWithin } from './html-elements.ts';
import type { InlineMarks } from './inline-rules.ts';
import { isShown, opensLikeCaption, readPart } from './markdown-elements.ts';
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

/**
 * The blocks of a top-level node of the document, at their place in its source.
 *
 * @param around The elements of HTML that are open around the node, joined by spaces.
 */
export function blocksOfNode(source: string, top: SyntaxNode, labels: Labels, around: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  const elements = around.split(' ').filter(name => name !== '');
  const within = kindWithin(name => elements.includes(name))?.kind;
  const part = readPart(source, top, elements);
  if (part.start === part.end) return blocks;
  top.cursor().iterate(node => {
    if (code.has(node.name) || node.to <= part.start || node.from >= part.end) return false;
    if (node.name === 'HTMLBlock' || node.name === 'CommentBlock') {
      const from = Math.max(node.from, part.start);
      for (const block of htmlBlocksWithin(source.slice(from, Math.min(node.to, part.end)), elements))
        blocks.push({ ...block, span: shift(block.span, from) });
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
    blocks.push(...leafBlocks(source, node.node, labels, within, part));
    return false;
  });
  return blocks;
}

/** The labels that have a definition (`[label]: address`) in a top-level node of the document. */
export function labelsDefinedIn(source: string, top: SyntaxNode): string[] {
  const labels: string[] = [];
  top.cursor().iterate(node => {
    if (leaves.has(node.name)) return false;
    if (node.name === 'Example') {
      const example = /^\(@[\w-]{1,100}\)/.exec(source.slice(node.from, node.from + 110));
      if (example) labels.push(detached(example[0]));
    }
    const label = node.name === 'LinkReference' ? node.node.getChild('LinkLabel') : null;
    if (label) labels.push(normalLabel(source.slice(label.from, label.to)));
    return true;
  });
  return labels;
}

function leafBlocks(
  text: string,
  node: SyntaxNode,
  labels: Labels,
  within: BlockKind | undefined,
  part: Span,
): RawBlock[] {
  const marks: InlineMarks = { masked: [], evidence: [] };
  const figure = isFigure(text, node);
  const own = figure ? { kind: 'caption' as const } : kindOf(text, node);
  const kind = within && (own.kind === 'paragraph' || own.kind === 'list-item') ? { kind: within } : own;
  // The block of a note has its label in front.
  const opening = node.parent?.name === 'FootnoteDefinition' && !node.prevSibling ? node.parent : undefined;
  const from = opening?.from ?? node.from;
  if (opening) marks.masked.push({ start: 0, end: node.from - from });
  readInline(text, node, from, labels, figure, marks);
  if (part.start > from || part.end < node.to)
    leaveOut(marks, span(part.start - from, part.end - from), node.to - from);
  const title = titleOfCallout(text, node);
  if (title === undefined) return [blockOf(text.slice(from, node.to), from, kind, marks)].filter(block => !!block);
  const titleKind = kind.kind === 'quotation' ? { kind: 'caption' as const } : kind;
  return [
    blockOf(text.slice(from, title.end), from, titleKind, marksIn(marks, span(0, title.end - from))),
    blockOf(text.slice(title.body, node.to), title.body, kind, marksIn(marks, span(title.body - from, node.to - from))),
  ].filter(block => !!block);
}

/** Leaves all out that stands outside of the part that is read. */
function leaveOut({ masked, evidence }: InlineMarks, part: Span, length: number): void {
  const read = evidence.filter(one => contains(part, one));
  evidence.splice(0, evidence.length, ...read);
  if (part.start > 0) masked.push({ start: 0, end: part.start });
  if (part.end < length) masked.push({ start: part.end, end: length });
}

/** The marks of a stretch, in positions that count from its start. */
const marksIn = ({ masked, evidence }: InlineMarks, where: Span): InlineMarks => ({
  masked: clipped(masked, where),
  evidence: evidence
    .filter(one => contains(where, one))
    .map(one => ({ ...one, ...shift(one, -where.start), ...(one.key && { key: shift(one.key, -where.start) }) })),
});

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
    {
      kind: 'address',
      label: plainLabel(label),
      address: part('URL').replace(/^<|>$/g, ''),
      start: 0,
      end: label.length,
    },
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

/** True for a paragraph that is an image and, on a line below it, words that are set apart as a whole or open like a caption. */
function isCaptioned(text: string, node: SyntaxNode): boolean {
  const image = node.name === 'Paragraph' ? node.firstChild : null;
  const words = node.lastChild;
  if (image?.name !== 'Image' || image.from !== node.from || !words) return false;
  const below = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(image.to, Math.min(node.to, image.to + 200)));
  if (below && opensLikeCaption(text, image.to + below[0].length)) return true;
  if (!/^(?:Strong)?Emphasis$/.test(words.name)) return false;
  return /^[ \t]*\r?\n\s*$/.test(text.slice(image.to, words.from)) && text.slice(words.to, node.to).trim() === '';
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
    // The words of a callout are the writer's own, unless it says otherwise.
    if (parent.name === 'Blockquote' && !/^(?!quote|cite)./i.test(calloutOf(text, parent) ?? ''))
      return { kind: 'quotation' };
    if (parent.name === 'Definition' && parent.prevSibling?.name === 'Table') return { kind: 'caption' };
    if (/^(?:ListItem|Definition|Example)$/.test(parent.name)) listItem = true;
  }
  if (isCaptioned(text, node)) return { kind: 'caption' };
  // At the top, only the reader of the whole document knows what stands beside.
  const beside = node.parent?.parent && opensLikeCaption(text, node.from) ? [node.prevSibling, node.nextSibling] : [];
  if (beside.some(other => other && isShown(text, other))) return { kind: 'caption' };
  return { kind: listItem ? 'list-item' : 'paragraph' };
}

const callout = /^>\s*\[!([\w-]{1,30})\][+-]?/;

/** What a quotation says that it is by a mark at its start; nothing where it has none. */
const calloutOf = (text: string, { from }: SyntaxNode): string | undefined =>
  callout.exec(text.slice(from, from + 50))?.[1];

/** Where the title of a callout ends and where its body starts, where both stand in a paragraph. */
function titleOfCallout(text: string, node: SyntaxNode): { readonly end: number; readonly body: number } | undefined {
  const { parent } = node;
  if (parent?.name !== 'Blockquote' || parent.firstChild?.nextSibling?.from !== node.from) return undefined;
  const source = text.slice(node.from, node.to);
  if (calloutOf(text, parent) === undefined) return undefined;
  const title = /^\[![\w-]{1,30}\][+-]?[^\n]*\S[ \t\r]*\n(?:[ \t]*>)*[ \t]*/.exec(source);
  if (!title || /^\[![\w-]{1,30}\][+-]?\s*\n/.test(source)) return undefined;
  return { end: node.from + source.indexOf('\n'), body: node.from + title[0].length };
}
