import { expect, test } from 'vitest';
import { read } from '../../../server/core/index.ts';
import { deletion } from '../../../server/core/rules/deletion.ts';

/** What deleting the words between double square brackets makes of a text; `undefined` where it is not offered. */
function without(marked: string): string | undefined {
  const text = marked.replace(/\[\[|\]\]/g, '');
  const start = marked.indexOf('[[');
  const end = marked.indexOf(']]') - 2;
  const block = read(text, 'markdown').blocks[0]?.block;
  const sentence = block?.sentences.find(one => one.start <= start && start < one.end);
  if (!block || !sentence) throw new Error('There is no sentence.');
  const first = block.tokens.findIndex(token => token.start >= start);
  const behind = block.tokens.findIndex(token => token.start >= end);
  const fix = deletion(block, sentence, first, behind);
  if (fix?.kind !== 'replace') return undefined;
  return text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

test.each([
  ['The bank [[certainly]] knew.', 'The bank knew.'],
  ['It is late. [[Of course]], the bank knew.', 'It is late. The bank knew.'],
  ['The bank, [[of course]], knew.', 'The bank knew.'],
  ['The bank knew, [[of course]].', 'The bank knew.'],
  ['The bank knew [[certainly]], and sold.', 'The bank knew, and sold.'],
  ['He left, and [[clearly]], she knew.', 'He left, and she knew.'],
])('%s', (marked, expected) => expect(without(marked)).toBe(expected));

test.each(['**[[Clearly]]**, the bank knew.', 'The bank *[[certainly]]* knew.', '[[Certainly]], “we knew”.'])(
  'is not offered where marks would be torn: %s',
  marked => expect(without(marked)).toBeUndefined(),
);
