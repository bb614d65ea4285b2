import type { Signal } from '../server/core/claims/signals.ts';

export interface Example {
  readonly signals: ReadonlySet<Signal>;
  readonly label: boolean;
  /** Examples of one group are never on both sides of a fold. */
  readonly group: string;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const rounds = 400;
const ridge = 1;

/** A logistic regression with an L2 penalty, by gradient descent with Nesterov's momentum from zero: the same answer twice. */
export function fitModel(examples: readonly Example[]): Fitted {
  const names = [...new Set(examples.flatMap(example => [...example.signals]))].sort();
  const column = new Map(names.map((name, i) => [name, i + 1]));
  // Column 0 is the bias, which is present in every example and not penalised.
  const rows = examples.map(example => [0, ...[...example.signals].map(name => column.get(name) as number)]);
  let weights = new Float64Array(names.length + 1);
  let ahead = weights.slice();
  const rate = 4 / (Math.max(...rows.map(row => row.length)) * examples.length);
  for (let round = 1; round <= rounds; round++) {
    const gradient = ahead.map((weight, i) => (i === 0 ? 0 : ridge * weight));
    rows.forEach((row, i) => {
      const error = sigmoid(row.reduce((sum, at) => sum + (ahead[at] as number), 0)) - (examples[i]?.label ? 1 : 0);
      for (const at of row) gradient[at] = (gradient[at] as number) + error;
    });
    const next = ahead.map((weight, i) => weight - rate * (gradient[i] as number));
    const momentum = (round - 1) / (round + 2);
    ahead = next.map((weight, i) => weight + momentum * (weight - (weights[i] as number)));
    weights = next;
  }
  return {
    bias: rounded(weights[0] as number),
    weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i + 1] as number)])),
  };
}

/** Precision, recall and F1 at 0.5 over five folds, each scored by a model that has not seen its groups. */
export function scoreByFold(examples: readonly Example[]): { precision: number; recall: number; f1: number } {
  const groups = [...new Set(examples.map(example => example.group))];
  const fold = new Map(groups.map((group, i) => [group, i % 5]));
  let truePositive = 0;
  let falsePositive = 0;
  let falseNegative = 0;
  for (let held = 0; held < 5; held++) {
    const model = fitModel(examples.filter(example => fold.get(example.group) !== held));
    for (const example of examples) {
      if (fold.get(example.group) !== held) continue;
      const score = [...example.signals].reduce((sum, name) => sum + (model.weights[name] ?? 0), model.bias);
      if (score >= 0 && example.label) truePositive++;
      else if (score >= 0) falsePositive++;
      else if (example.label) falseNegative++;
    }
  }
  const precision = truePositive / (truePositive + falsePositive) || 0;
  const recall = truePositive / (truePositive + falseNegative) || 0;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const rounded = (x: number): number => Math.round(x * 100) / 100;
