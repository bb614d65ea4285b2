import type { Sentence } from '../model/sentence.ts';
import { firstWhere } from '../model/span.ts';
import { goesOn, type Part, partOf } from './span-labels.ts';

/** A half-open range of tokens. */
export type Range = readonly [first: number, end: number];

/** An attribution as ranges of tokens. */
export interface Linked {
  /** Absent where the cue is one that credits nobody. */
  readonly source?: Range;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly sentence: number;
}

interface Piece {
  readonly part: Part;
  readonly range: Range;
  readonly sentence: number;
}

/** What finds a part that the labels of a sentence leave out. */
export interface Finder {
  readonly source: (cue: Range, sentence: number) => Range | undefined;
  /** A cue beside content, in a block in which none is marked. */
  readonly cue: (content: Range, sentence: number) => Range | undefined;
}

/** Groups what the labels of a block mark into attributions: every cue with the source and the content nearest to it. */
export function linkedParts(labels: ArrayLike<number>, sentences: readonly Sentence[], missing: Finder): Linked[] {
  const pieces = withCues(piecesOf(labels, sentences), missing);
  const cues = pieces.filter(({ part }) => part === 'cue' || part === 'agentless');
  const contents = new Map<Piece, Range[]>();
  for (const piece of pieces) {
    if (piece.part !== 'content') continue;
    const cue = cueOf(piece, cues);
    if (cue) added(contents, cue, piece.range);
  }
  const sources = pieces.filter(({ part }) => part === 'source');
  const free = freeSources(
    sources,
    cues.filter(({ part }) => part === 'cue'),
  );
  return cues.flatMap((cue): Linked[] => {
    const credits = cue.part === 'cue';
    const source = credits
      ? (sourceOf(cue, sources, free)?.range ?? missing.source(cue.range, cue.sentence))
      : undefined;
    // A cue that credits somebody who cannot be found was none.
    if (credits && !source) return [];
    return [
      {
        ...(source ? { source } : {}),
        cue: cue.range,
        content: contents.get(cue) ?? [],
        sentence: cue.sentence,
      },
    ];
  });
}

/** Content in a block without any cue: something in its sentence must be one, else it belongs to nobody. */
function withCues(pieces: readonly Piece[], missing: Finder): readonly Piece[] {
  if (pieces.some(({ part }) => part === 'cue' || part === 'agentless')) return pieces;
  const found = pieces.flatMap(({ part, range, sentence }, i): Piece[] => {
    if (part !== 'content' || pieces[i - 1]?.sentence === sentence) return [];
    const cue = missing.cue(range, sentence);
    return cue ? [{ part: 'cue', range: cue, sentence }] : [];
  });
  return found.length === 0 ? pieces : [...pieces, ...found].sort((a, b) => a.range[0] - b.range[0]);
}

function added<T>(lists: Map<Piece, T[]>, to: Piece, item: T): void {
  const list = lists.get(to);
  if (list) list.push(item);
  else lists.set(to, [item]);
}

function piecesOf(labels: ArrayLike<number>, sentences: readonly Sentence[]): Piece[] {
  const pieces: Piece[] = [];
  let sentence = 0;
  for (let i = 0; i < labels.length; ) {
    const label = labels[i] as number;
    const part = partOf(label);
    let end = i + 1;
    if (part) {
      while (end < labels.length && goesOn(labels[end] as number) && partOf(labels[end] as number) === part) end++;
      while ((sentences[sentence]?.endToken ?? Number.POSITIVE_INFINITY) <= i) sentence++;
      pieces.push({ part, range: [i, end], sentence });
    }
    i = end;
  }
  return pieces;
}

const distance = ([a, b]: Range, [c, d]: Range): number => (b <= c ? c - b : d <= a ? a - d : 0);

/** The pieces of a list next to a piece: since none overlap, those are the nearest on either side. */
function neighbours(
  pieces: readonly Piece[],
  { range }: Piece,
): readonly [before: Piece | undefined, behind: Piece | undefined] {
  const behind = firstWhere(pieces, other => other.range[0] >= range[1]);
  return [pieces[behind - 1], pieces[behind]];
}

/** The nearest cue of the same sentence; for what goes on behind its sentence, the last cue before it. */
function cueOf(content: Piece, cues: readonly Piece[]): Piece | undefined {
  const [before, behind] = neighbours(cues, content);
  if (!before || !behind) return before ?? behind;
  if (behind.sentence !== content.sentence) return before;
  if (before.sentence !== content.sentence) return behind;
  return distance(behind.range, content.range) < distance(before.range, content.range) ? behind : before;
}

/** The sources in the sentence of each cue that no other cue is nearer to. */
function freeSources(sources: readonly Piece[], cues: readonly Piece[]): Map<Piece, Piece[]> {
  const free = new Map<Piece, Piece[]>();
  for (const source of sources) {
    const near = neighbours(cues, source).filter(cue => cue !== undefined);
    const least = Math.min(...near.map(({ range }) => distance(range, source.range)));
    for (const cue of near)
      if (cue.sentence === source.sentence && distance(cue.range, source.range) === least) added(free, cue, source);
  }
  return free;
}

/**
 * The source that no other cue is nearer to; else the nearest before it in the sentence, which then has two cues;
 * else the last one of the sentences just before, who goes on speaking.
 */
function sourceOf(
  cue: Piece,
  sources: readonly Piece[],
  free: ReadonlyMap<Piece, readonly Piece[]>,
): Piece | undefined {
  const [first, ...others] = free.get(cue) ?? [];
  if (first)
    return others.reduce(
      (best, source) => (distance(source.range, cue.range) < distance(best.range, cue.range) ? source : best),
      first,
    );
  const [before, behind] = neighbours(sources, cue);
  if (before?.sentence === cue.sentence) return before;
  if (behind?.sentence === cue.sentence) return behind;
  return before && before.sentence >= cue.sentence - 2 ? before : undefined;
}
