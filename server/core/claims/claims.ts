import type { Block } from '../model/block.ts';
import type { Claim } from '../model/claim.ts';
import type { Sentence } from '../model/sentence.ts';
import { type Span, startingIn } from '../model/span.ts';
import { decisionsOn, weigh } from '../models/claim-model.ts';
import { type ClaimDecision, weighed } from '../models/weighed.ts';
import { inOthersWords } from '../text/quoted.ts';
import { forEachSentence } from './features.ts';
import { reasonsFor } from './reasons.ts';
import { factualIn, registersOf } from './registers.ts';
import type { SentenceSignals, Understood } from './signals.ts';
import { overallOf, readTreeInputs, treeInputs } from './tree-inputs.ts';

/** Below this probability a sentence asserts nothing checkable, and is no claim. */
const claimThreshold = 0.1;

const inputs = new Int16Array(treeInputs);

/** The claims of a block: one for each sentence that asserts something checkable. Headings and boilerplate make none. */
export function readClaims(block: Understood): Pick<Block, 'claims'> {
  const { sentences } = block;
  if (block.kind === 'heading' || block.kind === 'boilerplate' || sentences.length === 0) return { claims: [] };
  const logits = new Float64Array(sentences.length * weighed.length);
  const reads: SentenceSignals[] = [];
  let weighs = true;
  const wording = forEachSentence(block, ({ signals, features }, index) => {
    reads.push(signals);
    weighs &&= weigh(features, logits, index * weighed.length);
  });
  if (!weighs) return { claims: [] };
  const weights = overallOf(logits, sentences.length);
  const registers = registersOf(logits, sentences.length);
  const claims: Claim[] = [];
  reads.forEach((read, index) => {
    const at = index * weighed.length;
    const factual = factualIn(registers, logits, at);
    if (factual < claimThreshold) return;
    readTreeInputs(inputs, block, wording.words, index, read, weights);
    const decided = decisionsOn(logits, at, inputs);
    if (decided) claims.push(claimOf(block, read, index, { ...decided, factual }));
  });
  return { claims };
}

/** A sentence and what stands between it and the next. */
const reachOf = (sentences: Block['sentences'], index: number): Span => ({
  start: sentences[index]?.start ?? 0,
  end: sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY,
});

function claimOf(
  block: Understood,
  read: SentenceSignals,
  index: number,
  probable: Readonly<Record<ClaimDecision, number>>,
): Claim {
  const { kinds, cue, signals, evidence: reaching } = read;
  const sentence = block.sentences[index] as Sentence;
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
    reasons: reasonsFor(signals, evidence),
    quoted: inOthersWords(block, cue),
    imagined: signals.has('imagined'),
    // A placeholder may follow the sentence's last stop, and the marks of emphasis there.
    placeholder: startingIn(block.evidence, reachOf(block.sentences, index)).some(mark => mark.kind === 'placeholder'),
  };
}
