import { expect, test } from 'vitest';
import { type Finder, linkedParts } from '../../../server/core/attribution/linked-parts.ts';
import { openingOf, outside, type Part } from '../../../server/core/attribution/span-labels.ts';

const letters: Record<string, Part> = { s: 'source', c: 'cue', t: 'content', n: 'agentless' };

/** A letter for each token: of the part it is in, a capital where the part begins; a bar ends a sentence. */
function linked(text: string, missing: Finder = { source: () => undefined, cue: () => undefined }) {
  const sentences: { firstToken: number; endToken: number; start: number; end: number }[] = [];
  const labels: number[] = [];
  for (const sentence of text.split('|')) {
    const firstToken = labels.length;
    for (const letter of sentence) {
      const part = letters[letter.toLowerCase()];
      labels.push(part ? openingOf(part) + (letter === letter.toLowerCase() ? 1 : 0) : outside);
    }
    sentences.push({ firstToken, endToken: labels.length, start: firstToken, end: labels.length });
  }
  return linkedParts(labels, sentences, missing);
}

test('source, cue and content that stand together are one attribution', () => {
  expect(linked('SsCTtt.')).toEqual([{ source: [0, 2], cue: [2, 3], content: [[3, 6]], sentence: 0 }]);
});

test('a second cue shares the source before it and takes the content behind it', () => {
  expect(linked('SCTt.CTt.').map(({ source, content }) => [source, content])).toEqual([
    [[0, 1], [[2, 4]]],
    [[0, 1], [[6, 8]]],
  ]);
});

test('each of two cues takes its own source', () => {
  expect(linked('SCTt.SCTt').map(({ source }) => source)).toEqual([
    [0, 1],
    [5, 6],
  ]);
});

test('what is quoted in the next sentence goes on with the cue before', () => {
  expect(linked('TtSC.|Ttt.')).toMatchObject([
    {
      content: [
        [0, 2],
        [5, 8],
      ],
      sentence: 0,
    },
  ]);
});

test('a cue without a source of its own has the last speaker, and none at all is no attribution', () => {
  expect(linked('SCTt.|TtC.')).toMatchObject([{ sentence: 0 }, { source: [0, 1], cue: [7, 8], content: [[5, 7]] }]);
  expect(linked('CTt.')).toEqual([]);
});

test('a cue that credits nobody takes no source, and content without a cue is nothing', () => {
  const [, impersonal] = linked('SCT|NTt.');
  expect(impersonal).toEqual({ cue: [3, 4], content: [[4, 6]], sentence: 1 });
  expect(linked('Ttt.')).toEqual([]);
});

test('what the labels leave out is looked for', () => {
  const source = (cue: readonly [number, number]) => [cue[0] - 1, cue[0]] as const;
  const cue = (content: readonly [number, number]) => [content[0] - 1, content[0]] as const;
  expect(linked('.CTt', { source, cue: () => undefined })).toMatchObject([{ source: [0, 1], content: [[2, 4]] }]);
  expect(linked('..Tt|..Tt', { source, cue })).toMatchObject([
    { source: [0, 1], cue: [1, 2], content: [[2, 4]], sentence: 0 },
    { source: [4, 5], cue: [5, 6], content: [[6, 8]], sentence: 1 },
  ]);
});
