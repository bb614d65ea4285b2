import type { RawBlock } from '../model/block.ts';
import type { Change } from '../model/change.ts';
import { firstWhere, shift } from '../model/span.ts';
import type { Outline, Patch, Reader } from './incremental.ts';

/**
 * Told of each place at which a reader could stop and later go on: no block is open there, and what follows depends on nothing but
 * the notes and the text from there on. Returns true where the reader may stop.
 *
 * @param notes What the reader has to know to go on, as a string that can be compared.
 * @param blocks How many blocks it found so far.
 * @param isFar Whether it looked for something since the last place that is not found before this one.
 */
export type Pause = (at: number, notes: string, blocks: number, isFar: boolean) => boolean;

/** Finds the blocks of a text, or of the rest of a text where notes are given. */
export type ResumableReader = (text: string, notes: string | undefined, pause: Pause) => RawBlock[];

/** A place at which reading may go on. */
interface Stop {
  readonly at: number;
  /** Nothing at the start of the text. */
  readonly notes: string | undefined;
  /** How many blocks there are from here to the next stop. */
  blocks: number;
  /** True where reading on from here to the next stop depends on what stands behind that. */
  isFar: boolean;
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
      patchOf(read, distant, global, text, previous as { readonly outline: Outline<Stop[]>; readonly change: Change });
    if (patch) return patch;
    const { blocks, stops } = readFrom(read, text, { at: 0, notes: undefined }, () => false);
    return { before: 0, after: 0, blocks, state: stops };
  };
}

function patchOf(
  read: ResumableReader,
  distant: RegExp,
  global: RegExp | undefined,
  text: string,
  { outline, change }: { readonly outline: Outline<Stop[]>; readonly change: Change },
): Patch<Stop[]> | undefined {
  const { text: oldText, state: old } = outline;
  const by = change.newEnd - change.oldEnd;
  const edited = [
    linesAround(oldText, change.start, change.oldEnd),
    linesAround(text, change.start, change.newEnd),
  ] as const;
  if (global && edited.some(lines => global.test(lines))) return undefined;
  // One stop further back, since white space before a stop may belong to what stands before it.
  let first = Math.max(0, firstWhere(old, ({ at }) => at >= change.start) - 2);
  if (edited.some(lines => distant.test(lines))) {
    const far = old.findIndex(({ isFar }) => isFar);
    if (far >= 0) first = Math.min(first, far);
  }
  const from = old[first] as Stop;
  let next = old.length;
  const { blocks, stops } = readFrom(read, text, from, (at, notes) => {
    // The line break before a stop has to be an old one, too.
    if (at - by <= change.oldEnd + 1) return false;
    const same = firstWhere(old, stop => stop.at >= at - by);
    const met = old[same];
    if (met?.at !== at - by || met.notes !== notes) return false;
    next = same;
    return true;
  });
  const count = (some: readonly Stop[]) => some.reduce((sum, stop) => sum + stop.blocks, 0);
  const before = old.slice(0, first);
  const after = old.slice(next);
  return {
    before: count(before),
    after: count(after),
    blocks,
    state: [...before, ...stops, ...(by === 0 ? after : after.map(stop => ({ ...stop, at: stop.at + by })))],
  };
}

/** Reads on from a stop until it may end. The stop where it ends is not among those that it returns. */
function readFrom(
  read: ResumableReader,
  text: string,
  { at: from, notes }: Pick<Stop, 'at' | 'notes'>,
  mayEnd: (at: number, notes: string) => boolean,
): { readonly blocks: RawBlock[]; readonly stops: Stop[] } {
  let current: Stop = { at: from, notes, blocks: 0, isFar: false };
  const stops = [current];
  let counted = 0;
  let ended = false;
  const blocks = read(from === 0 ? text : text.slice(from), notes, (at, notesHere, count, isFar) => {
    current.blocks = count - counted;
    current.isFar = isFar;
    counted = count;
    ended = mayEnd(from + at, notesHere);
    if (ended) return true;
    current = { at: from + at, notes: notesHere, blocks: 0, isFar: false };
    stops.push(current);
    return false;
  });
  if (!ended) current.blocks = blocks.length - counted;
  return { blocks: from === 0 ? blocks : blocks.map(block => ({ ...block, span: shift(block.span, from) })), stops };
}

/** The lines that a stretch touches, and a little around it. */
function linesAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - longestMark);
  const to = Math.min(text.length, end + longestMark);
  const last = text.indexOf('\n', to);
  return text.slice(text.lastIndexOf('\n', from) + 1, last < 0 ? text.length : last);
}
