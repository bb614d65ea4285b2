/**
 * `npm test`: everything that must hold, which is types, lint, generated files, the tests in Node, the package, and the real editor.
 * One step's failure does not hide the next one's; any failure fails the whole.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, run } from './steps.ts';

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) {
  console.log(`npm run test    Checks types, lint and generated files, and runs the tests in Node, the package and the tests in the real editor.
One step's failure does not hide the next one's; npm run test:unit runs the tests in Node alone.`);
  process.exit();
}

const scratch = mkdtempSync(join(tmpdir(), 'sayswho-test-'));
const unitReport = join(scratch, 'unit.json');
const editorReport = join(scratch, 'editor.json');

const counts = (file: string, passed: string, failed: string): { passed: number; failed: number } => {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: Number(report[passed]), failed: Number(report[failed]) };
  } catch {
    // The step ended before it could write its report, which its exit code tells.
    return { passed: 0, failed: 0 };
  }
};

async function plain(name: string, ...args: string[]): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const ok = await run('npm', ['run', '--silent', ...args]);
  return { name, ok, passed: 0, failed: 0 };
}

async function counted(
  name: string,
  report: string,
  keys: readonly [string, string],
  ...args: string[]
): Promise<Outcome> {
  const { ok } = await plain(name, ...args);
  const { passed, failed } = counts(report, ...keys);
  if (ok && passed === 0) console.error(`${name}: no test ran.`);
  return { name, ok: ok && passed > 0 && failed === 0, passed, failed };
}

const outcomes: Outcome[] = [];
try {
  outcomes.push(await plain('generated files', 'generate'));
  outcomes.push(await plain('generated files are committed', 'check:generated'));
  outcomes.push(await plain('types', 'check:types'));
  outcomes.push(await plain('lint', 'check:lint'));
  outcomes.push(
    await counted(
      'tests in Node',
      unitReport,
      ['numPassedTests', 'numFailedTests'],
      'test:unit',
      '--',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ),
  );
  const packaged = await plain('package', 'package');
  outcomes.push(packaged);
  if (packaged.ok)
    outcomes.push(
      await counted(
        'tests in the real editor',
        editorReport,
        ['passed', 'failed'],
        'test:e2e',
        '--',
        '--report',
        editorReport,
      ),
    );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log('');
for (const { name, ok, passed, failed } of outcomes)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}${passed + failed > 0 ? ` (${passed} passed, ${failed} failed)` : ''}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
// A step that counts no tests and fails is one failure; one whose tests failed is as many.
const failed = outcomes.reduce((sum, outcome) => sum + (outcome.ok ? 0 : Math.max(1, outcome.failed)), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
