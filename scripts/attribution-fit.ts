import { describeTokens, newDescribed } from '../server/core/attribution/span-description.ts';
import { keyBits, spanFeatures, spanKeys } from '../server/core/attribution/span-features.ts';
import { classesOf } from '../server/core/attribution/span-labels.ts';
import type { LabelledBlock } from './attribution-examples.ts';
import { type Crf, type CrfTraining, fitCrf, type SequenceExample } from './fit/crf.ts';

/** The features of every token of every block. */
export function keysOf(blocks: readonly LabelledBlock[]): Int32Array[] {
  const described = newDescribed();
  return blocks.map(({ block }) => {
    describeTokens(described, [block]);
    const keys = new Int32Array(block.tokens.length * spanFeatures);
    for (let i = 0; i < block.tokens.length; i++) spanKeys(keys, i * spanFeatures, described, i);
    return keys;
  });
}

export interface Fitted {
  readonly crf: Crf;
  readonly rowOfKey: Int32Array;
  readonly rows: number;
}

/** Fits a model on all features that are often enough. */
export function fitSpans(
  blocks: readonly LabelledBlock[],
  keys: readonly Int32Array[],
  leastUses: number,
  training: CrfTraining,
  log: (line: string) => void,
): Fitted {
  const uses = new Uint8Array(1 << keyBits);
  for (const own of keys) for (const key of own) if ((uses[key] as number) < 255) uses[key] = (uses[key] as number) + 1;
  const rowOfKey = new Int32Array(1 << keyBits).fill(-1);
  let rows = 0;
  for (let key = 0; key < rowOfKey.length; key++) if ((uses[key] as number) >= leastUses) rowOfKey[key] = rows++;
  log(`${blocks.length} blocks, ${rows} features`);
  return { crf: fitCrf(examplesOf(blocks, keys, rowOfKey), rows, training, log), rowOfKey, rows };
}

export const examplesOf = (
  blocks: readonly LabelledBlock[],
  keys: readonly Int32Array[],
  rowOfKey: Int32Array,
): SequenceExample[] =>
  blocks.map(({ block, gold }, i) => ({
    length: gold.length,
    width: spanFeatures,
    gold,
    classes: classesOf(block.tokens),
    rows: (keys[i] as Int32Array).map(key => rowOfKey[key] as number),
  }));
