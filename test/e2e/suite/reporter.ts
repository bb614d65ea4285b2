import Mocha from 'mocha';
import { type Line, toConsole } from './lines.ts';

const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;

/** Tells the run outside the editor about each test as it ends, and how many there were when all have. */
export class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    let failed = 0;
    runner.on(EVENT_TEST_PASS, test => {
      passed += 1;
      say({ kind: 'test', title: titleOf(test), ms: test.duration ?? 0 });
    });
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failed += 1;
      say({ kind: 'test', title: titleOf(test), ms: test.duration ?? 0, error: describe(error) });
    });
    runner.on(EVENT_RUN_END, () => say({ kind: 'end', passed, failed }));
  }
}

/** Reports a duration that is worth knowing but that no test depends on. */
export function measure(name: string, ms: number): void {
  say({ kind: 'measure', name, ms: Math.round(ms) });
}

function say(line: Line): void {
  console.log(toConsole(line));
}

function titleOf(test: Mocha.Runnable): string {
  return test.titlePath().join(' › ');
}

/** The message and where it came from; the deeper calls are Mocha's own. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const calls = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.message, ...calls.slice(0, 3)].join('\n');
}
