import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { draftOf, type Figure, figure, figureOf, machine, print, printMachine, timed } from './benchmark.ts';
import { loadPeers, peerPackages } from './peers.ts';

const help = `npm run bench:reading -- [--peers DIR] [--json FILE]
Measures the first reading of a new process and those of one that is warm (to sentences, tags and values; to claims and
attributions; to the checked report), single typed characters, memory and growth in drafts of 1,000, 10,000 and 100,000 words
of Markdown, and the peers that are installed, side by side in one run. Each peer reads the whole draft again for one typed
character.
  --peers DIR  the folder in which peers are installed, with: npm install ${peerPackages.join(' ')}
  --json FILE  also write the figures to a file`;

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    peers: { type: 'string' },
    json: { type: 'string' },
    memory: { type: 'boolean' },
    cold: { type: 'boolean' },
    bundle: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(help);
  process.exit();
}

const sample = readFileSync(`${root}samples/op-ed.md`, 'utf8');
const bundle = options.bundle ?? bundled();
const { check, read, readBy, readWords }: typeof import('./bench-entry.ts') = await import(pathToFileURL(bundle).href);

if (options.memory) {
  console.log(JSON.stringify(measureMemory()));
  process.exit();
}

if (options.cold) {
  const text = draftOf(sample, 1_000);
  console.log(JSON.stringify([timed(() => wordsOf(text)), timed(() => check(read(text, 'markdown')))]));
  process.exit();
}

const sizes = [
  { words: 1_000, runs: 30, edits: 2_000, typed: 0.5 },
  { words: 10_000, runs: 9, edits: 1_000, typed: 2 },
  { words: 100_000, runs: 7, edits: 400, typed: 8, checked: 8, reading: 500, whole: 900 },
];
const peers = await loadPeers(options.peers ?? root);
const figures: Figure[] = [];
const cold = Array.from({ length: 5 }, () => inNewProcess<readonly [number, number]>('--cold'));
const coldFigures = [
  figureOf(
    'the first reading of a process, to sentences, tags and values, 1,000 words',
    cold.map(([words]) => words),
  ),
  figureOf(
    'the first check behind it, 1,000 words',
    cold.map(([, whole]) => whole),
  ),
];
print(coldFigures);
figures.push(...coldFigures);
// Engines compile what runs often, so each program reads drafts, of which the words differ, until it is warm.
const warmUps = 30;
for (let i = 0; i < warmUps; i++) {
  const short = draftOf(sample, 500 + 50 * i);
  wordsOf(short);
  check(read(short, 'markdown'));
  for (const peer of peers) await peer.lint?.(short);
}
for (const { words, runs, edits, typed, checked, reading, whole } of sizes) {
  const text = draftOf(sample, words);
  const size = `${words.toLocaleString('en-GB')} words`;
  const keys = keystrokes(text, edits);
  const own = [
    figure(`to sentences, tags and values, ${size}`, runs, () => timed(() => wordsOf(text)), reading),
    figure(`to claims and attributions, ${size}`, runs, () => timed(() => read(text, 'markdown'))),
    figure(`to the checked report, ${size}`, runs, () => timed(() => check(read(text, 'markdown'))), whole),
    figureOf(`one character typed, to sentences, tags and values, ${size}`, keys.words, typed),
    figureOf(`one character typed, to the checked report, ${size}`, keys.checked, checked),
    figureOf(`  joining its text to one string before, ${size}`, keys.joined),
  ];
  print(own);
  figures.push(...own);
  for (const peer of peers) {
    if (!peer.lint) continue;
    const spans: number[] = [];
    // A peer that takes long is asked less often.
    for (let spent = 0; spans.length < runs && (spans.length === 0 || spent < 5_000); spent += spans.at(-1) ?? 0) {
      const start = performance.now();
      await peer.lint(text);
      spans.push(performance.now() - start);
    }
    const theirs = figureOf(`${peer.name}, ${size}`, spans);
    const times = (i: number) => (theirs.median / (own[i] as Figure).median).toFixed(1);
    print([theirs]);
    console.log(
      `  ${times(0)} times our reading and ${times(2)} times our whole check; for one typed character ${times(3)} and ${times(4)}`,
    );
    figures.push(theirs);
  }
}
for (const { name, problem } of peers) if (problem) console.log(`${name}: ${problem}`);

