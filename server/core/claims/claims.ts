import type { Claim } from '../model/claim.ts';
import { probability, strongestSignals } from '../models/claim-model.ts';
import { type Signal, signalReasons, signalsOf, type Understood } from './signals.ts';

/** Below this probability a sentence asserts nothing checkable, and is no claim. */
const claimThreshold = 0.3;
const reasonsShown = 3;

/** The claims of a block: one for each sentence that asserts something checkable. Headings and boilerplate make none. */
export function readClaims(block: Understood): Claim[] {
  if (block.kind === 'heading' || block.kind === 'boilerplate') return [];
  return block.sentences.flatMap((sentence, index): Claim[] => {
    const { signals, kinds, cue, evidence } = signalsOf(block, sentence, index);
    const factual = probability('factual', signals);
    if (factual < claimThreshold) return [];
    // What is no claim needs no source, so the one probability bounds the other.
    const needsSource = Math.min(factual, probability('needsSource', signals));
    return [
      {
        start: sentence.start,
        end: sentence.end,
        sentence: index,
        kinds,
        cue,
        factual,
        needsSource,
        checkWorthy: Math.min(factual, probability('checkWorthy', signals)),
        evidence,
        reasons: reasonsFor(signals, evidence === 'none'),
        placeholder: block.evidence.some(
          mark => mark.kind === 'placeholder' && mark.start >= sentence.start && mark.start <= sentence.end + 1,
        ),
      },
    ];
  });
}

function reasonsFor(signals: ReadonlySet<Signal>, unbacked: boolean): string[] {
  const reasons: string[] = strongestSignals('needsSource', signals)
    .map(signal => signalReasons[signal])
    .filter(reason => reason !== '')
    .slice(0, reasonsShown);
  return unbacked ? [...reasons, 'no source within reach'] : reasons;
}
