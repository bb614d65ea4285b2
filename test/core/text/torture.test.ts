import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainProse } from '../../../server/core/model/prose.ts';
import { splitSentences } from '../../../server/core/text/sentences.ts';
import { tokenize } from '../../../server/core/text/tokens.ts';

const cases = readFileSync(join(import.meta.dirname, 'torture/sentences.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'));

/** The text with a bar right before every sentence but the first, as the cases are written. */
function marked(text: string): string {
  const starts = splitSentences(tokenize(plainProse(text))).map(({ start }) => start);
  return starts.map((start, i) => text.slice(i === 0 ? 0 : start, starts[i + 1])).join('|');
}

test('at least 97 of 100 editorial cases are split as an editor would', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  const failed = cases.filter(line => marked(line.replaceAll('|', '')) !== line);
  const score = 1 - failed.length / cases.length;
  console.log(
    `sentence torture set: ${cases.length - failed.length} of ${cases.length} (${(100 * score).toFixed(1)} %)`,
  );
  const report = failed.map(line => `${line}\n  is read as  ${marked(line.replaceAll('|', ''))}`).join('\n');
  if (failed.length > 0) console.log(report);
  expect(score, report).toBeGreaterThanOrEqual(0.97);
});
