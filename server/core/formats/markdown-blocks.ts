import type { SyntaxNode } from '@lezer/common';
import { decodeHTML } from 'entities';
import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition } from '../model/evidence.ts';
import { type Span, shift } from '../model/span.ts';
import { detached } from '../text/detached.ts';
import { blockOf } from './block-of.ts';
import { htmlBlocks, isNoteMark } from './html.ts';
import { type InlineMarks, keysIn } from './inline-rules.ts';

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

/** Tells whether a label has a definition anywhere in the document. */
export type Labels = Pick<ReadonlySet<string>, 'has'>;

/** Labels match without regard to case and to how white space is written (CommonMark 0.31, link label). */
const normalLabel = (label: string): string => detached(label.toLowerCase().replace(/\s+/g, ' '));

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

/** A label without its brackets. */
const plainLabel = (label: string): string =>
  normalLabel(label)
    .replace(/^\[|\]$/g, '')
    .trim();

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

/** Pandoc's citation keys (manual, "Citation syntax"). */
const citationKeys =
  /(?<![\p{L}\p{N}_])@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,100})\}?/gu;

const callout = /^>\s*\[![\w-]{1,30}\]/;

/** Collects what readers do not read, and the links, in positions that count from the start of the block. */
function readInline(
  text: string,
  block: SyntaxNode,
  base: number,
  labels: Labels,
  figure: boolean,
  marks: InlineMarks,
): void {
  const { masked, evidence } = marks;
  // Lezer reads any bracket as a link; the brackets of one without a target are words.
  const words = new Set<number>();
  const endTag = inlineTags(marks);
  block.cursor().iterate(node => {
    const at = { start: node.from - base, end: node.to - base };
    const source = () => text.slice(node.from, node.to);
    switch (node.name) {
      case 'Link':
      case 'Autolink': {
        const address = node.node.getChild('URL');
        const full = node.node.getChild('LinkLabel');
        // "[words][]" has its words for a label.
        const short = full && full.to - full.from <= 2 ? source().slice(0, full.from - node.from) : source();
        const label =
          full && full.to - full.from > 2 ? full : full || labels.has(normalLabel(short)) ? node : undefined;
        if (address) evidence.push({ kind: 'link', target: text.slice(address.from, address.to), ...at });
        else if (label) {
          const key = { start: label.from - base, end: (label === full || !full ? label.to : full.from) - base };
          const target = plainLabel(text.slice(key.start + base, key.end + base));
          evidence.push({ kind: 'link', target, byLabel: true, key, ...at });
        } else words.add(node.from).add(node.to - 1);
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
      case 'FootnoteMark': {
        const inText = source().startsWith('^');
        const words = source().slice(2, -1);
        const key = { start: at.start + 2, end: at.end - 1 };
        evidence.push({
          kind: 'footnote',
          target: inText ? '' : words,
          ...(inText ? { note: words } : { key }),
          ...at,
        });
        masked.push(at);
        return false;
      }
      case 'CitationMark':
        for (const { text: target, key } of keysIn(text, { start: node.from, end: node.to }, citationKeys))
          evidence.push({ kind: 'citation', target, key: shift(key, -base), ...at });
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
const telling = /^<(\/?)(a|cite|sup|code|kbd|samp|var|script|style|svg|math)(?![\w-])/i;

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
    } else if (name === 'cite') {
      const words = textFrom(opening.where.end)
        .replace(/<[^<>]*>/g, '')
        .trim();
      evidence.push({ kind: 'citation', target: words, ...whole });
    } else if (name !== 'sup') masked.push(whole);
    else if (whole.end - whole.start < 500) {
      const words = textFrom(opening.where.end)
        .replace(/<[^<>]*>/g, '')
        .trim();
      if (!isNoteMark(words, textFrom(opening.where.start - 4).slice(0, 4))) return;
      let target = words;
      for (let last = evidence.at(-1); last && last.start >= whole.start; last = evidence.at(-1)) {
        target = last.target;
        evidence.pop();
      }
      evidence.push({ kind: 'footnote', target, key: { ...whole }, ...whole });
      masked.push(whole);
    }
  };
}
