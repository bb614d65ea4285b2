import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Evidence } from '../model/evidence.ts';
import { bySpan, overlapping, type Span } from '../model/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { editorialMarks } from './editorial-marks.ts';
import { type InlineMarks, type InlineSyntax, readInline } from './inline-rules.ts';
import { type Masked, proseOf } from './prose-of.ts';

/** A stretch of the article that a format found to be one block, before its inline markup is read. */
export interface Region extends Span {
  readonly kind: BlockKind;
  readonly level?: number;
  /** What is no words whatever it looks like: the marks that start its lines, comments. In order; positions in the article. */
  readonly hidden?: readonly Span[];
}

/** The block of a region; undefined where nothing in it is words. */
export function blockOfRegion(text: string, region: Region, syntax: InlineSyntax): RawBlock | undefined {
  let { start, end } = region;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  const source = text.slice(start, end);
  const hidden = (region.hidden ?? []).flatMap(({ start: from, end: to }) =>
    to > start && from < end ? [{ start: Math.max(from, start) - start, end: Math.min(to, end) - start }] : [],
  );
  return blockOf(source, start, region, readInline(source, syntax, hidden));
}

/** The block of a source whose inline markup is read. A paragraph that is a byline or a disclaimer is told by its words. */
export function blockOf(
  source: string,
  start: number,
  { kind, level = 0 }: { readonly kind: BlockKind; readonly level?: number },
  marks: InlineMarks,
): RawBlock | undefined {
  const masked: Masked[] = [...marks.masked];
  const evidence: Evidence[] = [...marks.evidence];
  const masks = outermost(masked);
  const known = outermost(evidence);
  for (const mark of editorialMarks(source)) {
    // What only looks like a mark in code, in an address or in a comment is none.
    if (overlapping(masks, mark).some(mask => mask.start < mark.start && mark.end < mask.end)) continue;
    if (!overlapping(known, mark).some(found => found.start <= mark.start && mark.end <= found.end))
      evidence.push(mark);
    masked.push(mark);
  }
  const prose = proseOf(source, masked);
  if (prose.text === '') return undefined;
  return {
    kind: (kind === 'paragraph' || kind === 'list-item') && isBoilerplate(prose.text) ? 'boilerplate' : kind,
    level,
    span: { start, end: start + source.length },
    prose,
    evidence: evidence.sort(bySpan),
  };
}

/** The spans in order, with those that overlap taken together, so that one can be found by halving. */
function outermost(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Collects the blocks of an article whose lines are read one after the other. */
export interface BlockList {
  readonly blocks: RawBlock[];
  /** Ends the block that is open and opens another, with a line of it from a position on. */
  open(kind: BlockKind, from: Span, level?: number): void;
  /** Adds a line to the block that is open, or opens a paragraph with it. */
  add(line: Span, kind?: BlockKind): void;
  /** Hides a stretch of the block that is open. */
  hide(where: Span): void;
  /** Ends the block that is open. */
  close(): void;
  isOpen(): boolean;
}

export function blockList(text: string, syntax: InlineSyntax): BlockList {
  const blocks: RawBlock[] = [];
  let region: { kind: BlockKind; level: number; start: number; end: number; hidden: Span[] } | undefined;
  const close = () => {
    const block = region && blockOfRegion(text, region, syntax);
    if (block) blocks.push(block);
    region = undefined;
  };
  const open = (kind: BlockKind, { start, end }: Span, level = 0) => {
    close();
    region = { kind, level, start, end, hidden: [] };
  };
  return {
    blocks,
    open,
    close,
    add: (line, kind = 'paragraph') => {
      if (region) region.end = line.end;
      else open(kind, line);
    },
    hide: where => {
      if (!region) return;
      region.end = Math.max(region.end, where.end);
      region.hidden.push(where);
    },
    isOpen: () => region !== undefined,
  };
}
