/**
 * Fits the part-of-speech tagger: `npm run train:tagger -- --data DIR`, where DIR holds `ud/ewt-train.conllu` and the other parts of
 * the Universal Dependencies treebanks. Deterministic. Writes server/core/models/tagger.json and prints the scores from raw text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type TaggerFile, unpackTagger } from '../server/core/models/tagger-model.ts';
import { type GoldParagraph, paragraphsOf } from './conllu.ts';
import { fitPerceptron } from './perceptron.ts';
import { examplesOf, tagsOfWords } from './tagger-examples.ts';
import { scoreTagger } from './tagger-scores.ts';
import { packTagger } from './tagger-writer.ts';

const help = `npm run train:tagger -- --data DIR [--scores]
Fits the part-of-speech tagger on DIR/ud/{ewt-train,gum-train-free}.conllu, writes server/core/models/tagger.json
and prints its scores, from raw text, on the development parts. Takes about three minutes.
  --scores  fit and write nothing; score the weights that are there, with the most frequent confusions`;

const { values } = parseArgs({
  options: { data: { type: 'string' }, scores: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const { data } = values;
const weightsFile = fileURLToPath(new URL('../server/core/models/tagger.json', import.meta.url));
/** The most that the deflated weights may weigh, in bytes. */
const budget = 440_000;

const treebank = (name: string): GoldParagraph[] =>
  paragraphsOf(readFileSync(join(data, 'ud', `${name}.conllu`), 'utf8'));

if (!values.scores) {
  const sentences = [...treebank('ewt-train'), ...treebank('gum-train-free')].flatMap(paragraph => paragraph.sentences);
  const knownTags = tagsOfWords(sentences);
  const examples = examplesOf(sentences, key => knownTags.get(key) ?? 0);
  const dense = fitPerceptron(examples, { passes: 5, margin: 30, leastUses: 2, orders: 6 }, console.log);
  const file = packTagger(
    dense,
    knownTags,
    {
      about: 'Weights of the part-of-speech tagger. See tagger.md beside this file.',
      licence: 'CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/',
      fittedOn: [
        'Universal Dependencies English EWT 2.16, training part, https://github.com/UniversalDependencies/UD_English-EWT',
        'Universal Dependencies English GUM 2.16, training part without the non-commercial genres, https://github.com/UniversalDependencies/UD_English-GUM',
      ],
    },
    budget,
  );
  const { deflated, ...stored } = file;
  writeFileSync(weightsFile, `${JSON.stringify(stored, null, 2)}\n`);
  console.log(`${file.rows} features, ${file.pairs} weights, ${deflated} bytes deflated`);
}

const model = unpackTagger(JSON.parse(readFileSync(weightsFile, 'utf8')) as TaggerFile, weightsFile);
if (typeof model === 'string') {
  console.error(model);
  process.exit(1);
}
for (const name of ['gum-dev', 'ewt-dev']) {
  const { words, found, right, confusions } = scoreTagger(model, treebank(name));
  const percent = (part: number) => `${((100 * part) / words).toFixed(2)} %`;
  console.log(`${name}: ${percent(right)} of ${words} words right, ${percent(found)} cut as the treebank cuts them`);
  if (values.scores) {
    const most = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 20);
    console.log(`  ${most.map(([pair, count]) => `${pair} ${count}`).join(', ')}`);
  }
}
