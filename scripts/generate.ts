/**
 * `npm run generate` makes everything that follows from another fact: the compiled lexicons and phrase rules (not committed), and the rule registry, the
 * manifest's settings and the rule pages (committed). `--check` writes nothing and fails where a committed file is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { expandPattern, lexiconModule, readLexicon } from './lexicon-compiler.ts';
import { type RuleFile, registryModule } from './registry-writer.ts';

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean' } },
});
if (options.help) {
  console.log(`npm run generate [-- --check]
Makes the compiled lexicons and phrase rules, the rule registry, the settings in package.json and the rule pages.
  --check  writes nothing that is committed, and fails where a committed file is stale`);
  process.exit();
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = 'server/core/generated';
const checkOnly = options.check;
const stale: string[] = [];

/** Writes a file if its text differs, so that watchers and incremental builds are not woken for nothing. */
function put(file: string, text: string, committed: boolean): void {
  const path = join(root, file);
  let before: string | undefined;
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // There is no such file yet.
  }
  if (before === text) return;
  if (checkOnly && committed) stale.push(file);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function listed(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => `${folder}/${name}`);
}

const problems: string[] = [];
const made = new Set<string>();
for (const file of listed('server/lexicons/en', '.yml')) {
  const { lexicon, problems: found } = readLexicon(file, readFileSync(join(root, file), 'utf8'));
  problems.push(...found);
  const target = `${generated}/${lexicon.id}.ts`;
  made.add(target);
  put(target, lexiconModule(lexicon), false);
}

const ruleFiles: RuleFile[] = [];
/** The file of each rule, by its identifier. */
const fileOf = new Map<string, string>();
for (const family of readdirSync(join(root, 'server/core/rules'), { withFileTypes: true })) {
  if (!family.isDirectory()) continue;
  const folder = `server/core/rules/${family.name}`;
  for (const file of listed(folder, '.ts')) {
    const id = basename(file, '.ts');
    fileOf.set(id, file);
    ruleFiles.push({ id, from: `./${family.name}/${basename(file)}` });
  }
  for (const file of listed(folder, '.yml')) {
    const data = parse(readFileSync(join(root, file), 'utf8'));
    const id = basename(file, '.yml');
    if (!Array.isArray(data.phrases) || data.phrases.length === 0) {
      problems.push(`${file}: “phrases” must list at least one phrase.`);
      continue;
    }
    const target = `${generated}/rules/${id}.ts`;
    made.add(target);
    const compiled = { ...data, phrases: data.phrases.flatMap(expandPattern) };
    put(
      target,
      `// Made by \`npm run generate\` from ${file}.\nimport { phraseRule } from '../../rules/phrase-rule.ts';\n\nexport default phraseRule(${JSON.stringify(compiled, null, 2)});\n`,
      false,
    );
    fileOf.set(id, file);
    ruleFiles.push({ id, from: `../generated/rules/${id}.ts` });
  }
}
for (const file of [...listed(generated, '.ts'), ...listed(`${generated}/rules`, '.ts')])
  if (!made.has(file)) rmSync(join(root, file));
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
put('server/core/rules/registry.ts', registryModule(ruleFiles), true);

// What follows reads the rules themselves, which need what was made above.
const { rules } = await import('../server/core/rules/registry.ts');
const { unfilledIn } = await import('./unfilled.ts');
const { rulePage, ruleIndex } = await import('./rule-pages.ts');
const { manifestWithSettings } = await import('./manifest.ts');

// A rule that was just started is named and fails the run, but everything is made all the same, so that its examples can be tried.
const unfilled = rules.flatMap(rule => unfilledIn(rule, fileOf.get(rule.id) ?? rule.id) ?? []);
for (const rule of rules) put(`docs/rules/${rule.id}.md`, rulePage(rule), true);
put('docs/rules/README.md', ruleIndex(rules), true);
put('package.json', manifestWithSettings(readFileSync(join(root, 'package.json'), 'utf8')), true);

const pages = new Set([...rules.map(rule => `docs/rules/${rule.id}.md`), 'docs/rules/README.md']);
for (const page of listed('docs/rules', '.md')) {
  if (pages.has(page)) continue;
  if (checkOnly) stale.push(page);
  else rmSync(join(root, page));
}
if (stale.length > 0) {
  console.error(`Stale; run \`npm run generate\` and commit: ${stale.join(', ')}`);
  process.exit(1);
}
if (unfilled.length > 0) {
  console.error(unfilled.join('\n'));
  process.exit(1);
}
