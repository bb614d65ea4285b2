import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, openingOf } from '../server/core/attribution/span-labels.ts';
import { read } from '../server/core/index.ts';
import type { Block } from '../server/core/model/block.ts';

interface GoldAttribution {
  readonly type: string;
  readonly source: readonly (readonly [number, number, string])[];
  readonly cue: readonly (readonly [number, number, string])[];
  readonly content: readonly (readonly [number, number, string])[];
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly opinion_like: boolean;
  readonly attributions: readonly GoldAttribution[];
}

/** A block with the right label of each of its tokens. */
export interface LabelledBlock {
  readonly block: Block;
  readonly gold: Uint8Array;
  /** Number of the document, in the order of the file. */
  readonly document: number;
}

export function labelledBlocks(file: string): LabelledBlock[] {
  const documents = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as GoldDocument);
  return documents.flatMap(({ text, attributions }, document) =>
    read(text, 'plaintext').blocks.map(({ start, block }) => ({
      block,
      document,
      gold: labelsOf(block, start, attributions),
    })),
  );
}

function labelsOf(block: Block, start: number, attributions: readonly GoldAttribution[]): Uint8Array {
  const gold = new Uint8Array(block.tokens.length);
  const tokens = block.tokens;
  const first = (at: number) => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.end ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  for (const { source, cue, content } of attributions) {
    const here: [number, number][] = [];
    const mark = (spans: readonly (readonly [number, number, string])[], label: number) => {
      for (const [from, to] of spans) {
        const end = to - start;
        let opened = false;
        for (let i = first(from - start); i < tokens.length && (tokens[i]?.start ?? end) < end; i++) {
          if ((tokens[i]?.end ?? 0) <= 0) continue;
          gold[i] = opened ? label + 1 : label;
          if (!opened) here.push([i, i + 1]);
          else (here.at(-1) as [number, number])[1] = i + 1;
          opened = true;
        }
      }
    };
    mark(content, openingOf('content'));
    mark(source, openingOf('source'));
    mark(cue, openingOf(source.length > 0 ? 'cue' : 'agentless'));
    here.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < here.length; i++) {
      const [from, to] = [(here[i - 1] as [number, number])[1], (here[i] as [number, number])[0]];
      if (to - from > 30) continue;
      for (let t = from; t < to; t++) if (gold[t] === 0) gold[t] = between;
    }
  }
  // A part that was overwritten in its middle opens anew.
  for (let i = 0; i < gold.length; i++) {
    const label = gold[i] as number;
    if (label > 1 && label % 2 === 1 && gold[i - 1] !== label && gold[i - 1] !== label - 1) gold[i] = label - 1;
  }
  return gold;
}

export const trainingFile = (data: string): string => join(data, 'polnear_docs.train.jsonl');
