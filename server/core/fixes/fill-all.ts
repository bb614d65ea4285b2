import type { Article } from '../model/article.ts';
import type { DraftEdit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import { firstWhere, type Span } from '../model/span.ts';
import { nextNumber, placeholderOf } from './asked-by.ts';
import type { FixContext } from './fix.ts';
import { definitionsAtEnd, markAt } from './placeholder-edits.ts';

/** Placeholders for many findings at once. */
export interface Filling {
  /** In order of position; they do not overlap. */
  readonly edits: readonly DraftEdit[];
  /** How many placeholders they insert. */
  readonly count: number;
}

/** Inserts the placeholder that each finding asks for first; what two findings ask for at one place is inserted once. */
export function fillAll(context: FixContext, findings: readonly Finding[]): Filling {
  const { article, placer } = context;
  const edits = new Map<number, DraftEdit>();
  const definitions: string[] = [];
  const asked = new Set<string>();
  let number = nextNumber(context);
  let count = 0;
  for (const finding of findings) {
    const fix = finding.fixes.find(({ kind }) => kind === 'placeholder');
    if (fix?.kind !== 'placeholder' || asked.has(`${fix.at} ${fix.need}`)) continue;
    asked.add(`${fix.at} ${fix.need}`);
    const written = placeholderOf(context, finding.start, fix.need, number);
    const { span, text } = markAt(article, written, fix.at, placer).edit;
    const same = edits.get(span.start);
    // Two comments that end a line would be one.
    if (same && (written.line || same.span.end > span.start || same.text === text)) continue;
    edits.set(span.start, { span, text: (same?.text ?? '') + text });
    count++;
    number++;
    if (written.definition !== undefined) definitions.push(written.definition);
  }
  const marks = [...edits.values()].sort((a, b) => a.span.start - b.span.start);
  if (definitions.length === 0) return { edits: marks, count };
  const notes = definitionsAtEnd(article.text, definitions);
  const before = marks.filter(({ span }) => span.start < notes.span.start);
  const atEnd = marks.slice(before.length).map(({ text }) => text);
  return { edits: [...before, { span: notes.span, text: atEnd.join('') + notes.text }], count };
}

/** The part of an article that stands under the heading before a position, up to the next heading of its level or a higher one. */
export function sectionAround({ blocks, text }: Article, position: number): Span {
  const here = firstWhere(blocks, ({ start }) => start > position) - 1;
  const heading = blocks.slice(0, here + 1).findLastIndex(({ block }) => block.kind === 'heading');
  const level = blocks[heading]?.block.level ?? 0;
  const next = blocks.findIndex(
    ({ block }, index) =>
      index > Math.max(heading, here) && block.kind === 'heading' && (level === 0 || block.level <= level),
  );
  return { start: blocks[heading]?.start ?? 0, end: blocks[next]?.start ?? text.length };
}
