import { type Row, type Rows, unchecked } from '../../client/outline/rows.ts';
import type { LedgerItem, LedgerSpeaker } from '../../server/protocol/ledger.ts';

/** A claim on a line of its own, ten characters long, that nobody has checked, unless the item says otherwise. */
export function rowOf(id: string, line: number, item: Partial<LedgerItem> = {}): Row {
  const range = { start: { line, character: 4 }, end: { line, character: 14 } };
  const claim = { id, text: `Sentence ${id}`, range, kinds: ['quantity'], state: 'open' as const };
  return { item: { ...unchecked(claim, 0), ...item } };
}

/** Rows under headings; those without a title stand before the first. */
export function rowsIn(
  sections: readonly { readonly title?: string; readonly rows: readonly Row[] }[],
  more: { readonly orphans?: readonly Row[]; readonly speakers?: readonly LedgerSpeaker[] } = {},
): Rows {
  return {
    version: 1,
    rows: sections.flatMap(({ rows }, section) => rows.map(({ item }) => ({ item: { ...item, section } }))),
    orphans: more.orphans ?? [],
    sections: sections.map(({ title }) => (title === undefined ? {} : { title })),
    speakers: more.speakers ?? [],
  };
}

export const namesInTests = {
  kind: (kind: string) => `kind ${kind}`,
  status: ({ item }: Row) => item.status,
  writer: 'writer',
  nobody: 'nobody',
  noSource: 'no source',
  noKind: 'no kind',
  orphans: 'orphans',
};