const memory = inNewProcess<ReturnType<typeof measureMemory>>('--memory');
console.log(
  `\n${memory.bytesPerToken.toFixed(0)} bytes retained per token in 100,000 words (target < 300); ` +
    `${memory.grownKilobytes.toFixed(0)} kB grown in 10,000 edits of 10,000 words, after 4,000 others.`,
);
printMachine();
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, figures, memory }, undefined, 2)}\n`);

/**
 * Bundles what is measured, into a file that is gone at the end. The runner of scripts gives every function its name whenever it is made,
 * which adds a tenth to the time that reading takes of who uses what ships.
 */
function bundled(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sayswho-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'measured.cjs');
  spawnSync(process.execPath, ['scripts/bundle-measured.mjs', outfile], { cwd: root, stdio: 'inherit' });
  return outfile;
}

/** Reads what the blocks of a whole draft say, and nothing of what they assert. */
function wordsOf(text: string): unknown {
  return readBy(readWords, text, 'markdown');
}

/**
 * Types words here and there, and tells for each letter how long it took until it was read, and until it was checked. Each is typed by
 * itself, from the first letter to the last: in turns, each would find that the other has put its tables out of the processor's cache,
 * which happens to nobody who types. Engines join the pieces of a string when its characters are first looked at, which is no part of
 * reading and is measured apart.
 */
function keystrokes(text: string, count: number) {
  let said = readBy(readWords, text, 'markdown');
  const words = typing(text, count, typed => {
    said = readBy(readWords, typed, 'markdown', said);
  });
  let article = read(text, 'markdown');
  check(article);
  const checked = typing(text, count, typed => {
    article = read(typed, 'markdown', article);
    check(article);
  });
  return { words: words.read, checked: checked.read, joined: checked.joined };
}

/** Types letters into a draft, each of which is read before the next one. */
function typing(draft: string, count: number, readTyped: (text: string) => void) {
  const joined: number[] = [];
  const read: number[] = [];
  // The first ones warm the way that only edits go: engines go on compiling for some thousands of them.
  const warming = 2_000;
  let text = draft;
  let at = 0;
  for (let i = 0; i < warming + count; i++) {
    if (i === warming) {
      text = draft;
      readTyped(text);
    }
    // Multiplying by a prime goes through the draft without end and without order.
    if (i % 8 === 0) at = draft.indexOf(' ', Math.floor((((i * 7919) % 997) / 1000) * draft.length));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    at++;
    const join = timed(() => text.charCodeAt(0));
    const reading = timed(() => readTyped(text));
    if (i < warming) continue;
    joined.push(join);
    read.push(reading);
  }
  return { joined, read };
}

/** What this script prints in a process of its own, which nothing has warmed. */
function inNewProcess<Printed>(...options: readonly string[]): Printed {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, fileURLToPath(import.meta.url), '--bundle', bundle, ...options],
    { encoding: 'utf8' },
  );
  return JSON.parse(stdout) as Printed;
}

function measureMemory(): { readonly bytesPerToken: number; readonly grownKilobytes: number } {
  const used = () => {
    (globalThis as typeof globalThis & { gc(): void }).gc();
    return process.memoryUsage().heapUsed;
  };
  // What is read once and for all, such as lexicons and compiled expressions, is no part of it.
  check(read(draftOf(sample, 2_000), 'markdown'));
  const text = draftOf(sample, 100_000);
  const before = used();
  const whole = read(text, 'markdown');
  const bytes = used() - before;
  const tokens = whole.blocks.reduce((sum, { block }) => sum + block.tokens.length, 0);

  const draft = draftOf(sample, 10_000);
  let article = read(draft, 'markdown');
  const edit = (count: number) => {
    const at = Math.floor((((count * 7919) % 997) / 1000) * draft.length);
    for (const version of [`${draft.slice(0, at)}word${draft.slice(at)}`, draft]) {
      article = read(version, 'markdown', article);
      check(article);
    }
  };
  // By then whatever is remembered up to a bound has reached it.
  for (let i = 0; i < 2_000; i++) edit(i);
  const early = used();
  for (let i = 2_000; i < 7_000; i++) edit(i);
  return { bytesPerToken: bytes / tokens, grownKilobytes: (used() - early) / 1024 };
}
