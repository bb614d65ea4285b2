import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forEachSentence } from '../../server/core/claims/features.ts';
import type { SentenceSignals, Understood } from '../../server/core/claims/signals.ts';
import { read } from '../../server/core/index.ts';
import { type Span, shift } from '../../server/core/model/span.ts';
import type { Example } from './examples.ts';

/** A sentence as the analyser finds it. */
interface Found extends Span {
  readonly features: Int32Array;
  /** Where it stands: its block, its place in it, and what was read in it. */
  readonly block: Understood;
  readonly index: number;
  readonly read: SentenceSignals;
}

/** A sentence with the labels of the annotated stretch that it covers most of, one for each reading. */
export interface Labelled<Row> extends Found {
  readonly rows: readonly Row[];
  readonly group: string;
}

export interface OpedRow extends Span {
  readonly fact: number | null;
  readonly needs_source: number | null;
  readonly must_source: number | null;
  readonly source: string;
}

export interface TextRow {
  readonly doc?: string;
  readonly text: string;
  readonly label: number | string;
}

const linesOf = <T>(data: string, file: string): T[] =>
  readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

/** The sentences of a text that may be claims. */
function sentencesOf(text: string): Found[] {
  return read(text, 'plaintext').blocks.flatMap(({ start, block }) => {
    const found: Found[] = [];
    if (block.kind === 'heading' || block.kind === 'boilerplate' || block.language === 'other') return found;
    forEachSentence(block, ({ features, signals }, index) => {
      const sentence = block.sentences[index] as Span;
      found.push({
        ...shift(sentence, start),
        features: features.features.slice(0, features.count),
        block,
        index,
        read: signals,
      });
    });
    return found;
  });
}

/** Gives each sentence the row that it shares most with, if any, of each reading of the text. */
function labelled<Row extends Span>(
  text: string,
  readings: readonly (readonly Row[])[],
  group: string,
): Labelled<Row>[] {
  return sentencesOf(text).map(found => {
    const shared = (row: Row) => Math.min(row.end, found.end) - Math.max(row.start, found.start);
    const rows = readings.flatMap(reading => {
      const [row] = [...reading].sort((a, b) => shared(b) - shared(a));
      return row && shared(row) > 0 ? [row] : [];
    });
    return { ...found, rows, group };
  });
}

function byDocument<Row extends { readonly doc?: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const documents = new Map<string, Row[]>();
  for (const row of rows) {
    const doc = row.doc ?? '';
    const known = documents.get(doc);
    if (known) known.push(row);
    else documents.set(doc, [row]);
  }
  return documents;
}

/** A reading of a document of the data by the op-eds' guideline; see `readings/README.md`. */
interface Reading {
  readonly set: string;
  readonly doc: string;
  readonly sentences: readonly (readonly [start: number, end: number, fact: number, flag: number, source: string])[];
}

const rowsOfReading = ({ sentences }: Reading): OpedRow[] =>
  sentences.map(([start, end, fact, flag, source]) => ({
    start,
    end,
    fact,
    needs_source: flag > 0 ? 1 : 0,
    must_source: flag > 1 ? 1 : 0,
    source,
  }));

const readingsDirectory = new URL('readings/', import.meta.url);

/** The sentences of the op-eds of a split; with those of the training part come all further op-eds that were read. */
export function opeds(data: string, split: 'train' | 'dev'): Labelled<OpedRow>[] {
  const own = `opeds.${split}.docs`;
  const readings = new Map<string, Map<string, OpedRow[][]>>([[own, new Map()]]);
  const add = (set: string, doc: string, rows: OpedRow[]) => {
    const documents = readings.get(set) ?? new Map<string, OpedRow[][]>();
    readings.set(set, documents.set(doc, [...(documents.get(doc) ?? []), rows]));
  };
  for (const [doc, rows] of byDocument(linesOf<OpedRow & { doc: string }>(data, `opeds.${split}.sents.jsonl`)))
    add(own, doc, rows);
  if (split === 'train')
    for (const file of readdirSync(readingsDirectory).sort())
      if (file.endsWith('.jsonl'))
        for (const reading of linesOf<Reading>(fileURLToPath(readingsDirectory), file))
          add(reading.set, reading.doc, rowsOfReading(reading));
  return [...readings].flatMap(([set, documents]) =>
    linesOf<{ id: string; text: string }>(data, `${set}.jsonl`).flatMap(({ id, text }) => {
      const rows = documents.get(id);
      return rows ? labelled(text, rows, `${set}.jsonl ${id}`) : [];
    }),
  );
}

/** The sentences of documents of which only the rows are known, which are read as one paragraph. */
export function documents(data: string, file: string): Labelled<TextRow>[] {
  return [...byDocument(linesOf<TextRow>(data, file))].flatMap(([doc, rows]) => {
    let text = '';
    const placed = rows.map(row => {
      if (text) text += ' ';
      const start = text.length;
      text += row.text;
      return { ...row, start, end: text.length };
    });
    return labelled(text, [placed], `${file} ${doc}`);
  });
}

/** Single sentences without a document around them, dealt into a hundred groups. */
export const singles = (data: string, file: string): Labelled<TextRow>[] =>
  linesOf<TextRow>(data, file).flatMap((row, i) =>
    labelled(row.text, [[{ ...row, start: 0, end: row.text.length }]], `${file} ${i % 100}`),
  );

/**
 * Examples of one decision, one for each sentence: a yes as far as its readings say so. A sentence that none says anything of counts for
 * nothing.
 */
export const examplesOf = <Row>(
  sentences: readonly Labelled<Row>[],
  labelOf: (row: Row) => boolean | null,
  weight = 1,
): Example[] =>
  sentences.map(({ features, rows, group }) => {
    const labels = rows.map(labelOf).filter(label => label !== null);
    const yes = labels.filter(Boolean).length / Math.max(1, labels.length);
    return { features, yes, group, weight: labels.length > 0 ? weight : 0, readings: labels.length };
  });
