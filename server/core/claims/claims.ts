import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import { type Span, startingIn } from '../model/span.ts';
import { claimProbabilities } from '../models/claim-model.ts';
import { inOthersWords } from '../text/quoted.ts';
import { type Described, forEachSentence } from './features.ts';
import { reasonsFor } from './reasons.ts';
import type { Understood } from './signals.ts';

/** Below this probability a sentence asserts nothing checkable, and is no claim. */
const claimThreshold = 0.1;

/** The claims of a block: one for each sentence that asserts something checkable. Headings and boilerplate make none. */
export function readClaims(block: Understood): Pick<Block, 'claims'> {
  const claims: Claim[] = [];
  if (block.kind === 'heading' || block.kind === 'boilerplate') return { claims };
  forEachSentence(block, (described, index) => {
    const claim = claimOf(block, described, index);
    if (claim) claims.push(claim);
  });
  return { claims };
}

/** A sentence and what stands between it and the next. */
const reachOf = (sentences: Block['sentences'], index: number): Span => ({
  start: sentences[index]?.start ?? 0,
  end: sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY,
});

function claimOf(block: Understood, described: Described, index: number): Claim | undefined {
  const { kinds, cue, signals, evidence: reaching } = described.signals;
  const probable = claimProbabilities(described.features);
  const sentence = block.sentences[index];
  if (!sentence || !probable || probable.factual < claimThreshold) return undefined;
  // What is no claim needs no source, and what needs none is not insisted on: the one probability bounds the other.
  const needsSource = Math.min(probable.factual, probable.needsSource);
  // What the writer lived through backs a claim only as far as nobody would ask for more.
  const isOwn = reaching === 'none' && probable.own >= Math.max(0.5, needsSource);
  const evidence = isOwn ? 'own' : reaching;
  return {
    start: sentence.start,
    end: sentence.end,
    sentence: index,
    kinds,
    cue,
    factual: probable.factual,
    needsSource,
    mustSource: Math.min(needsSource, probable.mustSource),
    checkWorthy: probable.checkWorthy,
    evidence,
    reasons: reasonsFor(block, index, described, evidence),
    quoted: inOthersWords(block, cue),
    imagined: signals.has('imagined'),
    // A placeholder may follow the sentence's last stop, and the marks of emphasis there.
    placeholder: startingIn(block.evidence, reachOf(block.sentences, index)).some(mark => mark.kind === 'placeholder'),
  };
}
