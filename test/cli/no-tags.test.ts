import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli({
    name: 'damaged-tagger',
    setup({ onLoad }) {
      onLoad({ filter: /models\/tagger\.json$/ }, () => ({ loader: 'json', contents: '{ "format": 0, "data": "" }' }));
    },
  });
});
afterAll(() => cli.remove());

it('a tagger that cannot be used is told once in a run, the drafts are checked, and the run fails as where a rule fails', async () => {
  const input = '{"id":"a","text":"Experts say it holds."}\n{"id":"b","text":"Experts say it holds."}\n';
  const { exitCode, stdout, stderr } = await cli.run(['analyze', '--format', 'jsonl'], { input });
  expect(stderr).toMatch(/^sayswho: [^\n]*tagger\.json[^\n]*\n$/);
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(exitCode).toBe(2);
});
