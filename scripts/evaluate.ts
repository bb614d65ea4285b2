/**
 * Measures every rule on the op-eds that were marked by hand: `npm run evaluate -- --data DIR [--split train|dev] [--wrong RULE]`.
 *
 * A finding of the claim family is right where the readers would have asked for a source; any other is right where they
 * marked a gap, a hedge or a booster that it touches. What one of two readers alone marked counts neither way.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, defaultSettings, read, rules, type Span } from '../server/core/index.ts';
import { overlaps } from '../server/core/model/span.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    wrong: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(
    'npm run evaluate -- --data DIR [--split train|dev] [--wrong RULE]    Precision and recall of every rule; --wrong prints its false alarms.',
  );
  process.exit(values.help ? 0 : 2);
}

interface Sentence extends Span {
  readonly doc: string;
  readonly text: string;
  readonly needs_source: number | null;
  readonly hedges: readonly Span[];
  readonly boosters: readonly Span[];
  readonly gaps: readonly Span[];
}

const lines = <T>(file: string): T[] =>
  readFileSync(join(values.data ?? '', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);
const docs = lines<{ id: string; text: string }>(`opeds.${values.split}.docs.jsonl`);
const marked = lines<Sentence>(`opeds.${values.split}.sents.jsonl`);

// Every rule is measured, those that are off by default too.
const settings = {
  ...defaultSettings,
  severities: new Map(rules.map(rule => [rule.id, rule.severity === 'off' ? ('hint' as const) : rule.severity])),
};
const tally = new Map(rules.map(rule => [rule.id, { right: 0, wrong: 0 }]));
let words = 0;
for (const { id, text } of docs) {
  words += text.split(/\s+/).length;
  for (const finding of check(read(text, 'plaintext'), settings).findings) {
    const here = marked.filter(row => row.doc === id && overlaps(row, finding));
    const right = here.some(row =>
      finding.family === 'claim'
        ? row.needs_source !== 0
        : [...row.gaps, ...row.hedges, ...row.boosters].some(mark => overlaps(mark, finding)),
    );
    const counted = tally.get(finding.ruleId);
    if (counted) counted[right ? 'right' : 'wrong']++;
    if (!right && values.wrong === finding.ruleId)
      console.log(
        `${text.slice(Math.max(0, finding.start - 60), finding.start)}[[${text.slice(finding.start, finding.end)}]]${text.slice(finding.end, finding.end + 60)}`.replace(
          /\s+/g,
          ' ',
        ),
      );
  }
}
console.log(`${values.split}: ${docs.length} op-eds, ${words} words`);
for (const rule of rules) {
  const { right, wrong } = tally.get(rule.id) ?? { right: 0, wrong: 0 };
  const precision = right + wrong === 0 ? '  -  ' : (right / (right + wrong)).toFixed(3);
  console.log(
    `${rule.id.padEnd(24)} ${rule.severity.padEnd(12)} precision ${precision}  of ${String(right + wrong).padStart(4)}   ${(((right + wrong) * 1000) / words).toFixed(2)} per 1,000 words`,
  );
}
