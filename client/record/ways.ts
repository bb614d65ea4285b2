import type { LedgerChange } from '../../server/protocol/ledger.ts';

/** Changes that lead from how the record stands to how it stood, as the server gives them. */
export type Way = readonly LedgerChange[];

/** Makes changes; answers the way from them, or nothing where they were refused. */
export type Go = (way: Way) => Promise<Way | undefined>;

/** The ways back from what was changed in this window, by draft, and forward again from what was taken back. */
export interface Ways {
  remember(draft: string, back: Way): void;
  /** Goes the last way back; answers how many claims it changed, 0 where it was refused, or nothing where there is none. */
  undo(draft: string, go: Go): Promise<number | undefined>;
  /** Goes forward again, as far as nothing else was changed since. */
  redo(draft: string, go: Go): Promise<number | undefined>;
  forget(draft: string): void;
}

export function keepWays(): Ways {
  const undos = new Map<string, Way[]>();
  const redos = new Map<string, Way[]>();
  const push = (ways: Map<string, Way[]>, draft: string, way: Way) =>
    void ways.set(draft, [...(ways.get(draft) ?? []), way]);

  async function goLast(from: Map<string, Way[]>, to: Map<string, Way[]>, draft: string, go: Go) {
    const ways = from.get(draft) ?? [];
    const last = ways.at(-1);
    if (!last) return undefined;
    const opposite = await go(last);
    if (!opposite) return 0;
    from.set(draft, ways.slice(0, -1));
    push(to, draft, opposite);
    return claimsIn(last);
  }

  return {
    remember(draft, back) {
      push(undos, draft, back);
      redos.delete(draft);
    },
    undo: (draft, go) => goLast(undos, redos, draft, go),
    redo: (draft, go) => goLast(redos, undos, draft, go),
    forget(draft) {
      undos.delete(draft);
      redos.delete(draft);
    },
  };
}

const claimsIn = (way: Way): number =>
  way.reduce((sum, change) => sum + (change.kind === 'restore' ? change.entries.length : 0), 0);
