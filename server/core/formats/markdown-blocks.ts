import type { SyntaxNode } from '@lezer/common';
import { decodeHTML } from 'entities';
import type { BlockKind, RawBlock } from '../model/block.ts';
import { type Span, shift } from '../model/span.ts';
import { detached } from '../text/detached.ts';
import { blockOf } from './block-of.ts';
import { htmlBlocks, isNoteMark } from './html.ts';
import type { InlineMarks } from './inline-rules.ts';

/** Blocks that hold prose. Code, rules and the definitions of links hold none. */
const leaves = new Set([
  'Paragraph',
  'Task',
  'TableCell',
  ...[1, 2, 3, 4, 5, 6].map(level => `ATXHeading${level}`),
  'SetextHeading1',
  'SetextHeading2',
]);

/** Inline nodes that are never words. */
const never = new Set([
  'CodeMark',
  'EmphasisMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'LinkTitle',
  'LinkLabel',
  'InlineCode',
  'Comment',
  'ProcessingInstruction',
  'Hidden',
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

/** Tells whether a label has a definition anywhere in the document. */
export type Labels = Pick<ReadonlySet<string>, 'has'>;

/** Labels match without regard to case and to how white space is written (CommonMark 0.31, link label). */
const normalLabel = (label: string): string => detached(label.toLowerCase().replace(/\s+/g, ' '));

function leafBlock(text: string, node: SyntaxNode, labels: Labels): RawBlock | undefined {
  const marks: InlineMarks = { masked: [], evidence: [] };
  const figure = isFigure(text, node);
  readInline(text, node, labels, figure, marks);
  const kind = figure ? { kind: 'caption' as const } : kindOf(text, node);
  return blockOf(text.slice(node.from, node.to), node.from, kind, marks);
}

/** True for a paragraph that is an image, with nothing but attributes behind it. */
function isFigure(text: string, node: SyntaxNode): boolean {
  const image = node.name === 'Paragraph' ? node.firstChild : null;
  if (image?.name !== 'Image' || image.from !== node.from) return false;
  const attributes = image.nextSibling;
  const end = attributes?.name === 'Hidden' && attributes.from === image.to ? attributes.to : image.to;
  return text.slice(end, node.to).trim() === '';
}

function kindOf(text: string, node: SyntaxNode): { kind: BlockKind; level?: number } {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  if (node.name === 'TableCell') return { kind: 'table-cell' };
  let listItem = false;
  for (let parent = node.parent; parent; parent = parent.parent) {
    // The text of a footnote is where a source is given, not where one is asked for.
    if (parent.name === 'FootnoteDefinition') return { kind: 'boilerplate' };
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

/** Collects what readers do not read, and the links, in positions that count from the start of the block. */
function readInline(text: string, block: SyntaxNode, labels: Labels, figure: boolean, marks: InlineMarks): void {
  const { masked, evidence } = marks;
  const base = block.from;
  // Lezer reads any bracket as a link; the brackets of one without a target are words.
  const words = new Set<number>();
  const endTag = inlineTags(marks);
  block.cursor().iterate(node => {
    const at = { start: node.from - base, end: node.to - base };
    const source = () => text.slice(node.from, node.to);
    switch (node.name) {
      case 'Link':
      case 'Autolink': {
        const target =
          node.node.getChild('URL') ??
          node.node.getChild('LinkLabel') ??
          (labels.has(normalLabel(source())) ? node : undefined);
        if (target) evidence.push({ kind: 'link', target: text.slice(target.from, target.to), ...at });
        else words.add(node.from).add(node.to - 1);
        return true;
      }
      case 'Image':
        if (figure) return true;
        masked.push(at);
        return false;
      case 'URL': {
        masked.push(at);
        const parent = node.node.parent?.name;
        if (parent !== 'Link' && parent !== 'Autolink' && parent !== 'Image')
          evidence.push({ kind: 'link', target: source(), ...at });
        return true;
      }
      case 'LinkMark':
        if (!words.has(node.from)) masked.push(at);
        return true;
      case 'FootnoteMark':
      case 'CitationMark':
        evidence.push({ kind: node.name === 'FootnoteMark' ? 'footnote' : 'citation', target: source(), ...at });
        masked.push(at);
        return false;
      case 'WikiLink':
        evidence.push({ kind: 'link', target: /[^[|\]]+/.exec(source())?.[0] ?? '', ...at });
        return true;
      case 'Entity':
        masked.push({ ...at, reads: decodeHTML(source()) });
        return true;
      case 'Escape':
        masked.push({ ...at, reads: source().slice(1) });
        return true;
      // A line break parts words; any other tag may stand inside one.
      case 'HardBreak':
        masked.push({ ...at, reads: ' ' });
        return true;
      case 'HTMLTag':
        masked.push(/^<br/i.test(source()) ? { ...at, reads: ' ' } : at);
        endTag(source(), at, start => text.slice(base + start, node.from));
        return true;
      default:
        if (never.has(node.name)) masked.push(at);
        return true;
    }
  });
}

/** Tags in a line that are evidence, and those between which no words stand. */
const telling = /^<(\/?)(a|sup|code|kbd|samp|var|script|style|svg|math)(?![\w-])/i;

/** Takes the tags of a block one after the other, and marks what stands between two that belong together, as HTML would be read. */
function inlineTags({ masked, evidence }: InlineMarks) {
  const open = new Map<string, { readonly where: Span; readonly target: string | undefined }[]>();
  return (tag: string, at: Span, textFrom: (start: number) => string): void => {
    const [, closes, written = ''] = telling.exec(tag) ?? [];
    const name = written.toLowerCase();
    if (name === '' || tag.endsWith('/>')) return;
    const others = open.get(name) ?? [];
    if (closes === '') {
      const href = /\shref\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
      others.push({ where: at, target: href ? decodeHTML(href[1] ?? href[2] ?? href[3] ?? '') : undefined });
      open.set(name, others);
      return;
    }
    const opening = others.pop();
    if (!opening) return;
    const whole = { start: opening.where.start, end: at.end };
    if (name === 'a') {
      if (opening.target !== undefined) evidence.push({ kind: 'link', target: opening.target, ...whole });
    } else if (name !== 'sup') masked.push(whole);
    else if (whole.end - whole.start < 500) {
      const words = textFrom(opening.where.end)
        .replace(/<[^<>]*>/g, '')
        .trim();
      if (!isNoteMark(words)) return;
      let target = words;
      for (let last = evidence.at(-1); last && last.start >= whole.start; last = evidence.at(-1)) {
        target = last.target;
        evidence.pop();
      }
      evidence.push({ kind: 'footnote', target, ...whole });
      masked.push(whole);
    }
  };
}
