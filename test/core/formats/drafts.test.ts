import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatOfFile } from '../../../server/core/index.ts';

const folder = join(import.meta.dirname, 'drafts');
const drafts = readdirSync(folder).filter(name => !name.endsWith('.blocks.txt'));

/**
 * A whole draft in each format and, beside it, what is read in it: a block a line, with its evidence below.
 * Run `npx vitest run test/core/formats -u` after a reader has changed, and read the difference.
 */
test.each(drafts)('%s', async name => {
  const text = readFileSync(join(folder, name), 'utf8');
  const lines = formatOfFile(name.replace(/\.draft$/, ''))
    .blocks(text)
    .flatMap(({ kind, level, prose, evidence, defines }) => [
      `${kind}${level > 0 ? ` ${level}` : ''}: ${prose.text.replace(/\s*\n\s*/g, ' ⏎ ')}`,
      ...defines.map(({ kind: what, label }) => `    defines the ${what} ${label}`),
      ...evidence.map(mark => `    ${mark.kind} ${(mark.target || mark.note || '').replace(/\s+/g, ' ')}`),
    ]);
  // Every draft says "Experts say" once where it is prose, and otherwise only where nobody reads it.
  expect(lines.filter(line => line.includes('Experts say'))).toHaveLength(1);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`drafts/${name}.blocks.txt`);
});
