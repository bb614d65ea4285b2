import type { Sentence } from '../model/sentence.ts';
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

/** Groups what the labels of a block mark into attributions: every cue with the source and the content nearest to it. */
export function linkedParts(labels: ArrayLike<number>, sentences: readonly Sentence[]): Linked[] {
  const pieces = piecesOf(labels, sentences);
  const cues = pieces.filter(({ part }) => part === 'cue' || part === 'agentless');
  const contents = new Map<Piece, Range[]>();
  for (const piece of pieces) {
    if (piece.part !== 'content') continue;
    const cue = cueOf(piece, cues);
    if (cue) contents.set(cue, [...(contents.get(cue) ?? []), piece.range]);
  }
  const sources = pieces.filter(({ part }) => part === 'source');
  return cues.flatMap((cue): Linked[] => {
    const credits = cue.part === 'cue';
    const source = credits ? sourceOf(cue, sources, cues) : undefined;
    // A cue that credits somebody who cannot be found was none.
    if (credits && !source) return [];
    return [
      {
        ...(source ? { source: source.range } : {}),
        cue: cue.range,
        content: contents.get(cue) ?? [],
        sentence: cue.sentence,
      },
    ];
  });
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

/** The nearest cue of the same sentence; for what goes on behind its sentence, the last cue before it. */
function cueOf({ range, sentence }: Piece, cues: readonly Piece[]): Piece | undefined {
  let found: Piece | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    // A cue in another sentence is farther than any of its own, and one behind it farther still.
    const away = cue.sentence === sentence ? 0 : cue.sentence < sentence ? 10_000 : 1_000_000;
    const far = distance(cue.range, range) + away;
    if (far < least) {
      found = cue;
      least = far;
    }
  }
  return found;
}

/**
 * The source that no other cue is nearer to; else the nearest before it in the sentence, which then has two cues;
 * else the last one of the sentences just before, who goes on speaking.
 */
function sourceOf(cue: Piece, sources: readonly Piece[], cues: readonly Piece[]): Piece | undefined {
  const here = sources.filter(({ sentence }) => sentence === cue.sentence);
  const free = here.filter(
    source =>
      !cues.some(
        other =>
          other !== cue &&
          other.part === 'cue' &&
          distance(other.range, source.range) < distance(cue.range, source.range),
      ),
  );
  const nearest = (from: readonly Piece[]): Piece | undefined =>
    from.reduce<Piece | undefined>(
      (best, source) => (!best || distance(source.range, cue.range) < distance(best.range, cue.range) ? source : best),
      undefined,
    );
  const before = (from: readonly Piece[]) => nearest(from.filter(({ range }) => range[1] <= cue.range[0]));
  const justBefore = sources.filter(({ sentence }) => sentence < cue.sentence && sentence >= cue.sentence - 2);
  return nearest(free) ?? before(here) ?? nearest(here) ?? before(justBefore);
}
