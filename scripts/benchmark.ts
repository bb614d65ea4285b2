import { availableParallelism, cpus } from 'node:os';

/** One measured thing: times in milliseconds unless its name says otherwise. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** The time that one run in a hundred exceeds; absent where there are too few runs to tell. */
  readonly p99?: number;
  readonly runs: number;
  /** What the median should stay under, where something was promised. */
  readonly target?: number;
}

/** Measures something a number of times. Every call of `measure` answers with one time. */
export function figure(name: string, runs: number, measure: () => number, target?: number): Figure {
  return figureOf(name, Array.from({ length: runs }, measure), target);
}

export function figureOf(name: string, measured: readonly number[], target?: number): Figure {
  const times = measured.toSorted((a, b) => a - b);
  const at = (index: number) => Math.round((times[index] ?? Number.NaN) * 1000) / 1000;
  return {
    name,
    median: at(times.length >> 1),
    least: at(0),
    most: at(times.length - 1),
    ...(times.length < 100 ? {} : { p99: at(Math.floor(times.length * 0.99)) }),
    runs: times.length,
    ...(target === undefined ? {} : { target }),
  };
}

export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of the processor that something takes, which others on the machine hardly change. */
export function spent(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Repeats a draft's paragraphs until there are enough words. Every paragraph and every sentence in them is made distinct, so that
 * none is recognised as read before. The notes stand once, at the end, so that no mark of a note leads nowhere.
 */
export function draftOf(sample: string, words: number): string {
  const all = sample.split(/\n{2,}/);
  const notes = all.filter(block => block.startsWith('[^'));
  const blocks = all.filter(block => !notes.includes(block));
  const parts: string[] = [];
  for (let count = 0, sentences = 0, i = 0; count < words; i++) {
    const paragraph = (blocks[i % blocks.length] as string).replace(
      /[a-z](?=”?[.?!](?:\s|\[|$))/g,
      letter => `${letter} ${coined(sentences++)}`,
    );
    const block = `${paragraph} [${i}](https://example.org/${i})`;
    parts.push(block);
    count += block.split(/\s+/).length;
  }
  return [...parts, ...notes].join('\n\n');
}

/** A word that no other number gives. */
const coined = (number: number): string =>
  [...number.toString(16)].reduce((word, digit) => word + syllables[Number.parseInt(digit, 16)], 'ny');
const syllables = 'a ba de fi go hu ka le mi no pu ra se ti vo zu'.split(' ');

export const machine = {
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  node: process.version,
  platform: process.platform,
};

export function print(rows: readonly Figure[], unit = 'milliseconds'): void {
  const written = (time: number | undefined) => (time === undefined ? '' : time.toFixed(time < 10 ? 2 : 0));
  const table = [
    [unit, 'median', 'least', 'most', '99 %', 'runs', 'target'],
    ...rows.map(({ name, median, least, most, p99, runs, target }) => [
      name,
      ...[median, least, most, p99].map(written),
      String(runs),
      target === undefined ? '' : `< ${target}${median < target ? '' : ', missed'}`,
    ]),
  ];
  const widths = table.reduce(
    (widest, row) => row.map((cell, i) => Math.max(cell.length, widest[i] ?? 0)),
    [] as number[],
  );
  for (const row of table)
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
}

export function printMachine(): void {
  const { cores, cpu, node, platform } = machine;
  console.log(
    `\n${cores} cores (${cpu}), Node ${node} on ${platform}. On a machine that others use too, figures are noisy.`,
  );
}
