import { hosts } from './hosts.ts';
import { runSuites } from './run-suites.ts';

/** The editor calls this in the extension host that runs in a web worker. */
export function run(): Promise<void> {
  hosts.expected = 'web';
  return runSuites();
}
