import loadSuites from 'sayswho:suites';
import Mocha from 'mocha';
import { ConsoleReporter } from './reporter.ts';

/**
 * Runs every `*.suite.ts` file in this extension host, and rejects when a test failed.
 *
 * A test that is left out, by `skip` or by `only`, counts as a failure.
 */
export function runSuites(): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    reporter: ConsoleReporter,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
  });
  // Mocha's own way of reading files needs a file system. This puts `suite` and `test` where the files look.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadSuites();
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
