import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import { startingIn } from '../model/span.ts';
import { probability, strongestSignals } from '../models/claim-model.ts';
import { type SentenceSignals, type Signal, signalReasons, signalsOf, type Understood } from './signals.ts';

/** Below this probability a sentence asserts nothing checkable, and is no claim. */
const claimThreshold = 0.3;
const reasonsShown = 3;

/** The claims of a block: one for each sentence that asserts something checkable. Headings and boilerplate make none. */
export function readClaims(block: Understood): Pick<Block, 'claims' | 'uncertain'> {
  const read = block.sentences.map((sentence, index) => signalsOf(block, sentence, index));
  const argued = block.kind !== 'heading' && block.kind !== 'boilerplate';
  return {
    uncertain: read.map(({ signals }) => probability('uncertain', signals)),
    claims: argued ? read.flatMap((sentence, index) => claimOf(block, sentence, index)) : [],
  };
}

function claimOf(block: Understood, { signals, kinds, cue, evidence }: SentenceSignals, index: number): Claim[] {
  const factual = probability('factual', signals);
  const sentence = block.sentences[index];
  if (!sentence || factual < claimThreshold) return [];
  return [
    {
      start: sentence.start,
      end: sentence.end,
      sentence: index,
      kinds,
      cue,
      factual,
      // What is no claim needs no source, so the one probability bounds the others.
      needsSource: Math.min(factual, probability('needsSource', signals)),
      checkWorthy: Math.min(factual, probability('checkWorthy', signals)),
      evidence,
      reasons: reasonsFor(signals, evidence === 'none'),
      // A placeholder may follow the sentence's last stop.
      placeholder: startingIn(block.evidence, { start: sentence.start, end: sentence.end + 2 }).some(
        mark => mark.kind === 'placeholder',
      ),
    },
  ];
}

function reasonsFor(signals: ReadonlySet<Signal>, unbacked: boolean): string[] {
  const reasons: string[] = strongestSignals('needsSource', signals)
    .map(signal => signalReasons[signal])
    .filter(reason => reason !== '')
    .slice(0, reasonsShown);
  return unbacked ? [...reasons, 'no source within reach'] : reasons;
}
