/**
 * Measures how claims are found again after edits: `npm run evaluate:anchoring -- [--histories N] [--seed N] [--alone] [--wrong]`.
 *
 * Each history is a made-up op-ed of which every claim is recorded, and then typed in, cut, moved about, reworded, joined, merged
 * and laid out anew. Plain search and diff-match-patch look for the same claims in the same drafts. The run is the same for the same seed.
 */
import { parseArgs } from 'node:util';
import { diff, diffXIndex, match } from 'diff-match-patch-es';
import { type Case, type Fate, type Found, type History, simulate } from './anchoring/simulate.ts';
import { randomFrom } from './consistency/draft.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    alone: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(`npm run evaluate:anchoring -- [--histories N] [--seed N] [--alone] [--wrong]
How many recorded claims are found again in simulated edit histories, beside plain search and diff-match-patch.
  --alone  leaves out plain search and diff-match-patch, which take most of the time
  --wrong  prints what was attached to the wrong sentence, or not found`);
  process.exit();
}

const fates: readonly Fate[] = ['untouched', 'reworded', 'joined', 'cut'];
const outcomes: readonly Found[] = ['right', 'uncertain, right', 'uncertain, wrong', 'wrong', 'not found'];

/** For each way of finding again, how often what became of what. */
const tables = new Map<string, Map<string, number>>();
function tally(way: string, fate: Fate, found: Found): void {
  const table = tables.get(way) ?? new Map<string, number>();
  tables.set(way, table);
  table.set(`${fate}/${found}`, (table.get(`${fate}/${found}`) ?? 0) + 1);
}

/** An offset is right where it lies in the sentence; one for a sentence that was cut is wrong. */
function judged({ truth }: Case, at: number): Found {
  if (at < 0) return truth ? 'not found' : 'right';
  return truth && truth.start <= at && at < truth.end ? 'right' : 'wrong';
}

/** Matches only the beginning, since diff-match-patch looks for no more than 32 characters. */
const longestPattern = 32;

function compare({ before, after, cases }: History): void {
  const differences = diff(before, after);
  for (const each of cases) {
    const { start } = each.entry;
    tally('plain search (indexOf)', each.fate, judged(each, after.indexOf(each.recorded)));
    const near = diffXIndex(differences, start);
    tally('diff-match-patch, place after diff', each.fate, judged(each, near));
    const found = match(after, each.recorded.slice(0, longestPattern), near);
    tally('diff-match-patch, match near it', each.fate, judged(each, found));
  }
}

const random = randomFrom(Number(values.seed));
const upTo = (below: number): number => Math.floor(random() * below);
for (let n = 0; n < Number(values.histories); n++) {
  const history = simulate(upTo);
  for (const each of history.cases) {
    tally('Says Who', each.fate, each.found);
    if (values.wrong && each.found !== 'right' && !(each.fate === 'cut' && each.found === 'uncertain, wrong'))
      console.log(
        `${n}: ${each.fate} ${each.changed.toFixed(2)} ${each.found}\n  ${each.recorded}\n  ${each.attached ?? '-'}`,
      );
  }
  if (!values.alone) compare(history);
}

for (const [way, table] of tables) {
  console.log(`\n${way}`);
  for (const fate of fates) {
    const total = outcomes.reduce((sum, found) => sum + (table.get(`${fate}/${found}`) ?? 0), 0);
    const shares = outcomes.map(found => {
      const count = table.get(`${fate}/${found}`) ?? 0;
      return `${found} ${((100 * count) / total).toFixed(2)} % (${count})`;
    });
    console.log(`  ${fate.padEnd(10)} ${String(total).padStart(6)}: ${shares.join(', ')}`);
  }
}
