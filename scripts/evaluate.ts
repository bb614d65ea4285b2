/**
 * Measures every rule on the op-eds that were marked by hand: `npm run evaluate -- --data DIR`.
 *
 * A finding of the claim family is right where the readers would have asked for a source; any other is right where they
 * marked a gap, a hedge or a booster that it touches. What one of two readers alone marked counts neither way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, defaultSettings, type Family, families, read, rules, type Span } from '../server/core/index.ts';
import { overlaps } from '../server/core/model/span.ts';
import { type Measured, type Measurement, usualConfidence } from '../server/core/rules/confidence.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    wrong: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(`npm run evaluate -- --data DIR    Precision and recall of every rule.
  --split train|dev  the op-eds to measure on (default: dev)
  --wrong RULE       prints the rule's false alarms
  --write            measures on both and writes server/core/rules/measured.json, for the rules' pages and their confidence`);
  process.exit(values.help ? 0 : 2);
}
const data = values.data;

interface Mark extends Span {
  readonly kind?: string;
  readonly both: boolean;
}

interface Sentence extends Span {
  readonly doc: string;
  readonly needs_source: number | null;
  readonly must_source: number | null;
  readonly hedges: readonly Mark[];
  readonly boosters: readonly Mark[];
  readonly gaps: readonly Mark[];
}

/** Families whose findings the op-eds' marks can judge. */
const judged: readonly Family[] = families.filter(family => family !== 'citation' && family !== 'consistency');

/** The marks that single rules are for. All rules of claims share the sentences that must have a source. */
const marksFor: Readonly<Record<string, (sentence: Sentence) => readonly Mark[]>> = {
  'hedged-claim': ({ hedges }) => hedges,
  'empty-certainty': ({ boosters }) => boosters,
  ...Object.fromEntries(
    [
      ['vague-source', 'vague-source'],
      ['vague-study', 'vague-study'],
      ['agentless-report', 'agentless'],
      ['hearsay', 'hearsay'],
      ['unattributed-quote', 'unattributed-quote'],
      ['collective-source', 'collective'],
      ['vague-time', 'vague-time'],
      ['vague-quantity', 'vague-quantity'],
    ].map(([rule, kind]) => [rule, ({ gaps }: Sentence) => gaps.filter(gap => gap.kind === kind)]),
  ),
};

// Every rule is measured, those that are off by default too.
const settings = {
  ...defaultSettings,
  threshold: 0,
  severities: new Map(rules.map(rule => [rule.id, rule.severity === 'off' ? ('hint' as const) : rule.severity])),
};

const lines = <T>(file: string): T[] =>
  readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

function measure(split: string): { words: number; byRule: ReadonlyMap<string, Measurement> } {
  const marked = lines<Sentence>(`opeds.${split}.sents.jsonl`);
  const tally = new Map(rules.map(rule => [rule.id, { found: 0, right: 0, marked: 0, met: 0 }]));
  let words = 0;
  for (const { id, text } of lines<{ id: string; text: string }>(`opeds.${split}.docs.jsonl`)) {
    words += text.split(/\s+/).length;
    const sentences = marked.filter(({ doc }) => doc === id);
    // A rule that says how sure it is of each finding is measured on those that are shown by default, and at its full severity.
    const findings = check(read(text, 'plaintext'), settings).findings.filter(
      ({ ruleId, confidence, severity }) =>
        (confidence >= defaultSettings.threshold || confidence === usualConfidence({ id: ruleId })) &&
        severity === settings.severities.get(ruleId),
    );
    for (const finding of findings) {
      const here = sentences.filter(sentence => overlaps(sentence, finding));
      const right = here.some(({ needs_source, gaps, hedges, boosters }) =>
        finding.family === 'claim'
          ? needs_source !== 0
          : [...gaps, ...hedges, ...boosters].some(mark => overlaps(mark, finding)),
      );
      const counted = tally.get(finding.ruleId);
      if (counted) {
        counted.found++;
        if (right) counted.right++;
      }
      if (!right && values.wrong === finding.ruleId) console.log(inContext(text, finding));
    }
    for (const rule of rules) {
      const own = findings.filter(({ ruleId }) => ruleId === rule.id);
      const places = sentences.flatMap((sentence): readonly Span[] =>
        rule.family === 'claim'
          ? sentence.must_source === 1
            ? [sentence]
            : []
          : (marksFor[rule.id]?.(sentence) ?? []).filter(({ both }) => both),
      );
      const counted = tally.get(rule.id);
      if (!counted) continue;
      counted.marked += places.length;
      counted.met += places.filter(place => own.some(finding => overlaps(finding, place))).length;
    }
  }
  return { words, byRule: tally };
}

const inContext = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 60), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 60)}`.replace(
    /\s+/g,
    ' ',
  );

function print(split: string, { words, byRule }: ReturnType<typeof measure>): void {
  console.log(`${split}: ${words} words`);
  for (const rule of rules) {
    const { found, right, marked = 0, met = 0 } = byRule.get(rule.id) as Measurement;
    const share = (part: number, whole: number) => (whole === 0 ? '  -  ' : (part / whole).toFixed(3));
    console.log(
      `${rule.id.padEnd(24)} ${rule.severity.padEnd(12)} precision ${share(right, found)} of ${String(found).padStart(4)}   recall ${share(met, marked)} of ${String(marked).padStart(4)}   ${((found * 1000) / words).toFixed(2)} per 1,000 words`,
    );
  }
}

if (values.write) {
  const train = measure('train');
  const dev = measure('dev');
  print('train', train);
  print('dev', dev);
  const measured: Record<string, Measured> = {};
  for (const { id, family } of rules)
    if (judged.includes(family))
      measured[id] = { train: train.byRule.get(id) as Measurement, dev: dev.byRule.get(id) as Measurement };
  writeFileSync('server/core/rules/measured.json', `${JSON.stringify(measured, null, 2)}\n`);
} else print(values.split, measure(values.split));
