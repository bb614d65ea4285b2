import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeTokens, newDescribed } from '../../../server/core/attribution/span-description.ts';
import { rowAt, spanFeatures, spanKeys } from '../../../server/core/attribution/span-features.ts';
import { labelCount } from '../../../server/core/attribution/span-labels.ts';
import { spanModel } from '../../../server/core/attribution/span-model.ts';
import { newSpanSums, sumSpanWeights } from '../../../server/core/attribution/span-sums.ts';
import type { SpanModel } from '../../../server/core/attribution/span-tagger.ts';
import { read } from '../../../server/core/index.ts';
import { addWeights, sumLengthOf } from '../../../server/core/models/sparse-model.ts';

const sample = readFileSync(new URL('../../../samples/op-ed.md', import.meta.url), 'utf8');

test('sums that are remembered by group are those of all features looked up one by one', () => {
  const { sparse } = spanModel() as SpanModel;
  const sums = newSpanSums(sparse);
  const described = newDescribed();
  const keys = new Int32Array(spanFeatures);
  const length = sumLengthOf(labelCount);
  const plain = new Float64Array(length);
  // The second reading finds the sums that the first one left.
  for (let reading = 0; reading < 2; reading++)
    for (const { block } of read(sample, 'markdown').blocks) {
      describeTokens(described, [block]);
      const starts = Int32Array.from(block.tokens, (_, i) => rowAt(i));
      const remembered = new Float64Array(starts.length * length);
      sumSpanWeights(sums, described.rows, starts, starts.length, remembered);
      for (let i = 0; i < block.tokens.length; i++) {
        spanKeys(keys, 0, described, i);
        plain.fill(0);
        addWeights(sparse, keys, spanFeatures, plain, 0);
        expect(remembered.subarray(i * length, (i + 1) * length)).toEqual(plain);
      }
    }
});
