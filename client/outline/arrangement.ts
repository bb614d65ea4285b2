import type { LedgerSource } from '../../server/protocol/ledger.ts';
import type { Row, Rows } from './rows.ts';

export const groupings = ['section', 'kind', 'status', 'speaker', 'source'] as const;

/** By what the outline puts claims together. */
export type Grouping = (typeof groupings)[number];

/** What the outline leaves out. */
export interface Filter {
  /** Words that a claim, its note, checker or sources must hold, in any order; everything if empty. */
  readonly text: string;
  readonly hideSettled: boolean;
  /** Leaves out what few editors would ask a source for and nobody has touched. */
  readonly hideMinor: boolean;
}

export interface Arrangement {
  readonly grouping: Grouping;
  readonly filter: Filter;
}

export const usualArrangement: Arrangement = {
  grouping: 'section',
  filter: { text: '', hideSettled: false, hideMinor: false },
};

/** What groups are called in the editor's language. */
export interface GroupNames {
  kind(kind: string): string;
  status(row: Row): string;
  /** For claims in the writer's own words. */
  readonly writer: string;
  /** For what is reported with nobody behind it. */
  readonly nobody: string;
  readonly noSource: string;
  readonly noKind: string;
  readonly orphans: string;
}

/** A group and its rows, in order of position. A group without a label stands before the first heading. */
export interface Group {
  readonly key: string;
  readonly label?: string;
  readonly rows: readonly Row[];
}

/** The groups that a filter leaves, those of sections and positions in order, others by their first claim; orphans last. */
export function groupsOf(all: Rows, { grouping, filter }: Arrangement, names: GroupNames): Group[] {
  const shown = all.rows.filter(passes(filter));
  const speakers = new Map(all.speakers.map(({ key, name }) => [key, name]));
  const sections = withKeys(all.sections);
  const groups = new Map<string, { label?: string; rows: Row[] }>();
  for (const row of shown) {
    const { key, label } = groupOf(row, grouping, sections, speakers, names);
    const known = groups.get(key);
    if (known) known.rows.push(row);
    else groups.set(key, { ...(label !== undefined && { label }), rows: [row] });
  }
  const ordered = [...groups];
  // By status, what is left to do stands first.
  if (grouping === 'status') ordered.sort(([, a], [, b]) => Number(isDone(a.rows)) - Number(isDone(b.rows)));
  const orphans = all.orphans.filter(passes(filter));
  return [
    ...ordered.map(([key, group]) => ({ key: `${grouping}:${key}`, ...group })),
    ...(orphans.length > 0 ? [{ key: 'orphans', label: names.orphans, rows: orphans }] : []),
  ];
}

const isDone = (rows: readonly Row[]): boolean => rows.every(({ item }) => item.settled);

export const isFiltering = ({ text, hideSettled, hideMinor }: Filter): boolean =>
  text.trim() !== '' || hideSettled || hideMinor;

function passes({ text, hideSettled, hideMinor }: Filter): (row: Row) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return row => {
    const { item } = row;
    if (hideSettled && item.settled) return false;
    if (hideMinor && item.anchor === 'new' && item.state === 'noted') return false;
    if (words.length === 0) return true;
    const searched = [item.text, item.note, item.checker, ...item.sources.map(sourceName)].join('\n').toLowerCase();
    return words.every(word => searched.includes(word));
  };
}

function groupOf(
  row: Row,
  grouping: Grouping,
  sections: readonly Omit<Group, 'rows'>[],
  speakers: ReadonlyMap<string, string>,
  names: GroupNames,
): { readonly key: string; readonly label?: string | undefined } {
  const { item } = row;
  switch (grouping) {
    case 'section':
      return sections[item.section ?? 0] ?? { key: '' };
    case 'kind': {
      const [kind] = item.kinds;
      return kind === undefined ? { key: '', label: names.noKind } : { key: kind, label: names.kind(kind) };
    }
    case 'status': {
      const label = names.status(row);
      return { key: label, label };
    }
    case 'speaker': {
      if (item.speaker === undefined) return { key: '', label: names.writer };
      return { key: `of ${item.speaker}`, label: speakers.get(item.speaker) || names.nobody };
    }
    case 'source': {
      const [source] = item.sources;
      const label = source ? sourceName(source) : names.noSource;
      return { key: source ? label : '', label };
    }
  }
}

/** Two headings may read the same; the second one gets a number. */
function withKeys(sections: Rows['sections']): Omit<Group, 'rows'>[] {
  const seen = new Map<string, number>();
  return sections.map(({ title }) => {
    const count = (seen.get(title ?? '') ?? 0) + 1;
    seen.set(title ?? '', count);
    const key = count === 1 ? (title ?? '') : `${title ?? ''}#${count}`;
    return title === undefined ? { key } : { key, label: title };
  });
}

/** What a source is called where there is room for a few words: the host of an address, a key, a person, a title. */
export function sourceName({ url, key, person, document }: LedgerSource): string {
  if (url !== undefined) return /^[a-z][\w+.-]*:\/\/(?:www\.)?([^/?#\s]+)/i.exec(url)?.[1] ?? url;
  return key !== undefined ? `@${key}` : (person ?? document ?? '');
}
