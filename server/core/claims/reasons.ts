import type { EvidenceStrength } from '../model/evidence.ts';
import { claimContribution } from '../models/claim-model.ts';
import { signalFeature } from './context-features.ts';
import { type Signal, signalReasons } from './signal-names.ts';

/** What is said of a claim that nothing backs. */
export const noSource = 'no source within reach';

const reasonsShown = 3;
/** What a reason must add at least, as a logit, to be worth a mention. */
const worthSaying = 0.05;

/** What speaks for asking for a source, in words an editor understands, the strongest first. Single words that weigh much are none: “met behind” tells nobody anything. */
export function reasonsFor(signals: ReadonlySet<Signal>, evidence: EvidenceStrength): string[] {
  const found: { readonly reason: string; readonly adds: number }[] = [];
  for (const signal of signals) {
    const reason = signalReasons[signal];
    if (reason !== '') found.push({ reason, adds: claimContribution('needsSource', signalFeature(signal)) });
  }
  const reasons = found
    .filter(({ adds }) => adds > worthSaying)
    .sort((a, b) => b.adds - a.adds)
    .slice(0, reasonsShown)
    .map(({ reason }) => reason);
  return evidence === 'none' ? [...reasons, noSource] : reasons;
}
