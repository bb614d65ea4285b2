import type { BlockKind, RawBlock } from '../model/block.ts';
import type { Definition, Evidence } from '../model/evidence.ts';
import { bySpan, clipped, overlapping, type Span } from '../model/span.ts';
import { isBoilerplate, isCaption } from './boilerplate.ts';
import { editorialMarks, isOpen, isPlaceholderComment } from './editorial-marks.ts';
import { type InlineMarks, type InlineSyntax, readInline } from './inline-rules.ts';
import { numberedDefinitions } from './numbered-notes.ts';
import { type Masked, proseOf } from './prose-of.ts';

/** A stretch of the article that a format found to be one block, before its inline markup is read. */
export interface Region extends Span {
  readonly kind: BlockKind;
  readonly level?: number;
  /** What is no words whatever it looks like: the marks that start its lines, comments. In order; positions in the article. */
  readonly hidden?: readonly Masked[];
  /** What the region defines; positions in the article. The span of a definition that starts it is no words. */
  readonly defines?: readonly Definition[];
}

/** The block of a region; undefined where nothing in it is words. */
export function blockOfRegion(text: string, region: Region, syntax: InlineSyntax): RawBlock | undefined {
  let { start, end } = region;
  const defines = region.defines ?? [];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  const source = text.slice(start, end);
  // What goes on with a definition marks no stretch.
  const marks = [
    ...defines.filter(({ continues }) => continues).map(one => ({ ...one, start: 0, end: 0 })),
    ...clipped(defines, { start, end }),
  ];
  const hidden = clipped(
    [...(region.hidden ?? []), ...defines.map(({ start: from, end: to }) => ({ start: from, end: to }))],
    { start, end },
  );
  return blockOf(source, start, { ...region, defines: marks }, readInline(source, syntax, hidden.sort(bySpan)));
}

/** The block of a source whose inline markup is read. A paragraph that is a byline or a disclaimer is told by its words. */
export function blockOf(
  source: string,
  start: number,
  {
    kind,
    level = 0,
    defines: given = [],
  }: { readonly kind: BlockKind; readonly level?: number; readonly defines?: readonly Definition[] },
  marks: InlineMarks,
): RawBlock | undefined {
  const mayBeBoilerplate = kind === 'paragraph' || kind === 'list-item';
  const raised = mayBeBoilerplate ? raisedDefinition(source, marks.evidence[0]) : undefined;
  const numbered = () => (raised ? [raised] : numberedDefinitions(source));
  const defines = given.length === 0 && mayBeBoilerplate ? numbered() : given;
  const masked: Masked[] = [
    ...marks.masked,
    ...(defines === given ? [] : defines.map(({ start, end }) => ({ start, end }))),
  ];
  const evidence: Evidence[] = marks.evidence.slice(raised ? 1 : 0).map(mark => {
    if (!isOpen(mark)) return mark;
    const { start: from, end } = mark;
    masked.push({ start: from, end });
    return { kind: 'placeholder', target: source.slice(from, end), start: from, end };
  });
  for (const { start: from, end, reads } of marks.masked) {
    const comment = reads === undefined && /[%/{]/.test(source.charAt(from)) ? source.slice(from, end) : '';
    if (comment !== '' && isPlaceholderComment(comment))
      evidence.push({
        kind: 'placeholder',
        target: comment.trimEnd(),
        start: from,
        end: from + comment.trimEnd().length,
      });
  }
  const masks = outermost(masked);
  const known = outermost(evidence);
  for (const mark of editorialMarks(source)) {
    // What only looks like a mark in code, in an address or in a comment is none; an address that the format knows ends where it says.
    const inside = (mask: Span) =>
      mark.start < mask.end && (mask.start < mark.start || (mask.start === mark.start && mark.kind === 'link'));
    if (overlapping(masks, mark).some(inside)) continue;
    if (!overlapping(known, mark).some(found => found.start <= mark.start && mark.end <= found.end))
      evidence.push(mark);
    masked.push(mark);
  }
  const prose = proseOf(source, masked);
  const isEmpty = prose.text === '';
  // A note that a mark elsewhere refers to is worth a block of its own.
  if (isEmpty && defines.length === 0 && !evidence.some(({ key, note }) => key && note !== undefined)) return undefined;
  const isUnargued = mayBeBoilerplate && (isEmpty || defines.length > 0 || isBoilerplate(prose.text));
  return {
    kind: isUnargued ? 'boilerplate' : kind === 'paragraph' && isCaption(prose.text) ? 'caption' : kind,
    level,
    span: { start, end: start + source.length },
    prose,
    evidence: evidence.sort(bySpan),
    defines,
  };
}

/** A paragraph that opens with a raised number is the note of that number. */
const raisedDefinition = (source: string, first: Evidence | undefined): Definition | undefined =>
  first?.kind === 'footnote' && first.start === 0 && source.startsWith('<') && /^\d{1,3}$/.test(first.target)
    ? { kind: 'footnote', label: first.target, start: 0, end: first.end }
    : undefined;

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
  open(kind: BlockKind, from: Span, level?: number, defines?: Definition): void;
  /** Adds a line to the block that is open, or opens a paragraph with it. */
  add(line: Span, kind?: BlockKind): void;
  /** Hides a stretch of the block that is open. */
  hide(where: Masked): void;
  /** Ends the block that is open. */
  close(): void;
  isOpen(): boolean;
  /** The source of the block that is open. */
  text(): string;
  /** What the block that is open is. */
  kind(): BlockKind | undefined;
}

export function blockList(text: string, syntax: InlineSyntax): BlockList {
  const blocks: RawBlock[] = [];
  let region:
    | { kind: BlockKind; level: number; start: number; end: number; hidden: Masked[]; defines: readonly Definition[] }
    | undefined;
  const close = () => {
    const block = region && blockOfRegion(text, region, syntax);
    if (block) blocks.push(block);
    region = undefined;
  };
  const open = (kind: BlockKind, { start, end }: Span, level = 0, defines?: Definition) => {
    close();
    region = { kind, level, start, end, hidden: [], defines: defines ? [defines] : [] };
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
    kind: () => region?.kind,
    text: () => (region ? text.slice(region.start, region.end) : ''),
  };
}

/** Collects the blocks of an article that is read from one structural mark to the next. */
export interface BlockCursor {
  readonly list: BlockList;
  /** Adds the text before a position to the block that is open; opens one where there are words. */
  addUpTo(position: number): void;
  /** Leaves out a stretch. The block ends there, unless it goes on behind it. */
  skip(from: number, to: number, goesOn?: boolean): void;
}

/** @param opening What a block is that opens at a position; nothing where there is no prose. */
export function blockCursor(
  text: string,
  syntax: InlineSyntax,
  opening: (position: number) => { readonly kind: BlockKind; readonly level: number } | undefined,
): BlockCursor {
  const list = blockList(text, syntax);
  let at = 0;
  const addUpTo = (position: number) => {
    if (position <= at) return;
    const where = { start: at, end: position };
    at = position;
    const block = opening(where.start);
    if (!block) return;
    if (list.isOpen()) list.add(where);
    else if (/\S/.test(text.slice(where.start, where.end))) list.open(block.kind, where, block.level);
  };
  return {
    list,
    addUpTo,
    skip: (from, to, goesOn = false) => {
      addUpTo(from);
      if (goesOn) list.hide({ start: from, end: to });
      else list.close();
      at = Math.max(at, to);
    },
  };
}
