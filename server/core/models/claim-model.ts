import type { Signal } from '../claims/signals.ts';
import weights from './claim-weights.json' with { type: 'json' };

/** What the model decides of a sentence, each a probability. */
export type Target = 'factual' | 'needsSource' | 'checkWorthy' | 'uncertain';

interface Logistic {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<Signal, number>>>;
}

const targets: Readonly<Record<Target, Logistic>> = weights.targets;

/** The probability, 0 to 1, by a logistic regression on the signals that are present. See models/README.md for its card. */
export function probability(target: Target, signals: ReadonlySet<Signal>): number {
  const model = targets[target];
  let sum = model.bias;
  for (const signal of signals) sum += model.weights[signal] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** The signals that spoke for a decision, the strongest first. */
export function strongestSignals(target: Target, signals: ReadonlySet<Signal>): Signal[] {
  const model = targets[target];
  const weight = (signal: Signal) => model.weights[signal] ?? 0;
  return [...signals].filter(signal => weight(signal) > 0.1).sort((a, b) => weight(b) - weight(a));
}
