/**
 * Fits the model of uncertain sentences: `npm run train:uncertain -- --data DIR`, where DIR holds `wikiweasel.train.jsonl`
 * (CoNLL-2010 task 1W). Deterministic. Prints the cross-validated scores and writes server/core/models/uncertain.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '../server/core/index.ts';
import { cueLogit, shares } from '../server/core/stance/uncertain.ts';
import { newWordFeatures, readWordFeatures, uncertainFeatures } from '../server/core/stance/uncertain-features.ts';
import { type DenseModel, denseLogit } from './fit/dense.ts';
import { bestThreshold, type Example, foldsOf, scoreAt } from './fit/examples.ts';
import { type Fitting, fitLogistic } from './fit/logistic.ts';
import { type Bag, fitNoisyOr } from './fit/noisy-or.ts';
import { packLinear } from './fit/pack.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help || !values.data) {
  console.log(
    'npm run train:uncertain -- --data DIR    Fits the model of uncertain sentences on DIR/wikiweasel.train.jsonl.',
  );
  process.exit(values.help ? 0 : 2);
}

const bits = 16;
const folds = 5;
/** Sentences of one article stand together, but no line says where the next begins. */
const stretch = 20;
const ofCues: Fitting = { bits, ridge: 4, leastGroups: 3 };
const ofWhole: Fitting = { bits, ridge: 32, leastGroups: 3 };

interface Row {
  readonly text: string;
  readonly label: number;
}
const rows = readFileSync(join(values.data, 'wikiweasel.train.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as Row);

const bags = bagsOf(rows);
const examples: Example[] = bags.map(({ features, label, group }) => ({
  features: once(features),
  yes: Number(label),
  group,
}));
const foldOf = foldsOf(examples, folds);
const logits = new Float64Array(bags.length);
for (let fold = 0; fold < folds; fold++) {
  const cue = fitNoisyOr(
    bags.filter((_, i) => foldOf[i] !== fold),
    ofCues,
  );
  const whole = fitLogistic(
    examples.filter((_, i) => foldOf[i] !== fold),
    ofWhole,
  );
  bags.forEach((bag, i) => {
    if (foldOf[i] === fold) logits[i] = logitOf(cue, whole, bag, examples[i] as Example);
  });
}
const threshold = bestThreshold(examples, logits);
const { precision, recall, f1 } = scoreAt(examples, logits, threshold);
console.log(
  `uncertain    ${bags.length} sentences   P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   (${folds}-fold, by stretch of articles)`,
);

const cue = fitNoisyOr(bags, ofCues);
const whole = fitLogistic(examples, ofWhole);
const file = packLinear({ cue, whole: { ...whole, bias: whole.bias - threshold / shares.whole } }, uncertainFeatures, {
  about: 'Weights for how uncertain a sentence sounds. See README.md beside this file.',
  licence: 'CC BY-SA 3.0, as the sentences of Wikipedia that it was fitted on',
});
const text = `${JSON.stringify(file, null, 2)}\n`;
writeFileSync('server/core/models/uncertain.json', text);
console.log(`${text.length} bytes`);

/** The sentences as the analyser reads them. Those of one label stand in the order of their articles, so that neighbours make a group. */
function bagsOf(rows: readonly Row[]): Bag[] {
  const found = newWordFeatures();
  const counts = [0, 0];
  return rows.map(({ text, label }) => {
    const features: number[] = [];
    const ends: number[] = [];
    for (const { block } of read(text, 'plaintext').blocks)
      for (const sentence of block.sentences) {
        readWordFeatures(block, sentence, found);
        const before = features.length;
        for (let word = 0; word < found.words; word++) ends.push(before + (found.ends[word] as number));
        features.push(...found.features.subarray(0, found.ends[found.words - 1] ?? 0));
      }
    const place = counts[label] ?? 0;
    counts[label] = place + 1;
    const group = `${label} ${Math.floor(place / stretch)}`;
    return { features: Int32Array.from(features), ends: Int32Array.from(ends), label: label === 1, group };
  });
}

/** Each bucket once. */
function once(features: Int32Array): Int32Array {
  return Int32Array.from(new Set(features.map(feature => feature & ((1 << bits) - 1))));
}

function logitOf(cue: DenseModel, whole: DenseModel, bag: Bag, example: Example): number {
  const dense = { bias: cue.bias, scale: 1, mask: cue.weights.length - 1, usual: 0, weights: cue.weights };
  const cues = cueLogit(dense, { ...bag, words: bag.ends.length });
  return shares.cue * cues + shares.whole * denseLogit(whole, example.features);
}
