import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forEachSentence } from '../../server/core/claims/features.ts';
import { read } from '../../server/core/index.ts';
import { type Span, shift } from '../../server/core/model/span.ts';
import type { Example } from './examples.ts';

/** A sentence as the analyser finds it, with the label of the annotated stretch that it covers most of. */
export interface Labelled<Row> {
  readonly features: Int32Array;
  readonly row: Row;
  readonly group: string;
}

export interface OpedRow extends Span {
  readonly doc: string;
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

interface Found extends Span {
  readonly features: Int32Array;
}

/** The sentences of a text that may be claims. */
function sentencesOf(text: string): Found[] {
  return read(text, 'plaintext').blocks.flatMap(({ start, block }) => {
    const found: Found[] = [];
    if (block.kind === 'heading' || block.kind === 'boilerplate' || block.language === 'other') return found;
    forEachSentence(block, ({ features }, index) => {
      const sentence = block.sentences[index] as Span;
      found.push({ ...shift(sentence, start), features: features.features.slice(0, features.count) });
    });
    return found;
  });
}

/** Gives each sentence the row that it shares most with, if any. */
function labelled<Row extends Span>(text: string, rows: readonly Row[], group: string): Labelled<Row>[] {
  return sentencesOf(text).flatMap(({ features, ...span }) => {
    const shared = (row: Row) => Math.min(row.end, span.end) - Math.max(row.start, span.start);
    const [row] = [...rows].sort((a, b) => shared(b) - shared(a));
    return row && shared(row) > 0 ? [{ features, row, group }] : [];
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

/** The sentences of the op-eds of a split. */
export function opeds(data: string, split: string): Labelled<OpedRow>[] {
  const rows = byDocument(linesOf<OpedRow>(data, `opeds.${split}.sents.jsonl`));
  return linesOf<{ id: string; text: string }>(data, `opeds.${split}.docs.jsonl`).flatMap(({ id, text }) =>
    labelled(text, rows.get(id) ?? [], id),
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
    return labelled(text, placed, `${file} ${doc}`);
  });
}

/** Single sentences without a document around them, dealt into a hundred groups. */
export const singles = (data: string, file: string): Labelled<TextRow>[] =>
  linesOf<TextRow>(data, file).flatMap((row, i) =>
    labelled(row.text, [{ ...row, start: 0, end: row.text.length }], `${file} ${i % 100}`),
  );

/** Examples of one decision. Sentences for which the label is null are left out. */
export const examplesOf = <Row>(
  sentences: readonly Labelled<Row>[],
  labelOf: (row: Row) => boolean | null,
  weight = 1,
): Example[] =>
  sentences.flatMap(({ features, row, group }) => {
    const label = labelOf(row);
    return label === null ? [] : [{ features, label, group, weight }];
  });
