import type { ClaimItem, ClaimsResult, WireRange } from '../server/protocol/messages.ts';

/**
 * The claims of one version of a document, ready to be drawn. The view's elements are the identifiers, which stay
 * the same between versions, so that the view keeps what is selected and what is collapsed.
 */
export interface ClaimsModel {
  /** Absent where nothing was read. */
  readonly version?: number;
  /** Sections; or the claims themselves where no heading stands above any of them. */
  readonly roots: readonly string[];
  readonly nodes: ReadonlyMap<string, ClaimNode | SectionNode>;
  /** Every claim, in order of position. */
  readonly claims: readonly ClaimNode[];
}

export interface ClaimNode {
  readonly kind: 'claim';
  readonly id: string;
  readonly claim: ClaimItem;
  /** The section that holds it; absent where the claims have no headings. */
  readonly section?: string;
}

export interface SectionNode {
  readonly kind: 'section';
  readonly id: string;
  /** The heading; absent for what stands before the first one. */
  readonly title?: string;
  readonly claims: readonly string[];
  /** How many of the claims nothing backs, or only an unnamed source. */
  readonly open: number;
}

export const noClaims: ClaimsModel = { roots: [], nodes: new Map(), claims: [] };

/** True for a claim that nothing backs, or only an unnamed source: those that the badge counts. */
export const isOpen = ({ state }: ClaimItem): boolean => state === 'open' || state === 'vague';

/** Arranges the server's answer for drawing. Headings without claims are left out. */
export function arrangeClaims({ version, sections }: ClaimsResult): ClaimsModel {
  const filled = sections.filter(section => section.claims.length > 0);
  const isFlat = filled.every(section => section.title === undefined);
  const nodes = new Map<string, ClaimNode | SectionNode>();
  const claims: ClaimNode[] = [];
  const sectionIds: string[] = [];

  for (const { title, claims: items } of filled) {
    const id = isFlat ? undefined : unusedId(nodes, `section:${title ?? ''}`);
    const own = items.map((claim): ClaimNode => {
      const node: ClaimNode = {
        kind: 'claim',
        id: unusedId(nodes, `claim:${claim.id}`),
        claim,
        ...(id !== undefined && { section: id }),
      };
      nodes.set(node.id, node);
      return node;
    });
    claims.push(...own);
    if (id === undefined) continue;
    sectionIds.push(id);
    nodes.set(id, {
      kind: 'section',
      id,
      ...(title !== undefined && { title }),
      claims: own.map(node => node.id),
      open: items.filter(isOpen).length,
    });
  }
  claims.sort((a, b) => comparePositions(a.claim.range.start, b.claim.range.start));
  return { version, roots: isFlat ? claims.map(node => node.id) : sectionIds, nodes, claims };
}

/** Two headings may read the same; the second one gets a number. */
function unusedId(nodes: ReadonlyMap<string, unknown>, wanted: string): string {
  let id = wanted;
  for (let count = 2; nodes.has(id); count++) id = `${wanted}#${count}`;
  return id;
}

/** What stands under an element, or at the top where none is given. */
export function childrenOf(model: ClaimsModel, id: string | undefined): readonly string[] {
  if (id === undefined) return model.roots;
  const node = model.nodes.get(id);
  return node?.kind === 'section' ? node.claims : [];
}

/** The section above a claim; absent for what stands at the top. */
export function parentOf(model: ClaimsModel, id: string): string | undefined {
  const node = model.nodes.get(id);
  return node?.kind === 'claim' ? node.section : undefined;
}

/** The claim that holds a position, its two ends included. */
export function claimAt(model: ClaimsModel, position: WireRange['start']): ClaimNode | undefined {
  let low = 0;
  let high = model.claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = model.claims[middle]?.claim.range.start;
    if (start && comparePositions(start, position) <= 0) low = middle + 1;
    else high = middle;
  }
  const candidate = model.claims[low - 1];
  return candidate && comparePositions(position, candidate.claim.range.end) <= 0 ? candidate : undefined;
}

/**
 * The elements that must be drawn again when one model takes the place of another: `all`, or those listed.
 * A claim that only moved looks the same.
 */
export function redrawn(before: ClaimsModel, after: ClaimsModel): 'all' | readonly string[] {
  if (before.roots.join('\n') !== after.roots.join('\n')) return 'all';
  return after.roots.filter(id => looks(before, id) !== looks(after, id));
}

function looks(model: ClaimsModel, id: string): string {
  const node = model.nodes.get(id);
  if (node?.kind === 'section') return [node.title, ...node.claims.map(claim => looks(model, claim))].join('\n');
  const { range: _, ...seen } = node?.claim ?? { range: undefined };
  return JSON.stringify([id, seen]);
}

const comparePositions = (a: WireRange['start'], b: WireRange['start']): number =>
  a.line - b.line || a.character - b.character;
