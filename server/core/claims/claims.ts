import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import { startingIn } from '../model/span.ts';
import { claimProbability } from '../models/claim-model.ts';
import { inOthersWords } from '../text/quoted.ts';
import type { Bag } from './bag.ts';
import { forEachSentence } from './features.ts';
import { reasonsFor } from './reasons.ts';
import type { SentenceSignals, Understood } from './signals.ts';

/** Below this probability a sentence asserts nothing checkable, and is no claim. */
const claimThreshold = 0.1;

/** The claims of a block: one for each sentence that asserts something checkable. Headings and boilerplate make none. */
export function readClaims(block: Understood): Pick<Block, 'claims'> {
  const claims: Claim[] = [];
  if (block.kind === 'heading' || block.kind === 'boilerplate') return { claims };
  forEachSentence(block, (read, features, index) => {
    const claim = claimOf(block, read, features, index);
    if (claim) claims.push(claim);
  });
  return { claims };
}

function claimOf(block: Understood, read: SentenceSignals, features: Bag, index: number): Claim | undefined {
  const { kinds, cue } = read;
  const factual = claimProbability('factual', features);
  const sentence = block.sentences[index];
  if (!sentence || factual === undefined || factual < claimThreshold) return undefined;
  // What is no claim needs no source, so the one probability bounds the others.
  const bounded = (decision: 'needsSource' | 'mustSource' | 'checkWorthy') =>
    Math.min(factual, claimProbability(decision, features) ?? 0);
  const needsSource = bounded('needsSource');
  // What the writer lived through backs a claim only as far as nobody would ask for more.
  const isOwn = read.evidence === 'none' && (claimProbability('own', features) ?? 0) >= Math.max(0.5, needsSource);
  const evidence = isOwn ? 'own' : read.evidence;
  return {
    start: sentence.start,
    end: sentence.end,
    sentence: index,
    kinds,
    cue,
    factual,
    needsSource,
    mustSource: Math.min(needsSource, bounded('mustSource')),
    checkWorthy: bounded('checkWorthy'),
    evidence,
    reasons: reasonsFor(block, index, read, evidence),
    quoted: inOthersWords(block, cue),
    imagined: read.signals.has('imagined'),
    // A placeholder may follow the sentence's last stop.
    placeholder: startingIn(block.evidence, { start: sentence.start, end: sentence.end + 2 }).some(
      mark => mark.kind === 'placeholder',
    ),
  };
}
