/**
 * Measures the spans of hedges, boosters and gaps on the op-eds that were marked by hand: `npm run evaluate:spans -- --data DIR`.
 *
 * A marked span is met where a found one of its kind touches it. What one of two readers alone marked is neither asked for nor held
 * against what was found.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { read, type Span } from '../server/core/index.ts';
import { overlaps, shift } from '../server/core/model/span.ts';
import { gapKinds } from '../server/core/model/stance.ts';
import { assertedGaps } from '../server/core/stance/gaps/asserted.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    half: { type: 'string' },
    kind: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.data) {
  console.log(`npm run evaluate:spans -- --data DIR    Precision, recall and F1 of hedges, boosters and every kind of gap.
  --split train|dev  the op-eds to measure on (default: dev)
  --half even|odd    only every other document, so that a rule can be made on one half and proved on the other
  --kind KIND        also prints what was missed (-) and what was found wrongly (+) of one kind, such as boosters or vague-time`);
  process.exit(values.help ? 0 : 2);
}
const data = values.data;

interface Mark extends Span {
  readonly kind?: string;
  readonly both: boolean;
}
interface Sentence {
  readonly doc: string;
  readonly hedges: readonly Mark[];
  readonly boosters: readonly Mark[];
  readonly gaps: readonly Mark[];
}

const lines = <T>(name: string): T[] =>
  readFileSync(join(data, `opeds.${values.split}.${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

const kinds = ['hedges', 'boosters', ...gapKinds];
const tally = new Map(kinds.map(kind => [kind, { met: 0, missed: 0, wrong: 0 }]));
const marked = lines<Sentence>('sents');
const documents = lines<{ id: string; text: string }>('docs').filter(
  (_, i) => values.half === undefined || (values.half === 'even') === (i % 2 === 0),
);
for (const { id, text } of documents) {
  const sentences = marked.filter(({ doc }) => doc === id);
  const blocks = read(text, 'plaintext').blocks;
  for (const kind of kinds) {
    const counted = tally.get(kind) as { met: number; missed: number; wrong: number };
    const gold = sentences.flatMap((sentence): readonly Mark[] =>
      kind === 'hedges' || kind === 'boosters' ? sentence[kind] : sentence.gaps.filter(gap => gap.kind === kind),
    );
    const found = blocks.flatMap(({ block, start }) => {
      const spans =
        kind === 'hedges' || kind === 'boosters' ? block[kind] : assertedGaps(block).filter(gap => gap.kind === kind);
      return spans.map(span => shift(span, start));
    });
    for (const mark of gold.filter(({ both }) => both)) {
      if (found.some(span => overlaps(span, mark))) counted.met++;
      else {
        counted.missed++;
        if (values.kind === kind) console.log(`- ${inContext(text, mark)}`);
      }
    }
    for (const span of found.filter(one => !gold.some(mark => overlaps(one, mark)))) {
      counted.wrong++;
      if (values.kind === kind) console.log(`+ ${inContext(text, span)}`);
    }
  }
}

for (const [kind, { met, missed, wrong }] of tally) {
  const precision = met / (met + wrong) || 0;
  const recall = met / (met + missed) || 0;
  const f1 = (2 * precision * recall) / (precision + recall) || 0;
  console.log(
    `${kind.padEnd(20)} F1 ${f1.toFixed(3)}   precision ${precision.toFixed(3)}   recall ${recall.toFixed(3)}   of ${met + missed}`,
  );
}

function inContext(text: string, { start, end }: Span): string {
  return `${text.slice(Math.max(0, start - 90), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 90)}`.replace(
    /\s+/g,
    ' ',
  );
}
