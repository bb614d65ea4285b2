import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backedBlocks } from '../../../server/core/claims/backed.ts';
import { type Article, read, type Span } from '../../../server/core/index.ts';

/*
 * Drafts in the wild forms of every format. Below each, a line for each of some sentences: the words by which it starts,
 * how far it is backed, and by what, joined by plus signs.
 */
const folder = join(import.meta.dirname, 'reach-cases');

interface Expected {
  readonly opening: string;
  readonly strength: string;
  readonly evidence: readonly string[];
}

const casesIn = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n====\n')
    .map(whole => {
      const [text = '', lines = ''] = whole.split('\n----\n');
      const expected = lines.split('\n').map((line): Expected => {
        const [opening = '', strength = '', evidence = ''] = line.split(
          / > (?=cited|named|own|vague|placeholder|none)| > (?=.)/,
        );
        return { opening, strength, evidence: evidence === '' ? [] : evidence.split(' + ') };
      });
      return { text, expected };
    });

/** What is wrong with what reaches a sentence; undefined where all is right. */
function problemOf(article: Article, { opening, strength, evidence }: Expected): string | undefined {
  const { text } = article;
  for (const { start, block, reach } of backedBlocks(article))
    for (const [index, sentence] of block.sentences.entries()) {
      const source = text.slice(start + (index === 0 ? 0 : sentence.start), start + sentence.end);
      const words = text.slice(start + sentence.start, start + sentence.end);
      if (!source.startsWith(opening) && !words.startsWith(opening)) continue;
      const found = reach[index];
      const at = article.blocks.findIndex(placed => placed.start === start);
      const spans = (found?.evidence ?? [])
        .filter(one => one.strength === found?.strength)
        .map(one => {
          const from = article.blocks[at + (found?.blocks ?? 0)]?.start ?? 0;
          return { start: from + one.start, end: from + one.end };
        });
      const told = `“${opening}” is ${found?.strength} by ${spans.map(one => `“${text.slice(one.start, one.end)}”`).join(' + ') || 'nothing'}, not ${strength} by ${evidence.join(' + ') || 'nothing'}`;
      const isRight =
        found?.strength === strength &&
        evidence.every(words => spans.some(one => isAt(text, words, one))) &&
        spans.every(one => evidence.some(words => isAt(text, words, one)));
      return isRight ? undefined : told;
    }
  return `“${opening}” is no sentence.`;
}

/** True where some of the words, at one of the places where they stand, lie in a span. */
function isAt(text: string, words: string, { start, end }: Span): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at < end && start < at + words.length) return true;
  return false;
}

test('evidence is linked to the sentences that it backs', () => {
  const problems: string[] = [];
  let count = 0;
  for (const name of readdirSync(folder).sort()) {
    const languageId = name.replace(/\.txt$/, '');
    for (const { text, expected } of casesIn(name)) {
      const article = read(text, languageId);
      for (const one of expected) {
        count++;
        const problem = problemOf(article, one);
        if (problem) problems.push(`${languageId}: ${problem}`);
      }
    }
  }
  const right = (count - problems.length) / count;
  console.info(
    `${count - problems.length} of ${count} sentences, ${(100 * right).toFixed(1)} %\n${problems.join('\n')}`,
  );
  expect(count).toBeGreaterThanOrEqual(300);
  expect(right).toBeGreaterThanOrEqual(0.95);
});
