import type { Article, PlacedBlock } from '../model/article.ts';
import type { Block } from '../model/block.ts';
import { differ } from './differing.ts';
import { type Figure, figuresOf, nounStem } from './figures.ts';
import { keptInStep } from './in-step.ts';
import { placesOf } from './places.ts';

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

/** An article with more figures than this is a table, of which the columns are not compared. */
const mostFigures = 6000;

/** The figures of an article by the words that they share, and which of them contradict each other. */
interface Index {
  readonly blockOf: Map<Figure, Block>;
  /** Figures by the stems of their sentence, and by what they can be compared with. */
  readonly byWord: Map<number, Figure[]>;
  /** The same by the stems of their clause. */
  readonly byNearWord: Map<number, Figure[]>;
  readonly contradicting: Map<Figure, Set<Figure>>;
  /** What was found among these figures last; absent once a figure has come or gone. */
  found?: Found | undefined;
}

/** Which figures contradict each other, and the order of all that may, on which that depends. */
interface Found {
  readonly ordered: readonly Figure[];
  readonly pairs: readonly (readonly [here: Figure, there: Figure])[];
}

const indexOf = keptInStep<Index>({
  create: () => ({ blockOf: new Map(), byWord: new Map(), byNearWord: new Map(), contradicting: new Map() }),
  add(index, blocks, isAll) {
    const figures: Figure[] = [];
    for (const block of blocks)
      for (const figure of figuresOf(block)) {
        if (!figure.isAsserted || figure.near.length === 0) continue;
        figures.push(figure);
        index.found = undefined;
        index.blockOf.set(figure, block);
        for (const stem of figure.all) put(index.byWord, keyOf(stem, figure), figure);
        for (const stem of figure.near) put(index.byNearWord, keyOf(stem, figure), figure);
      }
    if (index.blockOf.size > mostFigures) return;
    for (const figure of figures) {
      for (const others of mayHoldClauseOf(index, figure)) for (const other of others) join(index, figure, other);
      // Where all figures are new, each of them has its turn above.
      if (isAll) continue;
      for (const stem of figure.all)
        for (const other of index.byNearWord.get(keyOf(stem, figure)) ?? []) join(index, figure, other);
    }
  },
  remove(index, blocks) {
    for (const block of blocks)
      for (const figure of figuresOf(block)) {
        if (!index.blockOf.delete(figure)) continue;
        index.found = undefined;
        for (const stem of figure.all) drop(index.byWord, keyOf(stem, figure), figure);
        for (const stem of figure.near) drop(index.byNearWord, keyOf(stem, figure), figure);
        for (const other of index.contradicting.get(figure) ?? []) {
          const others = index.contradicting.get(other);
          others?.delete(figure);
          if (others?.size === 0) index.contradicting.delete(other);
        }
        index.contradicting.delete(figure);
      }
  },
});

/**
 * The figures whose sentence may say what the clause of this one says. Of its words one may be missing there, so that
 * of any two of them one is there; the two rarest are asked for (the prefix filter of set joins, Chaudhuri et al. 2006).
 */
function mayHoldClauseOf({ byWord }: Index, figure: Figure): readonly (readonly Figure[])[] {
  const lists = [...new Set(figure.near)].map(stem => byWord.get(keyOf(stem, figure)) as Figure[]);
  return lists.sort((a, b) => a.length - b.length).slice(0, 2);
}

/** Figures that cannot be compared do not meet under a key. Should different words, it does no harm. */
const keyOf = (stem: number, { comparable }: Figure): number => stem ^ comparable;

function join({ contradicting }: Index, a: Figure, b: Figure): void {
  if (a.said === b.said || !contradict(a, b)) return;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const others = contradicting.get(one);
    if (others) others.add(other);
    else contradicting.set(one, new Set([other]));
  }
}

function put(lists: Map<number, Figure[]>, stem: number, figure: Figure): void {
  const list = lists.get(stem);
  if (list) list.push(figure);
  else lists.set(stem, [figure]);
}

function drop(lists: Map<number, Figure[]>, stem: number, figure: Figure): void {
  const list = lists.get(stem);
  if (!list) return;
  if (list.length === 1) lists.delete(stem);
  else list.splice(list.indexOf(figure), 1);
}

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

function findConflicts(article: Article): FigureConflict[] {
  const index = indexOf(article);
  const { blockOf, contradicting } = index;
  if (contradicting.size === 0 || blockOf.size > mostFigures) return [];
  const blockOfFigure = (figure: Figure) => blockOf.get(figure) as Block;
  const places = placesOf(article, Array.from(contradicting.keys(), blockOfFigure));
  const placedOf = (figure: Figure) => places.get(blockOfFigure(figure))?.[0] as PlacedBlock;
  const startOf = (figure: Figure) => placedOf(figure).start + figure.start;
  // Most edits touch no figure, and leave the figures in their order.
  if (!index.found || !isInOrder(index.found.ordered, startOf)) index.found = findPairs(index, startOf);
  return index.found.pairs.map(([here, there]) => ({
    here: { figure: here, placed: placedOf(here) },
    there: { figure: there, placed: placedOf(there) },
  }));
}

