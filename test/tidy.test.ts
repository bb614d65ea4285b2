import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLexicon } from '../scripts/lexicon-compiler.ts';
import { families, rules } from '../server/core/index.ts';

const root = join(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file));

test('what is generated and committed is fresh', () => {
  expect(() =>
    execFileSync('npx', ['tsx', 'scripts/generate.ts', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});

describe.each(rules.map(rule => [rule.id, rule] as const))('rule %s', (id, rule) => {
  test('stands in the folder of its family, in a file of its name', () => {
    const files = ['ts', 'yml']
      .map(ending => `server/core/rules/${rule.family}/${id}.${ending}`)
      .filter(file => existsSync(join(root, file)));
    expect(files).toHaveLength(1);
  });

  test('is documented in whole sentences, with a reference', () => {
    expect(families).toContain(rule.family);
    expect(rule.docs.summary).toMatch(/^Flags .*[^.]\.$|^Points .*[^.]\.$|^Lists .*[^.]\.$/);
    expect(rule.docs.summary.match(/\.\s/)).toBeNull();
    for (const part of [rule.docs.why, rule.docs.advice]) expect(part).toMatch(/^[“A-Z].*[.?]$/s);
    expect(rule.docs.references.length).toBeGreaterThan(0);
    expect(JSON.stringify(rule.docs)).not.toMatch(/\?\?\?|TODO/);
  });
});

test.each(filesIn('server/lexicons/en'))('lexicon %s is in order', file => {
  const { lexicon, problems } = readLexicon(file, text(file));
  expect(problems).toEqual([]);
  const terms = lexicon.entries.map(entry => entry.term);
  expect(terms.length).toBeGreaterThan(0);
});

const guides = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...filesIn('docs').filter(file => file.endsWith('.md')),
];

test.each(guides)('%s names no file that is not there', guide => {
  const linked = [...text(guide).matchAll(/\]\((?!https?:|#|command:)([^)#\s]+)/g)].map(([, target]) =>
    normalize(join(dirname(guide), target ?? '')),
  );
  const named = [
    ...text(guide).matchAll(/`((?:client|server|test|scripts|docs|syntaxes|samples|media|\.ci)\/[\w./-]*\w\.\w+)`/g),
  ].map(([, path]) => path ?? '');
  expect([...linked, ...named].filter(path => !existsSync(join(root, path)))).toEqual([]);
});

test('the core imports nothing but itself and the libraries that it names', () => {
  const allowed = new Set([
    '@lezer/common',
    '@lezer/markdown',
    'entities',
    'htmlparser2',
    'latex-utensils',
    'latex-utensils/out/src/bibtex/bibtex_parser_simple.js',
    'yaml',
  ]);
  const outside = filesIn('server/core')
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => [...text(file).matchAll(/from '([^']+)'/g)].map(([, source]) => [file, source ?? ''] as const))
    .filter(([file, source]) =>
      source.startsWith('.') ? !normalize(join(dirname(file), source)).startsWith('server/core') : !allowed.has(source),
    );
  expect(outside).toEqual([]);
});

/** What a file imports before it does anything, itself and through others. */
function loadedWith(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  if (!file.endsWith('.ts')) return known;
  for (const [, source = ''] of text(file).matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)';/gms))
    if (!source.startsWith('.')) known.add(source);
    else if (existsSync(join(root, dirname(file), source))) loadedWith(normalize(join(dirname(file), source)), known);
  return known;
}

test.each(['server/lsp/node.ts', 'server/lsp/worker.ts', 'server/cli/commands/check.ts'])(
  '%s starts without the parsers of bibliographies',
  start => {
    const loaded = [...loadedWith(start)];
    expect(loaded).toContain('server/bibliography/library.ts');
    expect(loaded.filter(file => /^yaml$|^latex-utensils/.test(file))).toEqual([]);
  },
);

const manifest = JSON.parse(text('package.json')) as {
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};
const sources = [
  ...['client', 'server', 'scripts', 'test'].flatMap(filesIn).filter(file => /(\.ts|\/tsconfig\.json)$/.test(file)),
  'esbuild.mjs',
  'vitest.config.ts',
]
  .map(text)
  .join('\n');

/** The programs that a package brings. */
function programsOf(name: string): string[] {
  const { bin = {} } = JSON.parse(text(`node_modules/${name}/package.json`)) as {
    bin?: string | Record<string, string>;
  };
  return typeof bin === 'string' ? [name.replace(/^.*\//, '')] : Object.keys(bin);
}

test.each(Object.keys(manifest.devDependencies))('%s is used, and ARCHITECTURE.md says what for', name => {
  const module = name.replace(/^@types\//, '');
  const isNamed = new RegExp(`['"](?:node:)?${module}(?:/[^'"]*)?['"]`).test(sources);
  const commands = Object.values(manifest.scripts).flatMap(command => command.split(/\s+/));
  const isCalled = programsOf(name).some(program => commands.includes(program) || sources.includes(`'${program}'`));
  expect(isNamed || isCalled).toBe(true);
  expect(text('ARCHITECTURE.md')).toContain(`\`${name}\``);
});
