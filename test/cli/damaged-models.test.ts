import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelsScript, sharedModels } from '../../scripts/shared-models.mjs';
import { type BuiltCli, buildCli, type CliRun } from '../support/build-cli.ts';

const folder = 'server/core/models';
const draft = 'Experts say the dam will hold. Rents in Halden rose by 40 per cent since 2015.\n';

let cli: BuiltCli;
let drafts: string;
let paths: readonly string[];
let script: string;
beforeAll(async () => {
  paths = (await readdir(folder)).filter(name => name.endsWith('.json')).map(name => join(folder, name));
  script = await modelsScript(paths);
  cli = await buildCli(sharedModels('node'));
  drafts = await mkdtemp(join(tmpdir(), 'sayswho-models-'));
  await writeFile(join(drafts, 'draft.txt'), draft);
});
afterAll(async () => {
  await cli.remove();
  await rm(drafts, { recursive: true });
});

/** Checks the draft beside a file of models with this content, or without one. */
async function checkWith(models: string | undefined, ...args: string[]): Promise<CliRun> {
  const file = join(dirname(cli.path), 'models.js');
  await rm(file, { force: true });
  if (models !== undefined) await writeFile(file, models);
  return cli.run(args.length > 0 ? args : ['check', 'draft.txt'], { cwd: drafts });
}

it('reads all models of an installation that is whole', async () => {
  const { exitCode, stdout, stderr } = await checkWith(script);
  expect(stderr).toBe('');
  expect(stdout).toContain('unsourced-figure');
  expect(exitCode).toBe(1);
});

describe('an installation whose models are damaged names them, runs the rules that need none, and fails', () => {
  const all = ['attributions', 'claims', 'tagger', 'uncertain'];
  it.each<[string, (whole: string) => string | undefined, readonly string[]]>([
    ['no file', () => undefined, all],
    ['an empty file', () => '', all],
    ['half a file', whole => whole.slice(0, whole.length / 2), all],
    ['another file', () => '<!DOCTYPE html><title>Not found</title>', all],
    ['a file without seals', whole => whole.replace('"seals"', '"other"'), all],
    ['a figure that changed', whole => whole.replace(/("factual":\{"bias":)0/, '$11'), ['claims']],
    ['a byte of the data that changed', whole => whole.replace(/("cue":.*?"data":"[^"]{2000})./, '$1/'), ['uncertain']],
    ['data that are gone', whole => whole.replace(/("tagger":\{.*?"data":)"[^"]*"/, '$1null'), ['tagger']],
  ])('%s', async (_, damage, named) => {
    const { exitCode, stdout, stderr } = await checkWith(damage(script));
    const names = stderr.match(
      /(?<=^sayswho: server\/core\/models\/)\w+(?=\.json (?:is damaged|could not be loaded)\b.* Install Says Who again\.$)/gm,
    );
    expect(names?.sort()).toEqual(named);
    expect(stdout).toContain('vague-source');
    if (named.includes('claims')) expect(stdout).not.toContain('unsourced-figure');
    expect(exitCode).toBe(2);
  });

  it('a file of another release', async () => {
    const other = join(drafts, 'attributions.json');
    const file = JSON.parse(await readFile(join(folder, 'attributions.json'), 'utf8')) as { readonly features: number };
    await writeFile(other, JSON.stringify({ ...file, features: file.features + 1 }));
    const rest = paths.filter(path => basename(path) !== basename(other));
    const { exitCode, stderr } = await checkWith(await modelsScript([...rest, other]));
    expect(stderr).toMatch(
      /^sayswho: server\/core\/models\/attributions\.json is of version [\d.]+, but this program reads version [\d.]+\. .*\n$/,
    );
    expect(exitCode).toBe(2);
  });

  it('so that no draft is signed off in which no claim was read', async () => {
    const { exitCode, stdout, stderr } = await checkWith(undefined, 'ledger', 'verify', 'draft.txt');
    expect(stderr).toContain('draft.txt: server/core/models/claims.json could not be loaded');
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('in an analysis too', async () => {
    const { exitCode, stdout, stderr } = await checkWith(undefined, 'analyze', 'draft.txt');
    expect(stderr).toContain('claims.json could not be loaded');
    expect(stdout).toContain('vague-source');
    expect(exitCode).toBe(2);
  });
});