function isInOrder(figures: readonly Figure[], startOf: (figure: Figure) => number): boolean {
  let last = -1;
  for (const figure of figures) {
    const start = startOf(figure);
    if (start < last) return false;
    last = start;
  }
  return true;
}

function findPairs({ blockOf, contradicting }: Index, startOf: (figure: Figure) => number): Found {
  const starts = new Map(Array.from(contradicting.keys(), figure => [figure, startOf(figure)]));
  const ordered = [...starts].sort(([, a], [, b]) => a - b).map(([figure]) => figure);
  const isTally = talliesOf(blockOf.keys());
  const pairs: [Figure, Figure][] = [];
  const isTaken = new Set<Figure>();
  for (const here of ordered) {
    if (isTaken.has(here)) continue;
    let there: Figure | undefined;
    let first = starts.get(here) as number;
    // The earliest of all.
    for (const one of contradicting.get(here) ?? []) {
      const start = starts.get(one) as number;
      if (start >= first || isTaken.has(one) || isTally(here, one)) continue;
      there = one;
      first = start;
    }
    if (!there) continue;
    pairs.push([here, there]);
    isTaken.add(here).add(there);
  }
  return { ordered, pairs };
}

/** Different figures for one noun, from which on it is what the article counts, again and again. */
const fewestInTally = 7;
const sharedInTally = 5;

/** Tells whether two figures look like entries of a running count, such as delegates won or votes cast. */
function talliesOf(figures: Iterable<Figure>): (a: Figure, b: Figure) => boolean {
  const amounts = new Map<number, Set<number>>();
  for (const { head, value } of figures) {
    if (head === 0 || value.kind !== 'quantity' || value.amount === undefined) continue;
    const known = amounts.get(head);
    if (known) known.add(value.amount);
    else amounts.set(head, new Set([value.amount]));
  }
  return (a, b) => {
    const counted = Math.max(amounts.get(a.head)?.size ?? 0, amounts.get(b.head)?.size ?? 0);
    return counted >= fewestInTally && sharedBy(a, b) < sharedInTally;
  };
}

function contradict(a: Figure, b: Figure): boolean {
  if (a.sort !== b.sort || a.role !== b.role || a.sentence === b.sentence) return false;
  if (!valuesDiffer(a, b)) return false;
  if (a.head !== b.head && a.head !== 0 && b.head !== 0) return false;
  if (isSetApart(a, b) || (gives(a, b) && gives(b, a))) return false;
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

/** The clause of a figure gives the other one beside it, so that a clause of which this is true both ways says one thing of each. */
const gives = ({ years, amounts }: Figure, { value }: Figure): boolean =>
  value.kind === 'date'
    ? value.day === undefined && years.includes(value.year ?? Number.NaN)
    : amounts.includes(value.amount ?? Number.NaN);

/** Different years, different names, different other figures, or a turn of time or degree that only one of them has. */
function isSetApart(a: Figure, b: Figure): boolean {
  const isDate = a.value.kind === 'date';
  if (!isDate && a.years.length > 0 && b.years.length > 0 && !a.years.some(year => b.years.includes(year))) return true;
  if (a.amounts.length > 0 && b.amounts.length > 0 && !a.amounts.some(amount => b.amounts.includes(amount)))
    return true;
  if (hasOtherNames(a, b) && hasOtherNames(b, a)) return true;
  return a.turns.some(turn => !b.turns.includes(turn)) || b.turns.some(turn => !a.turns.includes(turn));
}

/** How many words of the shorter clause the other sentence has too. */
function sharedBy(a: Figure, b: Figure): number {
  const [short, other] = a.near.length < b.near.length ? [a, b] : [b, a];
  return new Set(short.near.filter(stem => other.all.has(stem))).size;
}

/** How many words must be shared, the head counted among them: more where less is known of what is counted, or many are counted. */
function neededFor({ value, sort, head }: Figure, headed: number): number {
  if (value.kind === 'date') return 4;
  if (sort === 'count' && headed === 0) return 5;
  return sort === 'percent' && (headed === 0 || asked.has(head)) ? 4 : 3;
}

/** Those who are asked in polls, of whom different shares say different things. */
const asked = new Set(['respondent', 'voter', 'people', 'adult', 'american'].map(normal => nounStem({ normal })));

/** A name that the other sentence does not have may be what tells the two apart: whose delegates, and where. */
const hasOtherNames = (a: Figure, b: Figure): boolean => a.names.some(name => !b.all.has(name));

/** Whether the clause of one says nothing that the sentence of the other does not say too, and enough. */
function isSameStatement(a: Figure, b: Figure): boolean {
  const unshared = (one: Figure, other: Figure) => one.near.filter(stem => !other.all.has(stem)).length;
  const least = Math.min(unshared(a, b), unshared(b, a));
  const headed = a.head !== 0 && a.head === b.head ? 1 : 0;
  const shared = sharedBy(a, b);
  const counts = a.sort === 'count' || a.sort === 'percent';
  const needed = neededFor(a, headed) + (counts && (hasOtherNames(a, b) || hasOtherNames(b, a)) ? 2 : 0);
  if (least === 0) return shared + headed >= needed;
  return least === 1 && shared + headed >= needed + 1;
}
