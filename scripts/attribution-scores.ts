import { goesOn, partOf } from '../server/core/attribution/span-labels.ts';
import { type Labelled, labelTokens, type SpanModel } from '../server/core/attribution/span-tagger.ts';
import type { LabelledBlock } from './attribution-examples.ts';

const kinds = ['source', 'cue', 'content'] as const;

/** The parts that labels mark, each as "kind first-end"; a cue is a cue whether or not it credits somebody. */
function spansOf(labels: ArrayLike<number>): Set<string> {
  const spans = new Set<string>();
  for (let i = 0; i < labels.length; ) {
    const part = partOf(labels[i] as number);
    let end = i + 1;
    if (part) {
      while (end < labels.length && goesOn(labels[end] as number) && partOf(labels[end] as number) === part) end++;
      spans.add(`${part === 'agentless' ? 'cue' : part} ${i}-${end}`);
    }
    i = end;
  }
  return spans;
}

/** Precision, recall and F1 of exact spans, a line for each kind. */
export function scoreSpans(blocks: readonly LabelledBlock[], model: SpanModel): string[] {
  const tally = new Map(kinds.map(kind => [kind as string, { right: 0, wrong: 0, missed: 0 }]));
  const count = (span: string, what: 'right' | 'wrong' | 'missed') => {
    const counts = tally.get(span.split(' ', 1)[0] ?? '');
    if (counts) counts[what]++;
  };
  for (const { block, gold } of blocks) {
    const right = spansOf(gold);
    const found = spansOf((labelTokens(model, [block])[0] as Labelled).labels);
    for (const span of found) count(span, right.has(span) ? 'right' : 'wrong');
    for (const span of right) if (!found.has(span)) count(span, 'missed');
  }
  return [...tally].map(([kind, { right, wrong, missed }]) => {
    const [precision, recall] = [right / (right + wrong), right / (right + missed)];
    const f1 = (2 * right) / (2 * right + wrong + missed);
    return `${kind.padEnd(8)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  });
}
