import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newScoreMemory, recallScores, rememberScores } from '../../../server/core/attribution/score-memory.ts';
import { describeTokens, newDescribed } from '../../../server/core/attribution/span-description.ts';
import { labelCount } from '../../../server/core/attribution/span-labels.ts';
import { spanModel } from '../../../server/core/attribution/span-model.ts';
import {
  forgetSentences,
  type Labelled,
  labelTokens,
  type SpanModel,
} from '../../../server/core/attribution/span-tagger.ts';
import type { Block } from '../../../server/core/model/block.ts';
import { plainProse } from '../../../server/core/model/prose.ts';
import { readWords } from '../../../server/core/read-words.ts';

const model = spanModel() as SpanModel;

function blockOf(text: string) {
  const prose = plainProse(text);
  const [block] = readWords([
    { kind: 'paragraph', level: 0, prose, evidence: [], defines: [], span: { start: 0, end: text.length } },
  ]);
  return block as Pick<Block, 'tokens' | 'sentences' | 'quotations'>;
}

const labelled = (block: Pick<Block, 'tokens' | 'sentences' | 'quotations'>) => {
  const [one] = labelTokens(model, [block]);
  const { labels, confidence } = one as Labelled;
  return { labels: [...labels], confidence: block.tokens.map((_, i) => confidence(i, i + 1)) };
};

test('labels and how sure they are stay the same whatever is remembered', () => {
  const sentence = fc.constantFrom(
    'Anna Lind said the dam would hold.',
    'Anna Lind said that the dam would hold.',
    '“The dam will hold,” she said.',
    'Nobody knows.',
    'According to the mayor, rents rose by 4 per cent.',
    'Critics, she added, “never read the report”.',
    '“It leaks.',
  );
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), sentences => {
      const block = blockOf(sentences.join(' '));
      const remembered = labelled(block);
      forgetSentences();
      expect(remembered).toEqual(labelled(block));
    }),
    { numRuns: 300, seed: 20261129 },
  );
});

test('a sentence is known by its words and by what stands right beside it', () => {
  const described = newDescribed();
  const memory = newScoreMemory();
  const scoresOf = (text: string, at: number, scores: Int32Array | undefined) => {
    const block = blockOf(text);
    describeTokens(described, [block]);
    const sentence = block.sentences[at] as Block['sentences'][number];
    const room = new Int32Array(block.tokens.length * labelCount);
    if (scores === undefined) return recallScores(memory, described.rows, sentence, room) ? room : undefined;
    room.set(scores.subarray(0, room.length));
    rememberScores(memory, described.rows, sentence, room);
    return room;
  };
  const text = 'Rents rose. The mayor said so. Nobody knows why.';
  expect(scoresOf(text, 1, undefined)).toBeUndefined();
  const kept = scoresOf(
    text,
    1,
    Int32Array.from({ length: 1000 }, (_, i) => i + 1),
  );
  const recalled = scoresOf(text, 1, undefined);
  const [first, end] = [3 * labelCount, 8 * labelCount];
  expect(recalled?.slice(first, end)).toEqual(kept?.slice(first, end));
  expect(scoresOf('Rents fell. The mayor said so. Nobody knows why.', 1, undefined)).toBeUndefined();
  expect(scoresOf('Rents rose. The mayor said so. She knows why.', 1, undefined)).toBeUndefined();
  expect(scoresOf('Rents rose. The mayor says so. Nobody knows why.', 1, undefined)).toBeUndefined();
});

test('what is remembered is bounded', () => {
  const memory = newScoreMemory();
  const slots = memory.slots.length;
  const described = newDescribed();
  const remember = (text: string) => {
    const block = blockOf(text);
    describeTokens(described, [block]);
    for (const sentence of block.sentences)
      rememberScores(memory, described.rows, sentence, new Int32Array(block.tokens.length * labelCount));
  };
  remember('the old dam and '.repeat(40));
  expect(memory.slots.filter(Boolean)).toHaveLength(0);
  for (let i = 0; i < 3 * slots; i++) remember(`Dam ${i.toString(36)} will hold.`);
  expect(memory.slots).toHaveLength(slots);
  expect(memory.slots.filter(Boolean).length).toBeGreaterThan(slots / 2);
});
