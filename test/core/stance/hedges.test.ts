import { expect, test } from 'vitest';
import { read, type Span } from '../../../server/core/index.ts';

/** Texts with what must be found between double square brackets; the sentences are written for these tests. */
function compare(marked: string, key: 'hedges' | 'boosters'): void {
  const text = marked.replace(/\[\[|\]\]/g, '');
  const found = read(text, 'plaintext').blocks.flatMap(({ block }): readonly Span[] => block[key]);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
    [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, words]) => words),
  );
}

test.each([
  'They [[may]] leave in May.',
  'Anna May Holm said so.',
  'The dam [[might]] hold.',
  'The might of the army held.',
  'The dam [[could]] have grave consequences.',
  'The dam could have been repaired.',
  'If it rained, the dam could burst.',
  'There was nothing the engineers could do.',
  'The farmers fought as hard as they could against the toll.',
  'Could the dam burst?',
  'You might ask who built it.',
  'May the old dam rest in peace.',
  'We might as well leave.',
  'The dam is [[likely]] to burst.',
  'Old dams are more likely to burst than new ones.',
  'Polls [[suggest]] a narrow win.',
  'The mayors suggest a vote.',
  'An [[apparent]] leak was found.',
  'The leak was apparent.',
  '[[About]] 300 people came, [[close to]] half of them by boat.',
  'A book about the war and a close friend.',
  'He left a year [[or so]] later.',
  'The valley is [[almost]] empty.',
  'Not nearly enough was done.',
  'Prices [[tend]] to rise.',
  'Nurses tend the wounded.',
  'It was [[sort of]] finished.',
  'It was a sort of bridge.',
  '[[I believe]] the dam is safe.',
  'I believe in dams.',
])('hedges: %s', marked => compare(marked, 'hedges'));

test.each([
  '[[Clearly]] the dam leaks.',
  'They speak clearly.',
  'The toll is [[clearly]] unacceptable.',
  'The board [[clearly]] failed.',
  'The board was [[clearly]] in breach of the rules.',
  'The rules are clearly spelt out in the act.',
  'She put it clearly in a letter.',
  '[[It is evident that]] the dam leaks.',
  '[[It is a fact that]] the dam leaks.',
  'The lesson [[is clear]].',
  '[[It has become increasingly clear]] that the dam leaks.',
  'It was clear to the mayor.',
  'The dam has [[never]] been safe.',
  'Engineers [[never]] face charges.',
  'He has never been charged.',
  'They miss the obvious.',
  'It is hard to know for sure.',
  'Voters can always read the plan.',
  '[[It is all too clear]] that the dam leaks.',
  'They never met.',
  'The dam [[always]] leaks.',
  'Does the dam always leak?',
  'Not always the best choice.',
  '[[Nobody]] trusts the dam.',
  'Nobody came.',
  'The risk is [[obvious]].',
  'The risk is less obvious.',
  '[[The simple truth is that]] it leaks.',
])('boosters: %s', marked => compare(marked, 'boosters'));
