/** Runs the examples of one rule: `npm run test:rule -- vague-source`. */
import { run } from './steps.ts';

const [id] = process.argv.slice(2);
if (!id || id === '--help') {
  console.log('npm run test:rule -- RULE    Runs the examples of one rule.');
  process.exit(id ? 0 : 2);
}
const made = await run('npm', ['run', '--silent', 'generate']);
const passed = made && (await run('npx', ['--no-install', 'vitest', 'run', 'test/rules.test.ts', '-t', `^${id} `]));
process.exit(passed ? 0 : 1);
