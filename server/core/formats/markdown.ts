import type { SyntaxNode, Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { decodeHTML } from 'entities';
import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { editorialMarks } from './editorial-marks.ts';
import { type Masked, proseOf } from './prose-of.ts';

const markdown = parser.configure(GFM);

/** Blocks that hold prose. Code, HTML, rules and definitions hold none. */
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
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'URL',
  'InlineCode',
  'Comment',
  'ProcessingInstruction',
]);

/**
 * Markdown (CommonMark with the tables, task lists and strikethrough of GitHub's flavour), read with Lezer's parser for its exact offsets.
 * Front matter is left out; footnote marks and Pandoc citation keys are kept as evidence.
 */
export function markdownBlocks(text: string): RawBlock[] {
  const body = endOfFrontMatter(text);
  // Front matter is blanked and not cut off, so that every position stays what it is in the source.
  const tree: Tree = markdown.parse(
    body === 0 ? text : text.slice(0, body).replace(/[^\r\n]/g, ' ') + text.slice(body),
  );
  const labels = definedLabels(text, tree);
  const blocks: RawBlock[] = [];
  tree.iterate({
    enter(node) {
      if (node.name === 'FencedCode' || node.name === 'CodeBlock' || node.name === 'HTMLBlock') return false;
      if (!leaves.has(node.name)) return true;
      const block = blockOf(text, node.node, labels);
      if (block) blocks.push(block);
      return false;
    },
  });
  return blocks;
}

/** The length of YAML or TOML front matter at the very start, its closing line included; 0 where there is none. */
function endOfFrontMatter(text: string): number {
  const found = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/.exec(text);
  return found ? found[0].length : 0;
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

function blockOf(text: string, node: SyntaxNode, labels: ReadonlySet<string>): RawBlock | undefined {
  const where: Span = { start: node.from, end: node.to };
  const source = text.slice(where.start, where.end);
  const masked: Masked[] = [];
  const evidence: Evidence[] = [];
  readInline(text, node, labels, masked, evidence);
  readFootnotes(source, masked, evidence);
  for (const mark of editorialMarks(source)) {
    if (masked.some(mask => mask.start < mark.start && mark.end < mask.end)) continue;
    if (!evidence.some(known => known.start <= mark.start && mark.end <= known.end)) evidence.push(mark);
    masked.push(mark);
  }
  const prose = proseOf(source, masked);
  if (prose.text === '') return undefined;
  const { kind, level } = footnoteText.test(source) ? noteKind : kindOf(node, prose.text);
  return { kind, level, span: where, prose, evidence: evidence.sort((a, b) => a.start - b.start) };
}

/** The text of a footnote is where a source is given, not where one is asked for. */
const footnoteText = /^\[\^[^\]\s]+\]:\s*/;
const noteKind = { kind: 'boilerplate', level: 0 } as const;

function kindOf(node: SyntaxNode, prose: string): { kind: BlockKind; level: number } {
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  if (node.name === 'TableCell') return { kind: 'table-cell', level: 0 };
  let listItem = false;
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.name === 'Blockquote') return { kind: 'quotation', level: 0 };
    if (parent.name === 'ListItem') listItem = true;
  }
  if (isBoilerplate(prose)) return { kind: 'boilerplate', level: 0 };
  return { kind: listItem ? 'list-item' : 'paragraph', level: 0 };
}

/** Collects what readers do not read, and the links, in positions that count from the start of the block. */
function readInline(
  text: string,
  block: SyntaxNode,
  labels: ReadonlySet<string>,
  masked: Masked[],
  evidence: Evidence[],
): void {
  const base = block.from;
  block.cursor().iterate(node => {
    const at = { start: node.from - base, end: node.to - base };
    if (node.name === 'Link' || node.name === 'Autolink') {
      const url = node.node.getChild('URL');
      const label = node.node.getChild('LinkLabel');
      const shortcut = labels.has(normalLabel(text.slice(node.from, node.to))) ? node : undefined;
      const target = url ?? label ?? shortcut;
      // A bracket without a target is only a bracket: a placeholder, or words that a quotation supplies.
      if (!target) return plainBrackets(text, node.node, base, masked);
      evidence.push({ kind: 'link', target: text.slice(target.from, target.to), ...at });
    } else if (node.name === 'Image') {
      masked.push(at);
      return false;
    } else if (node.name === 'URL' && node.node.parent?.name !== 'Link' && node.node.parent?.name !== 'Autolink') {
      evidence.push({ kind: 'link', target: text.slice(node.from, node.to), ...at });
      masked.push(at);
    } else if (node.name === 'Entity') masked.push({ ...at, reads: decodeHTML(text.slice(node.from, node.to)) });
    else if (node.name === 'Escape') masked.push({ ...at, reads: text.slice(node.from + 1, node.to) });
    // A line break parts words; any other tag may stand inside one.
    else if (node.name === 'HardBreak') masked.push({ ...at, reads: ' ' });
    else if (node.name === 'HTMLTag')
      masked.push(/^<br/i.test(text.slice(node.from, node.to)) ? { ...at, reads: ' ' } : at);
    else if (never.has(node.name)) masked.push(at);
    return true;
  });
}

/** Lezer reads any bracket as a link; one without a target keeps its words. */
function plainBrackets(text: string, link: SyntaxNode, base: number, masked: Masked[]): boolean {
  for (const child of childrenOf(link)) {
    if (child.name === 'LinkMark') continue;
    if (child.name === 'Emphasis' || child.name === 'StrongEmphasis')
      for (const mark of childrenOf(child))
        if (mark.name === 'EmphasisMark') masked.push({ start: mark.from - base, end: mark.to - base });
    if (child.name === 'Entity')
      masked.push({
        start: child.from - base,
        end: child.to - base,
        reads: decodeHTML(text.slice(child.from, child.to)),
      });
  }
  return false;
}

function* childrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** Footnote marks and Pandoc citations, which the parser takes for brackets; the label that opens a footnote's text is no word either. */
function readFootnotes(source: string, masked: Masked[], evidence: Evidence[]): void {
  const definition = footnoteText.exec(source);
  if (definition) masked.push({ start: 0, end: definition[0].length });
  for (const { index, 0: mark } of source.matchAll(/\[\^[^\]\s]+\](?!:)|\^\[[^\]\n]+\]/g)) {
    evidence.push({ kind: 'footnote', target: mark, start: index, end: index + mark.length });
    masked.push({ start: index, end: index + mark.length });
  }
  for (const { index, 0: mark } of source.matchAll(/\[[^\]\n@]*@[\p{L}\p{N}_][^\]\n]*\]/gu)) {
    if (/@TODO/i.test(mark)) continue;
    evidence.push({ kind: 'citation', target: mark, start: index, end: index + mark.length });
    masked.push({ start: index, end: index + mark.length });
  }
}
