import type { Article, PlacedBlock } from '../model/article.ts';
import { differ } from './differing.ts';
import { type Figure, figuresOf } from './figures.ts';

/** A figure at its place in an article. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly placed: PlacedBlock;
}

/** Two figures for one thing: the one that comes later, and the one that it does not agree with. */
export interface FigureConflict {
  readonly here: PlacedFigure;
  readonly there: PlacedFigure;
}

/** A word that more figures than this have in common tells none of them apart from the others. */
const mostInCommon = 48;

const remembered = new WeakMap<Article, readonly FigureConflict[]>();

/**
 * The figures and dates of an article that contradict each other: of one sort, said of one thing in nearly the same words, and
 * different. Each figure takes part in one conflict at most. In order of the later figure.
 */
export function figureConflicts(article: Article): readonly FigureConflict[] {
  let known = remembered.get(article);
  if (!known) remembered.set(article, (known = findConflicts(article)));
  return known;
}

function findConflicts({ blocks }: Article): FigureConflict[] {
  const figures: PlacedFigure[] = [];
  const byWord = new Map<number, number[]>();
  for (const placed of blocks)
    for (const figure of figuresOf(placed.block)) {
      for (const stem of figure.all) {
        const sharing = byWord.get(stem);
        if (!sharing) byWord.set(stem, [figures.length]);
        else sharing.push(figures.length);
      }
      figures.push({ figure, placed });
    }
  const conflicts: FigureConflict[] = [];
  const isTaken = new Set<number>();
  figures.forEach((here, index) => {
    if (isTaken.has(index)) return;
    const earlier = new Set<number>();
    for (const stem of here.figure.all) {
      const sharing = byWord.get(stem) as number[];
      if (sharing.length <= mostInCommon) for (const other of sharing) if (other < index) earlier.add(other);
    }
    for (const other of [...earlier].sort((a, b) => a - b)) {
      const there = figures[other] as PlacedFigure;
      if (isTaken.has(other) || !contradicts(here, there)) continue;
      conflicts.push({ here, there });
      isTaken.add(index).add(other);
      return;
    }
  });
  return conflicts;
}

function contradicts({ figure: a, placed: inA }: PlacedFigure, { figure: b, placed: inB }: PlacedFigure): boolean {
  if (a.sort !== b.sort || a.role !== b.role || (inA === inB && a.sentence === b.sentence)) return false;
  if (!valuesDiffer(a, b)) return false;
  if (a.head !== b.head && a.head !== 0 && b.head !== 0) return false;
  if (isSetApart(a, b)) return false;
  return isSameStatement(a, b);
}

function valuesDiffer({ value: a }: Figure, { value: b }: Figure): boolean {
  if (a.kind === 'quantity') return b.kind === 'quantity' && differ(a, b);
  if (b.kind === 'quantity') return false;
  if (a.day !== undefined || b.day !== undefined)
    return a.month === b.month
      ? a.day !== b.day && Math.abs((a.day ?? 0) - (b.day ?? 0)) < 3 && (a.year ?? b.year) === (b.year ?? a.year)
      : a.day === b.day && a.year === b.year;
  return a.year !== b.year;
}

/** Different years, different names, different other figures, or a turn of time or degree that only one of them has. */
function isSetApart(a: Figure, b: Figure): boolean {
  const isDate = a.value.kind === 'date';
  if (!isDate && a.years.length > 0 && b.years.length > 0 && !a.years.some(year => b.years.includes(year))) return true;
  if (a.amounts.length > 0 && b.amounts.length > 0 && !a.amounts.some(amount => b.amounts.includes(amount)))
    return true;
  if (a.names.some(name => !b.all.has(name)) && b.names.some(name => !a.all.has(name))) return true;
  return a.turns.some(turn => !b.turns.includes(turn)) || b.turns.some(turn => !a.turns.includes(turn));
}

/** Whether the clause of one says nothing that the sentence of the other does not say too, and enough. */
function isSameStatement(a: Figure, b: Figure): boolean {
  const unshared = (one: Figure, other: Figure) => one.near.filter(stem => !other.all.has(stem)).length;
  const shared = new Set(
    a.near.length < b.near.length ? a.near.filter(stem => b.all.has(stem)) : b.near.filter(stem => a.all.has(stem)),
  ).size;
  const least = Math.min(unshared(a, b), unshared(b, a));
  const headed = a.head !== 0 && a.head === b.head ? 1 : 0;
  const needed = a.value.kind === 'date' ? 4 : 3;
  if (least === 0) return shared + headed >= needed;
  return least === 1 && shared + headed >= needed + 1;
}
