/**
 * Measures what is found in damaged texts: `npm run evaluate:damage -- --data DIR [--only NAME] [--more]`.
 *
 * Each op-ed is harmed in many ways, by means that know nothing of the analyser and with a chance that is the same every time; what is
 * found then is set beside what is found in the clean text. Where a text can be read worse, there shall be fewer findings, never more,
 * and less sure ones; in what is no prose there shall be none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, type Finding, read, resolveSettings, type Severity, type Span } from '../server/core/index.ts';
import { overlaps } from '../server/core/model/span.ts';
import { draftOf } from './consistency/draft.ts';
import { chanceFor, type Damage, damages } from './damage/damages.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    more: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(`npm run evaluate:damage -- --data DIR [--only NAME] [--more]
What is found in op-eds that were scanned, translated or otherwise damaged, beside what is found in the clean ones.
  --only  the kinds of damage whose name has NAME in it
  --more  prints the warnings that the clean texts do not have

Columns, all but the last three for 1,000 words of the clean text:
  warn info hint  findings of each severity, errors among the warnings
  moved           of the warnings, those in sentences without one in the clean text
  worse           texts of which there are more warnings than of the clean one, and the most that one has more
  sure            mean confidence of all that is found, also below the threshold
  same            share of the findings that are in the same sentence as one of the same rule in the clean text`);
  process.exit(values.help ? 0 : 2);
}

const texts = readFileSync(join(values.data, 'opeds.train.docs.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => (JSON.parse(line) as { text: string }).text);

/** A text with the places of its sentences, those of the clean text in order; without them, none can be found again. */
interface Harmed {
  readonly text: string;
  readonly sentences?: readonly Span[];
}

function harm(text: string, sentences: readonly Span[], { by, whole }: Damage, seed: number): Harmed {
  const chance = chanceFor(seed);
  if (whole) return { text: whole(text, chance) };
  if (!by) return { text, sentences };
  const damager = by(chance);
  const between = (gap: string): string => damager.between?.(gap) ?? gap;
  let out = '';
  let last = 0;
  const places = sentences.map(({ start, end }): Span => {
    if (last > 0) out += between(text.slice(last, start));
    last = end;
    const from = out.length;
    out += damager.sentence(text.slice(start, end));
    return { start: from, end: out.length };
  });
  return { text: out, sentences: places };
}

const { settings } = resolveSettings({});
const { settings: unbounded } = resolveSettings({ threshold: 0 });

interface Found {
  readonly findings: readonly Finding[];
  /** For each finding the number of its sentence. */
  readonly at: readonly number[];
  /** How sure all findings are, also those below the threshold. */
  readonly confidences: readonly number[];
}

function find({ text, sentences }: Harmed): Found {
  const article = read(text, 'plaintext');
  const { findings } = check(article, settings);
  return {
    findings,
    at: findings.map(finding => sentences?.findIndex(span => overlaps(span, finding)) ?? -1),
    confidences: check(article, unbounded).findings.map(({ confidence }) => confidence),
  };
}

const isWarning = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'error';
const count = (found: Found, severity: Severity): number =>
  found.findings.filter(one => (severity === 'warning' ? isWarning(one) : one.severity === severity)).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const plain = (text: string): string => text.replace(/\s+/g, ' ');

const sentencesOf = texts.map(text => draftOf(text).sentences);
const undamaged: Damage = { name: 'clean', expects: 'same' };
const clean = texts.map((text, i) => find(harm(text, sentencesOf[i] as readonly Span[], undamaged, i)));
const words = sum(texts.map(text => text.split(/\s+/).length));

/** Of the findings of a damaged text, those for which `is` holds with the findings in the same sentence of the clean one. */
const besideClean = (found: Found, before: Found, is: (finding: Finding, there: readonly Finding[]) => boolean) =>
  found.findings.filter((finding, i) =>
    is(
      finding,
      before.findings.filter((_, j) => found.at[i] !== -1 && before.at[j] === found.at[i]),
    ),
  );

function measure(damage: Damage): string {
  const harmed = texts.map((text, i) => harm(text, sentencesOf[i] as readonly Span[], damage, i));
  const found = harmed.map(find);
  const rate = (number: number) => ((number * 1000) / words).toFixed(2).padStart(6);
  const more = found.map((one, i) => count(one, 'warning') - count(clean[i] as Found, 'warning'));
  const moved = found.map((one, i) =>
    besideClean(one, clean[i] as Found, (finding, there) => isWarning(finding) && !there.some(isWarning)),
  );
  const same = found.map((one, i) =>
    besideClean(one, clean[i] as Found, (finding, there) => there.some(({ ruleId }) => ruleId === finding.ruleId)),
  );
  if (values.more)
    moved.forEach((findings, i) => {
      const { text } = harmed[i] as Harmed;
      for (const { ruleId, confidence, start, end } of findings)
        console.log(
          `${damage.name}, ${ruleId} ${confidence.toFixed(2)} (${i}): ${plain(`${text.slice(Math.max(0, start - 80), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 60)}`)}`,
        );
    });
  const confidences = found.flatMap(one => one.confidences);
  const all = sum(found.map(({ findings }) => findings.length));
  const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3)).padStart(6);
  const isTraced = harmed.some(({ sentences }) => sentences);
  return [
    damage.name.padEnd(22),
    ...(['warning', 'information', 'hint'] as const).map(severity => rate(sum(found.map(one => count(one, severity))))),
    rate(sum(moved.map(({ length }) => length))),
    String(more.filter(number => number > 0).length).padStart(4),
    `+${Math.max(0, ...more)}`.padStart(4),
    share(sum(confidences), confidences.length),
    isTraced ? share(sum(same.map(({ length }) => length)), all) : '     -',
  ].join(' ');
}

console.log(`${texts.length} texts, ${words} words`);
console.log('                         warn   info   hint  moved  worse      sure   same');
console.log(measure(undamaged));
for (const expects of ['same', 'fewer', 'none'] as const) {
  const some = damages.filter(one => one.expects === expects && one.name.includes(values.only ?? ''));
  if (some.length > 0) console.log(`${expects} findings are asked for:`);
  for (const damage of some) console.log(measure(damage));
}
