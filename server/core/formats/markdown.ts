import type { SyntaxNode, Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { decodeHTML } from 'entities';
import type { BlockKind, RawBlock } from '../model/block.ts';
import { type Span, shift } from '../model/span.ts';
import { blockOf } from './block-of.ts';
import { endOfFrontMatter } from './front-matter.ts';
import { htmlBlocks } from './html.ts';
import type { InlineMarks } from './inline-rules.ts';
import { draftSyntax } from './markdown-syntax.ts';

const parsers = {
  markdown: parser.configure([GFM, draftSyntax({})]),
  mdx: parser.configure([GFM, draftSyntax({ mdx: true })]),
  pandoc: parser.configure([GFM, draftSyntax({ keys: true })]),
};

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

/**
 * Markdown (CommonMark with the tables, task lists and strikethrough of GitHub's flavour), read with Lezer's parser for its exact offsets.
 *
 * Front matter is left out; footnote marks, citation keys and wiki links are kept as evidence. Blocks of HTML are read as HTML.
 * An image that is alone in its paragraph is a figure, whose alternative text is its caption, as in Pandoc; its title is not read.
 */
export const markdownBlocks = (text: string): RawBlock[] => blocksOf(text, 'markdown');

/** MDX: Markdown with expressions and tags as in JavaScript. */
export const mdxBlocks = (text: string): RawBlock[] => blocksOf(text, 'mdx');

/** Quarto and R Markdown, where a word behind an at sign is a citation key. */
export const pandocBlocks = (text: string): RawBlock[] => blocksOf(text, 'pandoc');

/** The inline code and the code blocks of Markdown, in order. */
export const markdownCode = (text: string): Span[] => codeOf(text, 'markdown');

/** The inline code and the code blocks of MDX, in order. */
export const mdxCode = (text: string): Span[] => codeOf(text, 'mdx');

/** The inline code and the code blocks of Quarto and R Markdown, in order. */
export const pandocCode = (text: string): Span[] => codeOf(text, 'pandoc');

const code = new Set(['InlineCode', 'FencedCode', 'CodeBlock']);

function codeOf(text: string, flavour: keyof typeof parsers): Span[] {
  const found: Span[] = [];
  parsers[flavour].parse(parsable(text)).iterate({
    enter({ name, from, to }) {
      if (!code.has(name)) return true;
      found.push({ start: from, end: to });
      return false;
    },
  });
  return found;
}

function blocksOf(text: string, flavour: keyof typeof parsers): RawBlock[] {
  const tree: Tree = parsers[flavour].parse(parsable(text));
  const labels = definedLabels(text, tree);
  const blocks: RawBlock[] = [];
  tree.iterate({
    enter(node) {
      if (code.has(node.name)) return false;
      if (node.name === 'HTMLBlock' || node.name === 'CommentBlock') {
        for (const block of htmlBlocks(text.slice(node.from, node.to)))
          blocks.push({ ...block, span: shift(block.span, node.from) });
        return false;
      }
      if (!leaves.has(node.name)) return true;
      const block = leafBlock(text, node.node, labels);
      if (block) blocks.push(block);
      return false;
    },
  });
  return blocks;
}

/**
 * The text as it is given to the parser; every position stays what it is in the source. Front matter is blanked and not cut off.
 * The parser takes a carriage return behind the last bar of a table's row for a cell, and knows no line of dashes with white space
 * behind it, so those bars move to the end of their lines.
 */
function parsable(text: string): string {
  const body = endOfFrontMatter(text);
  const rest = text
    .slice(body)
    .replace(/\|([ \t]{0,100})\r$/gm, ' $1|')
    .replace(/^([ \t>]{0,100}\|?[ \t:|-]{1,1000})\|([ \t]{1,100})$/gm, '$1$2|');
  return text.slice(0, body).replace(/[^\r\n]/g, ' ') + rest;
}

/** The labels that have a definition (`[label]: address`) somewhere in the document. */
function definedLabels(text: string, tree: Tree): ReadonlySet<string> {
  const labels = new Set<string>();
  tree.iterate({
    enter(node) {
      if (node.name !== 'LinkReference') return;
      const label = node.node.getChild('LinkLabel');
      if (label) labels.add(normalLabel(text.slice(label.from, label.to)));
    },
  });
  return labels;
}

/** Labels match without regard to case and to how white space is written (CommonMark 0.31, link label). */
const normalLabel = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ');

function leafBlock(text: string, node: SyntaxNode, labels: ReadonlySet<string>): RawBlock | undefined {
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
function readInline(
  text: string,
  block: SyntaxNode,
  labels: ReadonlySet<string>,
  figure: boolean,
  { masked, evidence }: InlineMarks,
): void {
  const base = block.from;
  // Lezer reads any bracket as a link; the brackets of one without a target are words.
  const words = new Set<number>();
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
        return true;
      default:
        if (never.has(node.name)) masked.push(at);
        return true;
    }
  });
}
