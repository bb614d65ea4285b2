import type { RawBlock } from '../model/block.ts';
import type { Change } from '../model/change.ts';
import { shift } from '../model/span.ts';
import type { Outline, Patch, Reader } from './incremental.ts';

/**
 * Told of each place at which a reader could stop and later go on: no block is open there, and what follows depends on nothing but
 * the notes and the text from there on. Returns true where the reader may stop.
 *
 * @param notes What the reader has to know to go on, as a string that can be compared.
 * @param blocks How many blocks it found so far.
 * @param furthest The furthest place that it looked at since the last time; infinite where it looked in vain for something.
 */
export type Pause = (at: number, notes: string, blocks: number, furthest: number) => boolean;

/** Finds the blocks of a text, or of the rest of a text where notes are given. */
export type ResumableReader = (text: string, notes: string | undefined, pause: Pause) => RawBlock[];

/** A stretch of the text that starts at a place at which reading may go on, and ends at the next one behind a block. */
interface Stretch {
  /** In UTF-16 code units; where a stretch starts follows from those before it, so that nothing has to be moved. */
  length: number;
  /** Nothing at the start of the text. */
  readonly notes: string | undefined;
  blocks: number;
  /** How far behind its start the furthest place lies on which depends what is read of it. */
  reach: number;
}

/** How far an edit reaches beyond its line into what may be closed over several lines, such as `\end` and its bracket. */
const longestMark = 64;

/** Reads all blocks of a text with a reader that can go on anywhere. */
export const readWhole = (read: ResumableReader, text: string): RawBlock[] => read(text, undefined, () => false);

/**
 * Makes a reader of edits: it goes on from a stop before the edit until it comes to an old stop behind it with the same notes.
 *
 * @param distant What may be looked for from afar: only an edit of such a mark can change what was read far before it.
 * @param global What changes how the whole text is read, from wherever it stands; nothing if absent.
 */
export function rereading(read: ResumableReader, distant: RegExp, global?: RegExp): Reader {
  return (text, previous) => {
    const patch =
      previous &&
      patchOf(
        read,
        distant,
        global,
        text,
        previous as { readonly outline: Outline<Stretch[]>; readonly change: Change },
      );
    if (patch) return patch;
    const { blocks, stretches } = readFrom(read, text, 0, undefined, () => false);
    return { before: 0, after: 0, blocks, state: stretches };
  };
}

function patchOf(
  read: ResumableReader,
  distant: RegExp,
  global: RegExp | undefined,
  text: string,
  { outline, change }: { readonly outline: Outline<Stretch[]>; readonly change: Change },
): Patch<Stretch[]> | undefined {
  const { text: oldText, state: old } = outline;
  const by = change.newEnd - change.oldEnd;
  const edited = [
    linesAround(oldText, change.start, change.oldEnd),
    linesAround(text, change.start, change.newEnd),
  ] as const;
  if (global && edited.some(({ lines }) => global.test(lines)) && !isBefore(global, edited, change)) return undefined;
  const isDistant = edited.some(({ lines }) => distant.test(lines));
  const before: Stretch[] = [];
  let first = 0;
  let from = 0;
  for (; first + 1 < old.length; first++) {
    const stretch = old[first] as Stretch;
    if (from + stretch.length >= change.start) break;
    const isAcross = from + stretch.reach >= change.start;
    if (isAcross && isDistant) break;
    before.push(isAcross ? { ...stretch, reach: stretch.reach + by } : stretch);
    from += stretch.length;
  }
  // One stretch further back, since white space at its end may belong to it.
  if (first > 0) from -= (old[--first] as Stretch).length;
  before.length = first;
  let next = first;
  let nextStart = from;
  const { blocks, stretches, isEnded } = readFrom(read, text, from, old[first]?.notes, (at, notes) => {
    // The line break before the place has to be an old one, too.
    if (at - by <= change.oldEnd + 1) return false;
    while (next < old.length && nextStart < at - by) nextStart += (old[next++] as Stretch).length;
    return next < old.length && nextStart === at - by && (old[next] as Stretch).notes === notes;
  });
  if (!isEnded) next = old.length;
  const count = (some: readonly Stretch[]) => some.reduce((sum, stretch) => sum + stretch.blocks, 0);
  const after = old.slice(next);
  return {
    before: count(before),
    after: count(after),
    blocks,
    state: [...before, ...stretches, ...after],
  };
}

/** Reads on from a place with its notes, until it may end. */
function readFrom(
  read: ResumableReader,
  text: string,
  from: number,
  notes: string | undefined,
  mayEnd: (at: number, notes: string) => boolean,
): { readonly blocks: RawBlock[]; readonly stretches: Stretch[]; readonly isEnded: boolean } {
  let current: Stretch = { length: 0, notes, blocks: 0, reach: 0 };
  const stretches = [current];
  let start = from;
  let counted = 0;
  let isEnded = false;
  const blocks = read(from === 0 ? text : text.slice(from), notes, (at, notesHere, count, furthest) => {
    current.reach = Math.max(current.reach, from + furthest - start);
    isEnded = mayEnd(from + at, notesHere);
    // A stretch without a block is not worth keeping.
    if (!isEnded && count === counted) return false;
    current.blocks = count - counted;
    current.length = from + at - start;
    if (isEnded) return true;
    counted = count;
    start = from + at;
    current = { length: 0, notes: notesHere, blocks: 0, reach: 0 };
    stretches.push(current);
    return false;
  });
  if (!isEnded) {
    current.blocks = blocks.length - counted;
    current.length = text.length - start;
  }
  return {
    blocks: from === 0 ? blocks : blocks.map(block => ({ ...block, span: shift(block.span, from) })),
    stretches,
    isEnded,
  };
}

interface Edited {
  readonly lines: string;
  /** Where the lines start. */
  readonly from: number;
}

/** The lines that a stretch touches, and a little around it. */
function linesAround(text: string, start: number, end: number): Edited {
  const from = text.lastIndexOf('\n', Math.max(0, start - longestMark)) + 1;
  const to = text.indexOf('\n', Math.min(text.length, end + longestMark));
  return { lines: text.slice(from, to < 0 ? text.length : to), from };
}

/** True where the same mark stands wholly before an edit, which leaves it what it was. */
const isBefore = (mark: RegExp, edited: readonly Edited[], { start }: Change): boolean =>
  edited.every(({ lines, from }) => {
    const found = mark.exec(lines);
    return found && from + found.index + found[0].length < start;
  });
