/** One thing to be decided, for fitting and for measuring. */
export interface Example {
  /** Hashes, as `server/core/models/features.ts` makes them. */
  readonly features: Int32Array;
  readonly label: boolean;
  /** Examples of one group, such as the sentences of a document, are never on both sides of a fold. */
  readonly group: string;
  /** How much it counts in fitting; 1 if absent. Examples of weight 0 are scored and not learnt from. */
  readonly weight?: number;
  /** How much it counts in scores; 1 if absent, less where several readers judged the same thing. */
  readonly share?: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
}

/** Precision, recall, F1 and accuracy of deciding yes where the logit is at least `from`. */
export function scoreAt(examples: readonly Example[], logits: ArrayLike<number>, from = 0): Score {
  let [truePositive, falsePositive, falseNegative, right, all] = [0, 0, 0, 0, 0];
  examples.forEach(({ label, share = 1 }, i) => {
    const yes = (logits[i] as number) >= from;
    all += share;
    if (yes && label) truePositive += share;
    if (yes && !label) falsePositive += share;
    if (!yes && label) falseNegative += share;
    if (yes === label) right += share;
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

/** The logit from which yes gives the best F1. Adding its negative to a model's bias makes 0.5 that decision. */
export function bestThreshold(examples: readonly Example[], logits: ArrayLike<number>): number {
  const order = examples.map((_, i) => i).sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
  const positives = examples.reduce((sum, { label, share = 1 }) => sum + (label ? share : 0), 0);
  let truePositive = 0;
  let found = 0;
  let best = { f1: -1, at: 0 };
  order.forEach((which, rank) => {
    const { label, share = 1 } = examples[which] as Example;
    if (label) truePositive += share;
    found += share;
    const here = logits[which] as number;
    const next = logits[order[rank + 1] ?? -1] ?? here - 1;
    const f1 = (2 * truePositive) / (found + positives);
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
