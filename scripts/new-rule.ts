/** Starts a rule: `npm run new:rule -- RULE --family FAMILY [--phrases|--article]` writes its file, ready to be filled in. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { families } from '../server/core/model/finding.ts';
import { articleTemplate, codeTemplate, phraseTemplate } from './rule-templates.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    family: { type: 'string' },
    phrases: { type: 'boolean', default: false },
    article: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const [id] = positionals;
const family = families.find(known => known === values.family);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (values.help) {
  console.log(`npm run new:rule -- RULE --family ${families.join('|')} [--phrases|--article]`);
  console.log('Starts a rule in TypeScript, or with --phrases one in YAML; one with --article compares blocks.');
  process.exit(0);
}
if (!id || !/^[a-z]+(-[a-z]+)*$/.test(id))
  fail('Give the rule a name in small letters and hyphens, as an editor would name the fault: vague-source.');
if (!family) fail(`Give its family: --family ${families.join('|')}.`);

for (const other of families)
  for (const ending of ['ts', 'yml']) {
    const taken = `server/core/rules/${other}/${id}.${ending}`;
    if (existsSync(taken)) fail(`${taken} is there already; a name belongs to one rule, whatever its family.`);
  }
const folder = `server/core/rules/${family}`;
const file = `${folder}/${id}.${values.phrases ? 'yml' : 'ts'}`;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
mkdirSync(folder, { recursive: true });
writeFileSync(
  file,
  (values.phrases ? phraseTemplate : values.article ? articleTemplate : codeTemplate)({ id, family, version }),
);
console.log(
  `${file} is there. Fill it in, then run \`npm run test:rule -- ${id}\`. It is off until it is measured (CONTRIBUTING.md).`,
);
