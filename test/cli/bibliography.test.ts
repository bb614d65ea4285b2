import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltCli, buildCli } from '../support/build-cli.ts';

let cli: BuiltCli;
let folder: string;
beforeAll(async () => {
  cli = await buildCli();
  folder = await mkdtemp(join(tmpdir(), 'sayswho bibliography '));
  await mkdir(join(folder, 'named'));
  const bib = '@misc{lind2019, title={On dams}}\n\n@misc{broken,\n  title = {A}\n  year = 2020\n}\n';
  await Promise.all([
    writeFile(join(folder, 'refs.bib'), bib),
    writeFile(
      join(folder, 'named/draft.md'),
      '---\nbibliography: ../refs.bib\n---\n\nWe agree [@lind2019; @lindt2019, p. 3].\n',
    ),
    writeFile(join(folder, 'near.md'), 'We agree [@lindt2019, p. 3].\n'),
    writeFile(join(folder, 'lost.md'), '---\nbibliography: gone.bib\n---\n\nWe agree [@lindt2019, p. 3].\n'),
  ]);
});
afterAll(async () => {
  await cli.remove();
  await rm(folder, { recursive: true });
});

const check = (...args: string[]) => cli.run(['check', ...args], { cwd: folder });

it('a key that the bibliography does not have fails the run, and a broken entry is told at its line', async () => {
  const { exitCode, stdout, stderr } = await check('named/draft.md', 'named/draft.md');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('named/draft.md:5:23 warning unresolved-citation-key');
  expect(stdout).toContain('No bibliography has the key “lindt2019”; did you mean “lind2019”?');
  expect(stderr.match(/refs\.bib:5: The entry “broken” cannot be read/g)).toHaveLength(1);
});

it('of a bibliography that the draft does not name it is only pointed out', async () => {
  const { exitCode, stdout } = await check('near.md');
  expect({ exitCode, stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringContaining('near.md:1:12 information unresolved-citation-key'),
  });
});

it('a bibliography that is missing is told where the draft names it, and no key is blamed', async () => {
  const { exitCode, stdout } = await check('lost.md');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('lost.md:2:15 information bibliography\n  The bibliography “gone.bib” is not there.');
  expect(stdout).not.toContain('unresolved');
});
