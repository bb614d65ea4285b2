import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bugs } from '../../package.json';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

/** Has a rule throw on “Boom” and the reader throw on “Bang”. */
const broken: Plugin = {
  name: 'broken-analyser',
  setup({ onLoad }) {
    onLoad({ filter: /core\/rules\/registry\.ts$/ }, async ({ path }) => {
      const rule = `{
        id: 'broken-rule', family: 'claim', severity: 'warning', docs: { summary: '' }, messages: {},
        check({ block }) { if (block.prose.text.includes('Boom')) throw new Error('boom\\nand more') },
      }`;
      return { loader: 'ts', contents: `${await readFile(path, 'utf8')}\n(rules as unknown[]).push(${rule})` };
    });
    onLoad({ filter: /core\/read\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const head = /export function read\([^{]*\{/;
      if (!head.test(source)) throw new Error('The reader has another name now.');
      return {
        loader: 'ts',
        contents: source.replace(head, "$& if (text.includes('Bang')) throw new Error('bang\\nand more');"),
      };
    });
  },
};

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli(broken);
  folder = await mkdtemp(join(tmpdir(), 'sayswho-broken-'));
  await writeFile(join(folder, 'good.txt'), 'Experts say it holds.');
  await writeFile(join(folder, 'boom.txt'), 'Boom. Experts say it holds.');
  await writeFile(join(folder, 'bang.txt'), 'Bang.');
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => cli.run(args, { cwd: folder });

const ruleFailed = (name: string) =>
  `sayswho: ${name}: the rule “broken-rule” failed and the others ran (Error: boom). Please report it: ${bugs.url}\n`;
const readerFailed = `could not be analysed because of an error in Says Who (bang). Please report it: ${bugs.url}`;

describe('a rule that throws', () => {
  it('is named once, and the other rules run', async () => {
    const { exitCode, stdout, stderr } = await run('check', 'boom.txt', 'good.txt', 'boom.txt');
    expect(stderr).toBe(ruleFailed('boom.txt'));
    expect(stdout).toContain('boom.txt:1:7 warning vague-source');
    expect(stdout).toContain('boom.txt: 1 warning (without broken-rule)');
    expect(stdout).toContain('good.txt: 1 warning\n');
    expect(exitCode).toBe(2);
  });

  it('is named in the JSON report', async () => {
    const { stdout } = await run('check', 'good.txt', 'boom.txt', '--format', 'json');
    const { files, summary } = JSON.parse(stdout);
    expect(files.map((file: { failedRules: string[] }) => file.failedRules)).toEqual([[], ['broken-rule']]);
    expect(summary).toMatchObject({ checked: 2, exitCode: 2 });
  });

  it('is named by analyze, which gives the rest', async () => {
    const files = await run('analyze', 'boom.txt');
    expect(files).toMatchObject({ exitCode: 2, stderr: ruleFailed('boom.txt') });
    expect(JSON.parse(files.stdout).findings).toHaveLength(1);
    const lines = await cli.run(['analyze', '--format', 'jsonl'], { input: '{"id":"a","text":"Boom."}\n' });
    expect(lines).toMatchObject({ exitCode: 2, stderr: ruleFailed('line 1') });
    expect(JSON.parse(lines.stdout).id).toBe('a');
  });
});

describe('a draft on which the analyser throws', () => {
  it('is named, and the others are checked', async () => {
    const { exitCode, stdout, stderr } = await run('check', 'bang.txt', 'good.txt');
    expect(stderr).toBe(`sayswho: bang.txt: ${readerFailed}\n`);
    expect(stdout).toContain('good.txt: 1 warning\n1 file checked, 1 not read: 1 warning\n');
    expect(exitCode).toBe(2);
  });

  it('is answered in its place by analyze', async () => {
    const { exitCode, stdout } = await cli.run(['analyze', '--format', 'jsonl'], {
      input: '{"id":"a","text":"Bang."}\n{"id":"b","text":"Fine."}\n',
    });
    const [first, second] = stdout.split('\n').map(line => line && JSON.parse(line));
    expect(first).toEqual({ id: 'a', error: `line 1: ${readerFailed}` });
    expect(second.id).toBe('b');
    expect(exitCode).toBe(1);
  });
});
