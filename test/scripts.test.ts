import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { expandPattern } from '../scripts/lexicon-compiler.ts';
import { articleTemplate, codeTemplate, phraseTemplate } from '../scripts/rule-templates.ts';
import { unfilledIn } from '../scripts/unfilled.ts';
import { type Rule, rules } from '../server/core/index.ts';
import { type PhraseRuleData, phraseRule } from '../server/core/rules/phrase-rule.ts';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runScript(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', chunk => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', chunk => (stderr += chunk));
    child.on('error', reject);
    child.on('close', exitCode => resolve({ exitCode, stdout, stderr }));
  });
}

/** Without a path no other program can be found, so that a script that does more than to print its help fails. */
const alone = { ...process.env, PATH: '' };

const called = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file, ...options] = /^tsx ((?:scripts|test)\/\S+\.ts)(?: (\S+))?$/.exec(command) ?? [];
  return file ? [[name, file, options.filter(Boolean)] as const] : [];
});

test('every script that npm calls is started alone, so that --help starts nothing else', () => {
  const files = Object.values(scripts).flatMap(command => command.match(/scripts\/\S+\.ts/g) ?? []);
  expect(new Set(called.map(([, file]) => file).filter(file => file.startsWith('scripts/')))).toEqual(new Set(files));
});

test.each(called.filter(([name]) => name !== 'check:generated'))(
  'npm run %s -- --help prints help',
  async (name, file) => {
    const { exitCode, stdout, stderr } = await runScript(file, ['--help'], alone);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`npm run ${name}`);
  },
);

test('test:rule names a rule that there is not', async () => {
  const { exitCode, stderr } = await runScript('scripts/test-rule.ts', ['vage-source'], process.env);
  expect(stderr).toContain('There is no rule “vage-source”.');
  expect(exitCode).toBe(2);
});

test('new:rule refuses a name that a rule of another family has', async () => {
  const args = ['vague-source', '--family', 'hedge', '--phrases'];
  const { exitCode, stderr } = await runScript('scripts/new-rule.ts', args, alone);
  expect(stderr).toMatch(/^server\/core\/rules\/attribution\/vague-source\.(ts|yml) is there already/);
  expect(exitCode).toBe(2);
});

describe('a rule that was just started', () => {
  const started = { id: 'new-rule', family: 'hedge', version: '0.1.0' };
  const file = 'server/core/rules/hedge/new-rule.yml';

  test('compiles as phrases, and is told what it needs in one sentence', () => {
    const data = parse(phraseTemplate(started)) as PhraseRuleData;
    const rule = phraseRule({ ...data, phrases: data.phrases.flatMap(expandPattern) });
    expect(rule.id).toBe('new-rule');
    expect(unfilledIn(rule, file)).toBe(`${file}: the rule still needs words where “…” stands and a reference.`);
  });

  test('has the same blanks in TypeScript', () => {
    const blanks = (text: string) => text.match(/^.*…/gm)?.length;
    // The list of phrases and the message's own word are the two that only YAML has on lines of their own.
    expect(blanks(codeTemplate(started))).toBe(6);
    expect(blanks(articleTemplate(started))).toBe(6);
    expect(articleTemplate(started)).toContain('defineArticleRule({');
    expect(blanks(phraseTemplate(started))).toBe(7);
  });

  test('is whole when every blank is filled', () => {
    const [whole] = rules as readonly [Rule, ...Rule[]];
    expect(unfilledIn(whole, file)).toBeUndefined();
    expect(unfilledIn({ ...whole, docs: { ...whole.docs, summary: 'Flags …' } }, file)).toContain('words where');
    expect(unfilledIn({ ...whole, docs: { ...whole.docs, references: [] } }, file)).toBe(
      `${file}: the rule still needs a reference.`,
    );
  });
});
