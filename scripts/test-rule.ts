/** Runs the examples of one rule: `npm run test:rule -- vague-source`. */
import { run } from './steps.ts';

const [id] = process.argv.slice(2);
if (!id || id === '--help') {
  console.log('npm run test:rule -- RULE    Runs the examples of one rule.');
  process.exit(id ? 0 : 2);
}
const made = await run('npm', ['run', '--silent', 'generate']);
// Imported only now, because the registry is made of the rule files there are.
const { rules } = await import('../server/core/index.ts');
if (!rules.some(rule => rule.id === id)) {
  console.error(`There is no rule “${id}”. The rules are listed in docs/rules/README.md.`);
  process.exit(2);
}
const passed = await run('npx', ['--no-install', 'vitest', 'run', 'test/rules.test.ts', '-t', `^${id} `]);
process.exit(made && passed ? 0 : 1);
