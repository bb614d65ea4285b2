/** Starts a rule: `npm run new:rule -- RULE --family FAMILY [--phrases]` writes its file, ready to be filled in. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { families } from '../server/core/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { family: { type: 'string' }, phrases: { type: 'boolean', default: false }, help: { type: 'boolean' } },
});
const [id] = positionals;
const family = families.find(known => known === values.family);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (values.help) {
  console.log(`npm run new:rule -- RULE --family ${families.join('|')} [--phrases]`);
  console.log('Starts a rule in TypeScript, or with --phrases one in YAML.');
  process.exit(0);
}
if (!id || !/^[a-z]+(-[a-z]+)*$/.test(id))
  fail('Give the rule a name in small letters and hyphens, as an editor would name the fault: vague-source.');
if (!family) fail(`Give its family: --family ${families.join('|')}.`);

const folder = `server/core/rules/${family}`;
const file = `${folder}/${id}.${values.phrases ? 'yml' : 'ts'}`;
for (const ending of ['ts', 'yml'])
  if (existsSync(`${folder}/${id}.${ending}`)) fail(`${folder}/${id}.${ending} is there already.`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const phraseRule = `id: ${id}
family: ${family}
severity: off
since: ${version}
docs:
  summary: Flags …
  why: …
  advice: …
  references: []
message: “{phrase}” …
# Alternatives share one word's place (is|was); a question mark makes a word optional (widely?).
phrases: []
examples:
  flags:
    - "[[…]]"
  passes:
    - "…"
`;
const codeRule = `import { defineRule } from '../rule.ts';

export default defineRule({
  id: '${id}',
  family: '${family}',
  severity: 'off',
  since: '${version}',
  docs: {
    summary: 'Flags …',
    why: '…',
    advice: '…',
    references: [],
  },
  messages: { found: '…' },
  examples: {
    flags: ['[[…]]'],
    passes: ['…'],
  },
  check({ block, report }) {
    for (const gap of block.gaps) report(gap, 'found', {});
  },
});
`;
mkdirSync(folder, { recursive: true });
writeFileSync(file, values.phrases ? phraseRule : codeRule);
console.log(
  `${file} is there. Fill it in, then run \`npm run test:rule -- ${id}\`. It is off until it is measured (CONTRIBUTING.md).`,
);
