/**
 * Measures the record of checking with 5,000 claims: `npm run bench:ledger`. Loading it, a status change until it is on the disk, and
 * what the Claims view does about that change, from the record to the rows that are drawn again.
 */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createNodeFiles } from '../server/files/node.ts';
import { openRecord } from '../server/ledger/merge.ts';
import { newRecord } from '../server/ledger/print.ts';
import { type LedgerEntry, newEntry } from '../server/ledger/record.ts';
import { createStore } from '../server/ledger/store.ts';
import { figureOf, print, printMachine, spent, timed } from './benchmark.ts';
import { timeOutline } from './outline-times.ts';

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) {
  console.log(
    'npm run bench:ledger    Times a record of 5,000 claims: loading it, a status change until it is on the disk, and the view.',
  );
  process.exit();
}

const count = 5_000;
const entries = Array.from({ length: count }, (_, n): LedgerEntry => {
  const exact = `In ${1900 + (n % 120)} the council of town number ${n} sold ${n % 97} boats and ${n % 13} houses to its neighbours.`;
  const selectors = {
    exact,
    prefix: 'what stood before it, some words',
    suffix: 'what stands behind it, a few more',
    start: n * 100,
    end: n * 100 + 90,
  };
  return {
    ...newEntry(`c${n}`, 'quantity', selectors),
    status: 'verified',
    checker: 'Ana Ruiz',
    date: '2026-05-12',
    signed: exact,
    sources: [{ url: `https://a.example/${n}`, accessed: '2026-05-12' }],
  };
});

const folder = await mkdtemp(join(tmpdir(), 'sayswho-bench-'));
try {
  const path = join(folder, 'draft.md.claims.yaml');
  const uri = pathToFileURL(path).href;
  const store = createStore(createNodeFiles());
  await store.update(uri, 'draft.md', () => ({ record: { ...newRecord('draft.md'), entries }, extra: {} }));
  const text = await readFile(path, 'utf8');
  const loads = Array.from({ length: 15 }, () => timed(() => openRecord(text)));
  const parsing = Array.from({ length: 15 }, () => spent(() => openRecord(text)));
  const changes: number[] = [];
  const worked: number[] = [];
  for (let n = 0; n < 30; n++) {
    const start = performance.now();
    const used = process.cpuUsage();
    await store.update(uri, 'draft.md', record => ({
      record: {
        ...record,
        entries: record.entries.map((entry, at) => (at === n * 7 ? { ...entry, status: 'disputed' as const } : entry)),
      },
      extra: {},
    }));
    changes.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    worked.push((user + system) / 1000);
  }
  const size = ((await stat(path)).size / 1e6).toFixed(1);
  print([
    figureOf(`${count} claims (${size} MB) read and understood`, loads, 150),
    figureOf('the same, of the processor', parsing),
    figureOf('a status change, until it is on the disk', changes, 50),
    figureOf('the same, of the processor', worked),
    ...(await timeOutline(join(folder, 'long.md'), count, 20)),
  ]);
  printMachine();
} finally {
  await rm(folder, { recursive: true });
}
