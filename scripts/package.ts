/** Builds and packs the extension: `npm run package` writes dist/sayswho.vsix, the same file for every platform, and refuses one that is too large. */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from './steps.ts';

const file = 'dist/sayswho.vsix';
const largest = 3_000_000;

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) {
  console.log(`npm run package    Builds and packs the extension as ${file}.`);
  process.exit();
}

if (!(await run('npm', ['run', '--silent', 'build']))) process.exit(1);
// Everything that ships is bundled, so there are no dependencies to collect.
if (
  !(await run('npx', [
    '--no-install',
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--out',
    file,
  ]))
)
  process.exit(1);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1e6).toFixed(2)} MB`);
if (size > largest) {
  console.error(`The package is larger than ${largest / 1e6} MB; find what .vscodeignore lets through.`);
  process.exit(1);
}
