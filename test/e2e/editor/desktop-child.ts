import { runTests } from '@vscode/test-electron';

/**
 * Runs the suites in a desktop VS Code, in a process of its own: `runTests` prints what the editor prints, and
 * only the output of another process can be read. The one argument holds the options as JSON.
 */
const options: Parameters<typeof runTests>[0] = JSON.parse(process.argv[2] ?? '{}');

try {
  process.exitCode = await runTests(options);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
