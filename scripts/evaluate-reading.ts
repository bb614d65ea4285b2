/**
 * Measures the sentence splitter on Universal Dependencies English: `npm run evaluate:reading -- --data DIR [--split dev] [--wrong N]`.
 * A sentence is right where its span is exactly that of the treebank; paragraphs are given.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plainProse } from '../server/core/model/prose.ts';
import { splitSentences } from '../server/core/text/sentences.ts';
import { tokenize } from '../server/core/text/tokens.ts';
import { paragraphsOf } from './conllu.ts';

const help = `npm run evaluate:reading -- --data DIR [--part NAME] [--wrong N]
Exact-span sentence F1 on the Universal Dependencies files in DIR/ud.
  --part NAME  one file, such as gum-dev; ewt-dev and gum-dev if absent
  --wrong N    also print the first N paragraphs that are split otherwise`;
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    part: { type: 'string' },
    wrong: { type: 'string', default: '0' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}

/** What each treebank is to reach. */
const goals: Readonly<Record<string, number>> = { 'ewt-dev': 83, 'gum-dev': 96 };
const parts = values.part ? [values.part] : Object.keys(goals);
let left = Number(values.wrong);
let missed = false;

for (const part of parts) {
  const file = join(values.data, 'ud', `${part}.conllu`);
  if (!existsSync(file)) {
    console.error(`${file} is not there; give the folder that holds ud/${part}.conllu.`);
    process.exit(2);
  }
  let right = 0;
  let gold = 0;
  let found = 0;
  for (const { text, sentences } of paragraphsOf(readFileSync(file, 'utf8'))) {
    const spans = new Set(sentences.map(({ start, end }) => `${start}-${end}`));
    const own = splitSentences(tokenize(plainProse(text)));
    const hits = own.filter(({ start, end }) => spans.has(`${start}-${end}`)).length;
    right += hits;
    gold += sentences.length;
    found += own.length;
    if (left > 0 && (hits < own.length || hits < sentences.length)) {
      left--;
      console.log(`- ${sentences.map(({ start, end }) => text.slice(start, end)).join(' | ')}`);
      console.log(`+ ${own.map(({ start, end }) => text.slice(start, end)).join(' | ')}\n`);
    }
  }
  const f1 = (200 * right) / (gold + found);
  const goal = goals[part];
  if (goal !== undefined && f1 < goal) missed = true;
  console.log(
    `${part.padEnd(16)} sentence F1 ${f1.toFixed(2)}   P ${((100 * right) / found).toFixed(2)}  R ${((100 * right) / gold).toFixed(2)}  of ${gold}${goal === undefined ? '' : `   goal ${goal}`}`,
  );
}
process.exitCode = missed ? 1 : 0;
