/** How many tests of a part, or of a whole run, passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts the results of one part, and prints each as it comes. */
export interface Tally {
  readonly counts: Counts;
  readonly take: (title: string, ms: number, error?: string) => void;
  readonly measure: (name: string, ms: number) => void;
}

/** Starts the count of a part at nothing. */
export function startTally(part: string): Tally {
  let passed = 0;
  let failed = 0;
  return {
    get counts() {
      return { passed, failed };
    },
    take(title, ms, error) {
      if (error === undefined) passed += 1;
      else failed += 1;
      console.log(`${error === undefined ? 'ok  ' : 'FAIL'} ${part.padEnd(4)} ${title} (${Math.round(ms)} ms)`);
      if (error !== undefined) console.log(error.replace(/^/gm, '       '));
    },
    measure(name, ms) {
      console.log(`     ${part.padEnd(4)} measure ${JSON.stringify({ name, ms })}`);
    },
  };
}

/** Adds up the counts of several parts. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });
}
