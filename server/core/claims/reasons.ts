import type { EvidenceStrength } from '../model/evidence.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { claimContribution } from '../models/claim-model.ts';
import { signalFeature } from './context-features.ts';
import { type Signal, signalReasons } from './signal-names.ts';
import type { Understood } from './signals.ts';
import { pairFeature, type Wording } from './wording-features.ts';
import type { Word } from './words.ts';

/** What is said of a claim that nothing backs. */
export const noSource = 'no source within reach';

const reasonsShown = 3;
/** What a reason must add at least, as a logit, to be worth a mention. */
const worthSaying = 0.05;

/** What speaks for asking for a source, in words an editor understands, the strongest first: signals, and the wording itself where it is among the strongest. */
export function reasonsFor(
  block: Understood,
  wording: Wording,
  sentence: Sentence,
  signals: ReadonlySet<Signal>,
  evidence: EvidenceStrength,
): string[] {
  const found: { readonly reason: string; readonly adds: number }[] = [];
  for (const signal of signals) {
    const reason = signalReasons[signal];
    if (reason !== '') found.push({ reason, adds: claimContribution('needsSource', signalFeature(signal)) });
  }
  const pair = strongestPair(block, wording, sentence);
  if (pair) found.push(pair);
  const reasons = found
    .filter(({ adds }) => adds > worthSaying)
    .sort((a, b) => b.adds - a.adds)
    .slice(0, reasonsShown)
    .map(({ reason }) => reason);
  return evidence === 'none' ? [...reasons, noSource] : reasons;
}

/** The two words side by side that speak most for asking, one of them at least no mere function word. */
function strongestPair({ tokens }: Understood, { words, forms }: Wording, { firstToken, endToken }: Sentence) {
  let best = -1;
  let adds = 0;
  for (let i = firstToken + 1; i < endToken; i++) {
    const first = words[i - 1] as Word;
    const second = words[i] as Word;
    if (!first.isWord || !second.isWord || !(first.isOpen || second.isOpen)) continue;
    const here = claimContribution('needsSource', pairFeature(forms[i - 1] as number, forms[i] as number));
    if (here <= adds) continue;
    adds = here;
    best = i;
  }
  if (best < 0) return undefined;
  return { reason: `“${(tokens[best - 1] as Token).text} ${(tokens[best] as Token).text}”`, adds };
}
