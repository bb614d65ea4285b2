/** One thing to be decided, for fitting and for measuring. */
export interface Example {
  /** Hashes, as `server/core/models/features.ts` makes them. */
  readonly features: Int32Array;
  /** The share of its readings that say yes, 0 to 1. */
  readonly yes: number;
  /** Examples of one group, such as the sentences of a document, are never on both sides of a fold. */
  readonly group: string;
  /** How much it counts in fitting; 1 if absent. Examples of weight 0 are scored and not learnt from. */
  readonly weight?: number;
  /** How many readings it had; 1 if absent. */
  readonly readings?: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Its readings say the same, as far as there are any. */
export const isAgreed = ({ yes, readings = 1 }: Pick<Example, 'yes' | 'readings'>): boolean =>
  readings > 0 && (yes === 0 || yes === 1);

/** Precision, recall, F1 and accuracy of deciding yes where the logit is at least `from`, on the examples whose readings agree. */
export function scoreAt(examples: readonly Example[], logits: ArrayLike<number>, from = 0): Score {
  let [truePositive, falsePositive, falseNegative, right, all] = [0, 0, 0, 0, 0];
  examples.forEach((example, i) => {
    if (!isAgreed(example)) return;
    const label = example.yes === 1;
    const yes = (logits[i] as number) >= from;
    all++;
    if (yes && label) truePositive++;
    if (yes && !label) falsePositive++;
    if (!yes && label) falseNegative++;
    if (yes === label) right++;
  });
  const precision = truePositive / (truePositive + falsePositive) || 0;
  const recall = truePositive / (truePositive + falseNegative) || 0;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall) || 0,
    accuracy: right / all || 0,
  };
}

/**
 * The logit from which yes gives the best F1 on the examples whose readings agree. Adding its negative to a model's bias makes 0.5
 * that decision.
 */
export function bestThreshold(examples: readonly Example[], logits: ArrayLike<number>): number {
  const order = examples
    .flatMap((example, i) => (isAgreed(example) ? [i] : []))
    .sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
  const positives = order.reduce((sum, i) => sum + (examples[i] as Example).yes, 0);
  let truePositive = 0;
  let best = { f1: -1, at: 0 };
  order.forEach((which, rank) => {
    truePositive += (examples[which] as Example).yes;
    const here = logits[which] as number;
    const next = logits[order[rank + 1] ?? -1] ?? here - 1;
    const f1 = (2 * truePositive) / (rank + 1 + positives);
    if (next < here && f1 > best.f1) best = { f1, at: (here + next) / 2 };
  });
  return best.at;
}

/** Which of `folds` parts each example is in: whole groups, dealt in the order in which they appear. */
export function foldsOf(examples: readonly Example[], folds: number): Int32Array {
  const groups = new Map<string, number>();
  for (const { group } of examples) if (!groups.has(group)) groups.set(group, groups.size % folds);
  return Int32Array.from(examples, ({ group }) => groups.get(group) as number);
}
