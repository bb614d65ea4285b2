import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { draftOf, type Figure, figure, machine, print, printMachine, timed } from './benchmark.ts';

const help = `npm run bench -- [--json FILE]
Builds, then measures start-up, whole documents and single keystrokes, and prints medians in milliseconds.
  --json FILE  also write the figures to a file`;

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({ options: { json: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (options.help) {
  console.log(help);
  process.exit();
}

const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(1);

const samplePath = `${root}samples/op-ed.md`;
const sample = readFileSync(samplePath, 'utf8');
// Imported only now, because the build makes the compiled lexicons that it needs.
const { check, createPlacer, defaultSettings, fillAll, fixesFor, read } = await import('../server/core/index.ts');

const drafts = [
  { name: 'sample', text: sample, runs: 30 },
  { name: '10,000 words', text: draftOf(sample, 10_000), runs: 9 },
  { name: '100,000 words', text: draftOf(sample, 100_000), runs: 5 },
];
const figures: Figure[] = [
  figure('node, starting and ending', 15, () => timed(() => runNode(['-e', '0']))),
  figure('server bundle, loading', 15, () => loadTime(`${root}dist/server/server.cjs`), 60),
  figure(
    'sayswho check, whole process on the sample',
    15,
    () => timed(() => runNode([`${root}dist/cli.cjs`, 'check', samplePath])),
    250,
  ),
  ...drafts.map(({ name, text, runs }) =>
    figure(`read and check, ${name}`, runs, () => timed(() => check(read(text, 'markdown'), defaultSettings))),
  ),
  ...drafts.map(({ name, text, runs }) => figure(`one character typed, ${name}`, runs, keystrokes(text))),
  figure('fixes for one finding, 10,000 words', 25, fixing(draftOf(sample, 10_000)), 10),
  figure('placeholders for all findings, 100,000 words', 5, filling(draftOf(sample, 100_000)), 1500),
];

print(figures);
printMachine();
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, figures }, undefined, 2)}\n`);

/** Types one letter after the other in the middle of a draft; each call answers with the time until it is read and checked again. */
function keystrokes(text: string): () => number {
  const middle = text.indexOf(' ', text.length / 2);
  let article = read(text, 'markdown');
  check(article, defaultSettings);
  return () => {
    const typed = `${article.text.slice(0, middle)}x${article.text.slice(middle)}`;
    return timed(() => {
      article = read(typed, 'markdown', article);
      check(article, defaultSettings);
    });
  };
}

/** What fixes are made from, once a draft is read and checked. */
function readyToFix(text: string) {
  const article = read(text, 'markdown');
  const report = check(article, defaultSettings);
  const today = { year: 2026, month: 1, day: 1 };
  return { report, context: () => ({ article, settings: defaultSettings, today, placer: createPlacer(article) }) };
}

/** Offers the fixes of one finding after the other; each call answers with the time for one. */
function fixing(text: string): () => number {
  const { report, context } = readyToFix(text);
  const findings = report.findings.filter(({ fixes }) => fixes.length > 0);
  let next = 0;
  return () => {
    const finding = findings[next++ % findings.length];
    return timed(() => finding && fixesFor(context(), finding));
  };
}

function filling(text: string): () => number {
  const { report, context } = readyToFix(text);
  return () => timed(() => fillAll(context(), report.findings));
}

/** How long a bundle takes to load, measured within a new process that ends before the bundle does anything. */
function loadTime(bundle: string): number {
  // Not `console`, which the server turns into messages to its client.
  const script = `const start = performance.now(); require(${JSON.stringify(bundle)});
require('fs').writeSync(2, String(performance.now() - start)); process.exit()`;
  // The first argument stands for the script; the server looks for its transport behind it.
  const time = Number.parseFloat(runNode(['-e', script, '--', 'server', '--stdio']));
  if (Number.isNaN(time)) throw new Error(`${bundle} does not load; run npm run build and see what it says.`);
  return time;
}

/** Runs Node to its end and answers with what it wrote on standard error. */
function runNode(args: readonly string[]): string {
  const { error, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (error) throw error;
  return stderr;
}
