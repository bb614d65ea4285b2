import { isAlike } from '../../server/protocol/alike.ts';
import type { WirePosition } from '../../server/protocol/messages.ts';
import { type Arrangement, type GroupNames, groupsOf } from './arrangement.ts';
import type { Row, Rows } from './rows.ts';

/**
 * The claims of one version of a draft, ready to be drawn. The view's elements are the identifiers, which stay
 * the same between versions, so that the view keeps what is selected and what is collapsed.
 */
export interface OutlineModel {
  /** Absent where nothing was read. */
  readonly version?: number;
  /** Groups; or the claims themselves where there is but one group and it has no name. */
  readonly roots: readonly string[];
  readonly nodes: ReadonlyMap<string, RowNode | GroupNode>;
  /** Every claim that is shown and stands in the text, in order of position. */
  readonly rows: readonly RowNode[];
  /** How many claims there are, shown or not. */
  readonly total: number;
}

export interface RowNode {
  readonly kind: 'row';
  readonly id: string;
  readonly row: Row;
  /** The group that holds it; absent where the claims stand at the top. */
  readonly group?: string;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  /** Absent for what stands before the first heading. */
  readonly label?: string;
  readonly rows: readonly string[];
  readonly settled: number;
  /** How many of the claims nothing backs, or only an unnamed source, and nobody has settled. */
  readonly open: number;
}

export const noRows: OutlineModel = { roots: [], nodes: new Map(), rows: [], total: 0 };

/** True for a claim that nothing backs, or only an unnamed source, and that nobody has settled. */
export const isOpen = ({ item: { state, settled } }: Row): boolean =>
  !settled && (state === 'open' || state === 'vague');

/** The node of a claim. */
export const rowId = (claim: string): string => `claim:${claim}`;

/** Arranges what there is to show for drawing. Groups without a claim are left out. */
export function arrange(all: Rows, arrangement: Arrangement, names: GroupNames): OutlineModel {
  const groups = groupsOf(all, arrangement, names);
  const isFlat = groups.every(({ label }) => label === undefined);
  const nodes = new Map<string, RowNode | GroupNode>();
  const rows: RowNode[] = [];
  const groupIds: string[] = [];
  for (const { key, label, rows: own } of groups) {
    const group = isFlat ? undefined : key;
    const held = own.map((row): RowNode => {
      const node: RowNode = { kind: 'row', id: rowId(row.item.id), row, ...(group !== undefined && { group }) };
      nodes.set(node.id, node);
      return node;
    });
    rows.push(...held);
    if (group === undefined) continue;
    groupIds.push(group);
    nodes.set(group, {
      kind: 'group',
      id: group,
      ...(label !== undefined && { label }),
      rows: held.map(({ id }) => id),
      settled: own.filter(({ item }) => item.settled).length,
      open: own.filter(isOpen).length,
    });
  }
  const placed = rows.filter(({ row }) => row.item.range !== undefined);
  placed.sort((a, b) => comparePositions(startOf(a), startOf(b)));
  return {
    version: all.version,
    roots: isFlat ? rows.map(({ id }) => id) : groupIds,
    nodes,
    rows: placed,
    total: all.rows.length + all.orphans.length,
  };
}

/** What stands under an element, or at the top where none is given. */
export function childrenOf(model: OutlineModel, id: string | undefined): readonly string[] {
  if (id === undefined) return model.roots;
  const node = model.nodes.get(id);
  return node?.kind === 'group' ? node.rows : [];
}

/** The claims that elements are or hold, each once. */
export function rowsUnder(model: OutlineModel, ids: readonly string[]): readonly RowNode[] {
  const nodes = ids
    .flatMap(id => [id, ...childrenOf(model, id)])
    .flatMap(id => {
      const node = model.nodes.get(id);
      return node?.kind === 'row' ? [node] : [];
    });
  return [...new Set(nodes)];
}

/** The group above a claim; absent for what stands at the top. */
export function parentOf(model: OutlineModel, id: string): string | undefined {
  const node = model.nodes.get(id);
  return node?.kind === 'row' ? node.group : undefined;
}

/** The claim that holds a position, its two ends included. */
export function rowAt(model: OutlineModel, position: WirePosition): RowNode | undefined {
  const candidate = model.rows[firstBehind(model, position) - 1];
  const end = candidate?.row.item.range?.end;
  return end && comparePositions(position, end) <= 0 ? candidate : undefined;
}

/** The same among all that is known, whether it is shown or filtered out. */
export const rowHolding = (rows: readonly Row[], position: WirePosition): Row | undefined =>
  rows.find(
    ({ item: { range } }) =>
      range && comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0,
  );

/** The next claim from a position on that something holds for, and from the last one on to the first; absent where there is none. */
export function stepTo(
  { rows }: OutlineModel,
  from: WirePosition,
  direction: 1 | -1,
  holds: (row: Row) => boolean,
): RowNode | undefined {
  const wanted = rows.filter(({ row }) => holds(row));
  if (direction === 1) return wanted.find(node => comparePositions(startOf(node), from) > 0) ?? wanted[0];
  return wanted.findLast(node => comparePositions(startOf(node), from) < 0) ?? wanted.at(-1);
}

/**
 * The elements that must be drawn again when one model takes the place of another: `all`, or those listed.
 * A claim that only moved looks the same.
 */
export function redrawn(before: OutlineModel, after: OutlineModel): 'all' | readonly string[] {
  if (before.roots.join('\n') !== after.roots.join('\n')) return 'all';
  return after.roots.filter(id => !looksAlike(before.nodes.get(id), after.nodes.get(id), before, after));
}

type Node = RowNode | GroupNode | undefined;

function looksAlike(a: Node, b: Node, before: OutlineModel, after: OutlineModel): boolean {
  if (a?.kind === 'row' && b?.kind === 'row')
    return isAlike(a.row.item, b.row.item, places) && isAlike(a.row.claim, b.row.claim, places);
  if (a?.kind !== 'group' || b?.kind !== 'group') return a === b;
  return (
    a.label === b.label &&
    a.rows.length === b.rows.length &&
    b.rows.every((id, at) => id === a.rows[at] && looksAlike(before.nodes.get(id), after.nodes.get(id), before, after))
  );
}

/** Where a claim is, which is not seen. */
const places: ReadonlySet<string> = new Set(['range', 'section']);

/** Index of the first claim that starts behind a position. */
function firstBehind({ rows }: OutlineModel, position: WirePosition): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(startOf(rows[middle] as RowNode), position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const startOf = ({ row }: RowNode): WirePosition => row.item.range?.start ?? { line: 0, character: 0 };

const comparePositions = (a: WirePosition, b: WirePosition): number => a.line - b.line || a.character - b.character;
