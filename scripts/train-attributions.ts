/**
 * Fits the attribution model: `npm run train:attributions -- --data DIR`, where DIR holds `polnear_docs.train.jsonl`. Deterministic.
 * Writes server/core/models/attributions.json and prints the scores on documents that were left out.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spanFeatureVersion } from '../server/core/attribution/span-features.ts';
import { labelCount } from '../server/core/attribution/span-labels.ts';
import { type SpanFile, spanFormat, unpackSpans } from '../server/core/attribution/span-tagger.ts';
import { labelledBlocks, trainingFile } from './attribution-examples.ts';
import { type Fitted, fitSpans, keysOf } from './attribution-fit.ts';
import { scoreSpans } from './attribution-scores.ts';
import { packSparse } from './fit/pack-sparse.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, measure: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help || !values.data) {
  console.log(`npm run train:attributions -- --data DIR [--measure]
Fits the attribution model on DIR/polnear_docs.train.jsonl and writes server/core/models/attributions.json.
--measure fits on four fifths of the documents, prints the scores on the rest, and writes nothing.`);
  process.exit(values.help ? 0 : 2);
}
const out = fileURLToPath(new URL('../server/core/models/attributions.json', import.meta.url));
/** The most that the deflated weights may weigh, in bytes. */
const budget = 470_000;
/** The largest weight, as it is stored. */
const largest = 1 << 12;
/** Weights are rounded to so many sizes on either side of nothing. */
const steps = 12;
const weights = 235_000;
const training = {
  rate: 0.1,
  passes: [Infinity, Infinity, 3 * weights, 2 * weights, 1.4 * weights, weights, Infinity, Infinity],
  caution: 0.1,
};
/** Features seen less often are not used. */
const leastUses = 4;

function packed({ crf, rowOfKey, rows }: Fitted): SpanFile {
  const most = crf.emissions.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
  const scale = largest / most;
  const dense = { rowOfKey, rows, weights: crf.emissions };
  const { deflated, ...stored } = packSparse(dense, labelCount, () => undefined, budget, largest, steps);
  console.log(`${stored.rows} features, ${stored.pairs} weights, ${deflated} bytes deflated`);
  return {
    format: spanFormat,
    features: spanFeatureVersion,
    ...stored,
    transitions: Array.from(crf.transitions, weight => Math.round(weight * scale)),
    scale: Number(scale.toPrecision(6)),
    confidence: { offset: 0, slope: 1 },
  };
}

const blocks = labelledBlocks(trainingFile(values.data));
const isTest = (document: number) => values.measure === true && document % 5 === 0;
const train = blocks.filter(({ document }) => !isTest(document));
const file = packed(fitSpans(train, keysOf(train), leastUses, training, console.log));
if (values.measure) {
  const model = unpackSpans(file, 'attributions.json');
  if (typeof model === 'string') throw new Error(model);
  for (const line of scoreSpans(
    blocks.filter(({ document }) => isTest(document)),
    model,
  ))
    console.log(line);
} else {
  const provenance = {
    about: 'Weights of the attribution model. See attributions.md beside this file.',
    licence: 'MIT',
    fittedOn: ['PolNeAR 1.0 (Newell, Margolin and Ruths 2018), training part'],
  };
  writeFileSync(out, `${JSON.stringify({ ...provenance, ...file }, null, 2)}\n`);
}
