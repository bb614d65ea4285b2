/**
 * Measures the consistency rules: `npm run evaluate:consistency -- --data DIR [--split train|news|final] [--missed] [--alarms]`.
 *
 * Contradictions are planted into real texts, one in a copy each, by planters that know nothing of the rules; a rule finds one where
 * a finding that the untouched text does not have touches the planted sentence, itself or by its other place. What the rules find in
 * the untouched texts counts as a false alarm, until an editor has looked at it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, defaultSettings, type Finding, read, rules, type Span } from '../server/core/index.ts';
import { overlaps } from '../server/core/model/span.ts';
import { draftOf, type Planted, randomFrom } from './consistency/draft.ts';
import { planters } from './consistency/planters.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'train' },
    plants: { type: 'string', default: '200' },
    missed: { type: 'boolean', default: false },
    alarms: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(`npm run evaluate:consistency -- --data DIR [--split train|news|final] [--plants N] [--missed] [--alarms]
Recall on contradictions planted into real texts, and false alarms in the untouched texts.
  --split   train: the op-eds to develop on; news: news and editorials to develop on, a part of them; final: op-eds, editorials and news to report on
  --plants  how many contradictions are planted, spread over all kinds
  --missed  prints the planted ones that no rule found
  --alarms  prints what was found in the untouched texts`);
  process.exit(values.help ? 0 : 2);
}

/** The data sets put a stop behind headlines, where writers put none. */
const withoutStop = (text: string): string => text.replace(/^([^\n]*[^.\n])\.(?=\n)/, '$1');

const files = {
  train: ['opeds.train.docs'],
  news: ['polnear_docs.train', 'webis_docs.train'],
  final: ['opeds.dev.docs', 'webis_docs.dev', 'polnear_docs.dev'],
};
/** As many of each file as the largest of the final ones has about, so that a run takes a minute. */
const mostTexts = 110;
const split = files[values.split as keyof typeof files] ?? files.train;
const texts = split.flatMap(file =>
  readFileSync(join(values.data ?? '', `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .slice(0, mostTexts)
    .map(line => withoutStop((JSON.parse(line) as { text: string }).text)),
);

const own = rules.filter(rule => rule.family === 'consistency');
const consistencyOf = (text: string): readonly Finding[] =>
  check(read(text, 'plaintext'), defaultSettings, { rules: own }).findings;

interface Plant extends Planted {
  readonly kind: string;
  readonly source: number;
}

/** Plants spread over kinds and texts: every kind in turn takes the next text that has a place for it. */
function plantsIn(count: number): Plant[] {
  const kinds = Object.entries(planters);
  const next = kinds.map(() => 0);
  const plants: Plant[] = [];
  for (let round = 0; plants.length < count && round < texts.length; round++)
    kinds.forEach(([kind, plant], index) => {
      if (plants.length >= count) return;
      for (let source = next[index] as number; source < texts.length; source++) {
        next[index] = source + 1;
        const planted = plant(draftOf(texts[source] as string), randomFrom(source * 100 + index));
        if (!planted) continue;
        plants.push({ ...planted, kind, source });
        return;
      }
    });
  return plants;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');
const key = ({ ruleId, message }: Finding): string => `${ruleId} ${message}`;
const untouched = texts.map(consistencyOf);

/** Whether a finding that the untouched text does not have touches the planted words or the sentence around them. */
function isFound({ text, at, source }: Plant): boolean {
  const known = new Set(untouched[source]?.map(key));
  const sentence = draftOf(text).sentences.find(one => overlaps(one, at)) ?? at;
  const touches = (span: Span) => overlaps(span, at) || overlaps(span, sentence);
  return consistencyOf(text).some(finding => !known.has(key(finding)) && [finding, ...finding.related].some(touches));
}

const tally = new Map(Object.keys(planters).map(kind => [kind, { found: 0, planted: 0 }]));
for (const plant of plantsIn(Number(values.plants))) {
  const counted = tally.get(plant.kind) as { found: number; planted: number };
  counted.planted++;
  if (isFound(plant)) counted.found++;
  else if (values.missed)
    console.log(
      `missed, ${plant.kind} (${plant.source}): ${plain(plant.text.slice(Math.max(0, plant.at.start - 60), plant.at.end + 60))}`,
    );
}

const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const byRule = new Map<string, number>();
untouched.forEach((findings, source) => {
  for (const { ruleId, severity, message, start, end } of findings) {
    byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
    if (!values.alarms) continue;
    const text = texts[source] as string;
    console.log(
      `alarm, ${ruleId} ${severity} (${source}): ${message}\n    ${plain(`${text.slice(Math.max(0, start - 100), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 80)}`)}`,
    );
  }
});

const all = [...tally.values()].reduce(
  (sum, one) => ({ found: sum.found + one.found, planted: sum.planted + one.planted }),
  { found: 0, planted: 0 },
);
const share = ({ found, planted }: typeof all) => (planted === 0 ? '  -  ' : (found / planted).toFixed(3));
for (const [kind, one] of tally) console.log(`${kind.padEnd(24)} recall ${share(one)}  of ${one.planted}`);
console.log(`${'all planted'.padEnd(24)} recall ${share(all)}  of ${all.planted}`);
const alarms = [...byRule.values()].reduce((sum, count) => sum + count, 0);
for (const [ruleId, count] of byRule) console.log(`${ruleId.padEnd(24)} alarms ${count}`);
console.log(
  `${values.split}: ${texts.length} texts, ${words} words, ${alarms} alarms, ${((alarms * 10_000) / words).toFixed(2)} per 10,000 words`,
);
