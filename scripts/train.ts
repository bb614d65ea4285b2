/**
 * Fits the claim model: `npm run train -- --data DIR`, where DIR holds the evaluation data. Deterministic.
 * Prints the cross-validated scores by document and writes server/core/models/claim-weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Signal, signalsOf } from '../server/core/claims/signals.ts';
import { read } from '../server/core/index.ts';
import { overlaps } from '../server/core/model/span.ts';
import { type Example, fitModel, scoreByFold } from './logistic.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help || !values.data) {
  console.log('npm run train -- --data DIR    Fits the claim model on the evaluation data in DIR.');
  process.exit(values.help ? 0 : 2);
}
const data = values.data;

interface Row {
  readonly id: string;
  readonly doc?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly label: number;
  readonly fact: number | null;
  readonly needs_source: number | null;
}

const lines = <T>(file: string): T[] =>
  readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

/** The signals of every sentence of a text, with its span in it. */
function sentencesOf(text: string) {
  return read(text, 'plaintext').blocks.flatMap(({ start, block }) =>
    block.sentences.map((sentence, index) => ({
      start: start + sentence.start,
      end: start + sentence.end,
      signals: block.kind === 'heading' ? new Set<Signal>() : signalsOf(block, sentence, index).signals,
    })),
  );
}

function opeds(label: 'fact' | 'needs_source'): Example[] {
  const sentences = new Map(
    lines<{ id: string; text: string }>('opeds.train.docs.jsonl').map(doc => [doc.id, sentencesOf(doc.text)]),
  );
  return lines<Row>('opeds.train.sents.jsonl').flatMap(row => {
    const found = sentences.get(row.doc ?? '')?.find(sentence => overlaps(sentence, row));
    return found && row[label] !== null
      ? [{ signals: found.signals, label: row[label] === 1, group: row.doc ?? '' }]
      : [];
  });
}

/** Single sentences without a document around them; every tenth is one fold. */
const singles = (file: string): Example[] =>
  lines<Row>(file).flatMap((row, i) => {
    const found = sentencesOf(row.text)[0];
    return found ? [{ signals: found.signals, label: row.label === 1, group: String(i % 10) }] : [];
  });

const tasks = {
  factual: opeds('fact'),
  needsSource: opeds('needs_source'),
  checkWorthy: singles('checkthat24_en.train.jsonl'),
  uncertain: singles('wikiweasel.train.jsonl'),
};
const targets = Object.fromEntries(
  Object.entries(tasks).map(([target, examples]) => {
    const { precision, recall, f1 } = scoreByFold(examples);
    console.log(
      `${target.padEnd(12)} ${examples.length} sentences   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   (five-fold, by document)`,
    );
    return [target, fitModel(examples)];
  }),
);
writeFileSync('server/core/models/claim-weights.json', `${JSON.stringify({ targets }, null, 2)}\n`);
